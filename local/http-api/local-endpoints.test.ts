import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../clock.ts';
import { message } from './answer.ts';
import { createLocalEndpoints } from './local-endpoints.ts';
import { type HttpServer, listen } from './server.ts';

const running: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function setup() {
  const clock = createClock();
  const endpoints = createLocalEndpoints({
    clock,
    invoke: (name, event) =>
      name === 'desk'
        ? Promise.resolve({ ok: true, payload: [name, event] })
        : Promise.reject(new Error(`${name} is no function`)),
    status: () => ({ status: 'ok' }),
  });
  const server = await listen(0);
  running.push(server);
  server.serve({
    mounts: new Map(),
    answer: (request) => endpoints(request) ?? Promise.resolve(message(404, 'Not Found')),
  });
  const send = async (path: string, body?: unknown, type = 'application/json') => {
    const posted = {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    };
    const response = await fetch(`${server.url}/local/${path}`, body === undefined ? {} : posted);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { clock, send, url: server.url };
}

describe('the clock of the host', () => {
  it('is set, moved on and put back', async () => {
    const { clock, send } = await setup();
    expect((await send('clock', { now: '2019-11-01T07:00:00+07:00' })).body['now']).toMatch(
      /^2019-11-01T00:00:0/,
    );
    const before = clock.now();
    await send('clock', { advanceMs: 3_600_000 });
    expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    expect((await send('clock')).body['now']).toMatch(/^2019-11-01T01:00:0/);
    expect((await send('clock', { reset: true })).body['offsetMs']).toBe(0);
  });

  it('tells those who listen that it was moved, until they stop', () => {
    const clock = createClock();
    const seen: number[] = [];
    const stop = clock.onMove(() => seen.push(clock.now()));
    clock.advance(86_400_000);
    stop();
    clock.reset();
    expect(seen).toHaveLength(1);
  });

  it.each([[{ now: 'tomorrow' }], [{}], [{ advanceMs: '1' }], [{ reset: false }]])(
    'is not moved by %j',
    async (change) => {
      const { clock, send } = await setup();
      expect((await send('clock', change)).status).toBe(400);
      expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1_000);
    },
  );

  it('cannot be moved by a page of another site', async () => {
    const { send, url } = await setup();
    expect((await send('clock', { reset: true }, 'text/plain')).status).toBe(403);
    const status = await new Promise((resolve) => {
      httpRequest(`${url}/local/clock`, { headers: { host: 'rebound.test' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe('the host', () => {
  it('tells its status', async () => {
    const { send } = await setup();
    expect(await send('status')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('invokes one function', async () => {
    const { send } = await setup();
    const { body } = await send('invoke', { functionName: 'desk', event: { a: 1 } });
    expect(body).toEqual({ ok: true, payload: ['desk', { a: 1 }] });
    const none = await send('invoke', { functionName: 'disk', event: {} });
    expect(none).toEqual({ status: 400, body: { message: 'disk is no function' } });
  });

  it('knows no other paths and asks for patience until it has started', async () => {
    const { send } = await setup();
    expect((await send('other')).status).toBe(404);
    const starting = await listen(0);
    running.push(starting);
    expect((await fetch(starting.url)).status).toBe(503);
  });

  it('says which port is taken', async () => {
    const { url } = await setup();
    const { port } = new URL(url);
    await expect(listen(Number(port))).rejects.toThrow(`Port ${port} is in use`);
  });
});
