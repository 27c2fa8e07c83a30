import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Session } from './client/session.ts';
import { holderOf } from './host/lock.ts';
import { writeSample } from './host/sample-assembly.ts';
import { type Host, startHost } from './host.ts';

const hosts: Host[] = [];
const folders: string[] = [];
const kept = (folder: string) => {
  folders.push(folder);
  return folder;
};
const aDir = () => kept(mkdtempSync(join(tmpdir(), 'host-')));

async function start(dir = aDir(), changed: Readonly<Record<string, object>> = {}) {
  const cdkOut = kept(writeSample(changed));
  const host = await startHost({ dir, cdkOut, port: 0, quiet: true });
  hosts.push(host);
  return host;
}

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const put = async (url: string, id: string | number): Promise<number> =>
  (await fetch(`${url}/notes/${id}`, { method: 'PUT' })).status;
const get = async (url: string, id: string | number): Promise<number> =>
  (await fetch(`${url}/notes/${id}`)).status;

describe('the host', () => {
  it('leads from the API over function, policy and table to the stream', async () => {
    const host = await start();
    expect(await put(host.url, 'a')).toBe(200);
    await host.idle();
    expect(await get(host.url, 'copy-a')).toBe(200);
    expect(await get(host.url, 'copy-copy-a')).toBe(404);
  });

  it('signs people in and holds their tokens against the routes', async () => {
    const { url, issuer } = await start();
    const session = new Session({ url, issuer });
    expect((await session.call({ method: 'GET', path: '/who' })).status).toBe(401);
    const known = await session.call({ method: 'GET', path: '/who', as: 'lan' });
    expect(known.body).toMatchObject({ sub: 'lan', client_id: 'desk-web', token_use: 'access' });
    expect((await session.call({ method: 'GET', path: '/issuer' })).body).toEqual({ issuer });
  });

  it('refuses a function what its policy does not grant, and reports it', async () => {
    const host = await start();
    expect((await fetch(`${host.url}/scan`)).status).toBe(400);
    expect(host.endpoint.denials()).toMatchObject([
      { functionName: 'notes-api', action: 'dynamodb:Scan' },
    ]);
    const status = (await (await fetch(`${host.url}/local/status`)).json()) as object;
    expect(status).toMatchObject({ status: 'ok', denials: [{ action: 'dynamodb:Scan' }] });
  });

  it('invokes a function by the end of its name', async () => {
    const host = await start();
    expect(await host.invoke('copy', { Records: [] })).toEqual({ ok: true, payload: null });
    expect(() => host.invoke('note', {})).toThrow(/notes-api, notes-copy/);
  });

  it('keeps its data over a restart', async () => {
    const dir = aDir();
    const first = await start(dir);
    await put(first.url, 'a');
    await first.close();
    const second = await start(dir);
    expect(await get(second.url, 'a')).toBe(200);
  });

  it('shares its store with no other host', async () => {
    const dir = aDir();
    const { url } = await start(dir);
    await expect(start(dir)).rejects.toThrow(
      new RegExp(`process ${process.pid} at ${url}.*is using`),
    );
    expect(await put(url, 'a')).toBe(200);
  });

  it.each([
    [
      'a permission is missing',
      { Permission: { Type: 'AWS::IAM::Role' } },
      /No AWS::Lambda::Permission/,
    ],
    [
      'an authorizer trusts somebody else',
      {
        Authorizer: {
          Type: 'AWS::ApiGatewayV2::Authorizer',
          Properties: {
            Name: 'staff',
            AuthorizerType: 'JWT',
            IdentitySource: ['$request.header.Authorization'],
            JwtConfiguration: { Issuer: 'https://elsewhere.test', Audience: [] },
          },
        },
      },
      /trusts https:\/\/elsewhere.test/,
    ],
  ])('does not start when %s, and leaves nothing running', async (_name, changed, message) => {
    const dir = aDir();
    await expect(start(dir, changed)).rejects.toThrow(message);
    expect(holderOf(dir)).toBeUndefined();
    await expect(start(dir)).resolves.toBeDefined();
  });
});

describe('under load', () => {
  const ids = Array.from({ length: 120 }, (_, index) => index);

  /** Sends every note, some at a time; resolves with those that were acknowledged. */
  async function load(url: string, onAcknowledged: (count: number) => void): Promise<number[]> {
    const acknowledged: number[] = [];
    const left = [...ids];
    const work = async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        const status = await put(url, id).catch(() => 0);
        if (status !== 200) continue;
        acknowledged.push(id);
        onAcknowledged(acknowledged.length);
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    return acknowledged;
  }

  const missing = async (url: string, wanted: readonly string[]): Promise<string[]> => {
    const found = await Promise.all(wanted.map((id) => get(url, id)));
    return wanted.filter((_id, index) => found[index] !== 200);
  };

  it('a killed DynamoDB loses nothing and no request fails', async () => {
    const host = await start();
    const acknowledged = await load(host.url, (count) => {
      const pid = host.dynamodb.pid();
      if (count % 40 === 20 && pid !== undefined) process.kill(pid, 'SIGKILL');
    });
    expect(acknowledged).toHaveLength(ids.length);
    await host.idle();
    const wanted = acknowledged.flatMap((id) => [String(id), `copy-${id}`]);
    expect(await missing(host.url, wanted)).toEqual([]);
  });

  it('a killed host loses nothing that it acknowledged, and the stream goes on where it stood', async () => {
    const dir = aDir();
    const cdkOut = kept(writeSample());
    const options = JSON.stringify({ dir, cdkOut, port: 0, quiet: true });
    const script = `const { startHost } = await import(${JSON.stringify(import.meta.resolve('./host.ts'))}); await startHost(${options});`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: 'inherit',
    });
    const url = await vi.waitFor(
      () => holderOf(dir)?.url ?? Promise.reject(new Error('starting')),
      {
        timeout: 60_000,
      },
    );
    const gone = once(child, 'exit');
    const acknowledged = await load(url, (count) => {
      if (count === 50) child.kill('SIGKILL');
    });
    await gone;
    expect(acknowledged.length).toBeGreaterThanOrEqual(50);

    const host = await start(dir);
    await host.idle();
    const wanted = acknowledged.flatMap((id) => [String(id), `copy-${id}`]);
    expect(await missing(host.url, wanted)).toEqual([]);
  });
});
