import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { holderOf, lock } from './lock.ts';

const dirs: string[] = [];
const aDir = () => {
  const dir = mkdtempSync(join(tmpdir(), 'lock-'));
  dirs.push(dir);
  return dir;
};
afterEach(() => {
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

describe('a store', () => {
  it('belongs to one host, which others can find', () => {
    const dir = aDir();
    const url = 'http://127.0.0.1:3022';
    lock(dir).publish({ url, issuer: `${url}/oidc` });
    expect(holderOf(dir)).toMatchObject({ pid: process.pid, url, issuer: `${url}/oidc` });
    expect(() => lock(dir)).toThrow(`process ${process.pid} at http://127.0.0.1:3022) is using`);
  });

  it('is free again when its host stops', async () => {
    const dir = aDir();
    await lock(dir).close();
    expect(holderOf(dir)).toBeUndefined();
    expect(() => lock(dir)).not.toThrow();
  });

  it.each([
    ['was killed', { pid: spawnSync(process.execPath, ['--version']).pid, startedTicks: '1' }],
    ['had the number that another process has now', { pid: process.pid, startedTicks: '1' }],
    ['was killed while it wrote', undefined],
  ])('is taken over from a host that %s', (_name, holder) => {
    const dir = aDir();
    writeFileSync(join(dir, 'host.json'), holder ? JSON.stringify(holder) : '{"pid"');
    expect(holderOf(dir)).toBeUndefined();
    lock(dir);
    expect(readFileSync(join(dir, 'host.json'), 'utf8')).toContain(`"pid":${process.pid}`);
  });
});
