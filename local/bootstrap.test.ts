import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';

const MAIN = `
const [word] = process.argv.slice(2);
process.on('SIGTERM', () => process.exit(7));
console.log('ran', word);
if (word !== 'wait') process.exit(word === 'fail' ? 3 : 0);
setInterval(() => undefined, 1_000);
`;

/** Says what it was asked, and installs one package by writing it down. */
const NPM = `
import { mkdirSync, writeFileSync } from 'node:fs';
const words = process.argv.slice(2);
if (words[0] === 'config') console.log(process.env.TEST_REGISTRY);
else console.log('npm', words.join(' '));
if (words.includes('--offline')) process.exit(1);
if (words[0] === 'ci') {
  mkdirSync('node_modules', { recursive: true });
  writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/x': { version: '1.0.0' } } }));
}
`;

const folders: string[] = [];
const servers: Server[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  for (const server of servers.splice(0)) server.close();
});

async function aRegistry(): Promise<string> {
  const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A project that has one package in its lock file and nothing installed. */
async function setup({ registry }: { readonly registry?: string } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  folders.push(folder);
  mkdirSync(join(folder, 'local'));
  copyFileSync(join(import.meta.dirname, 'bootstrap.mjs'), join(folder, 'local/bootstrap.mjs'));
  writeFileSync(join(folder, 'local/main.ts'), MAIN);
  writeFileSync(join(folder, 'npm.mjs'), NPM);
  const lock = (version: string) =>
    writeFileSync(
      join(folder, 'package-lock.json'),
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/x': { version },
          'node_modules/of-another-platform': { version: '1.0.0', optional: true },
        },
      }),
    );
  lock('1.0.0');
  const env = {
    PATH: process.env['PATH'],
    npm_execpath: join(folder, 'npm.mjs'),
    TEST_REGISTRY: registry ?? (await aRegistry()),
  };
  const begin = (...words: string[]): ChildProcess =>
    spawn(process.execPath, [join(folder, 'local/bootstrap.mjs'), ...words], { env });
  return { begin, lock, run: (...words: string[]) => finished(begin(...words)) };
}

async function finished(child: ChildProcess) {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('No pipes');
  const [out, errors, [code]] = await Promise.all([
    text(stdout),
    text(stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, errors };
}

describe('the bootstrap', () => {
  it('installs what is missing, once, and runs the script of the task', async () => {
    const { run } = await setup();
    const first = await run('start', 'hello');
    // Only what the task says is output: somebody may read it with a program.
    expect(first).toMatchObject({ code: 0, out: 'ran hello\n' });
    expect(first.errors).toMatch(/Installing[^]*npm ci --loglevel=error\n/);
    expect(await run('start', 'again')).toEqual({ code: 0, out: 'ran again\n', errors: '' });
  });

  it('installs again when the lock file names another version', async () => {
    const { lock, run } = await setup();
    await run('start', 'hello');
    lock('2.0.0');
    expect((await run('start', 'hello')).errors).toContain('npm ci --loglevel=error\n');
  });

  it('says so when packages are missing and there is no registry', async () => {
    const { run } = await setup({ registry: 'http://127.0.0.1:1' });
    const { code, out, errors } = await run('start', 'hello');
    expect([code, out]).toEqual([1, '']);
    expect(errors).toContain('npm ci --loglevel=error --offline\n');
    expect(errors).toContain('the npm registry http://127.0.0.1:1 cannot be reached');
  });

  it('ends as the script ends', async () => {
    const { run } = await setup();
    expect((await run('start', 'fail')).code).toBe(3);
  });

  it('hands signals on', async () => {
    const { begin } = await setup();
    const child = begin('start', 'wait');
    child.stdout?.on('data', (said: Buffer) => {
      if (said.includes('ran wait')) child.kill('SIGTERM');
    });
    expect((await finished(child)).code).toBe(7);
  });

  it('knows its tasks', async () => {
    const { run } = await setup();
    const { code, errors } = await run('dance');
    expect(code).toBe(2);
    expect(errors).toMatch(
      /"dance" is no task.*start, test, check, replay, invoke, synth, calendar/,
    );
  });
});
