import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { Session } from '../client/session.ts';
import { isUnreachable } from '../client/unreachable.ts';
import { type DaysWork, driveDay } from './drive.ts';
import { planCases } from './plan.ts';

const SEED = 1;
const [planned] = planCases(loadJurisdiction('binh-duong').jurisdiction, SEED);

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A host that does nothing but answer, and citizens who judge one case each. */
async function setup({ cases, answer }: { cases: number; answer: Answer }) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const step = { at: new Date(0), as: undefined, action: 'rate', body: {} };
  const work = Array.from({ length: cases }, (_, number): DaysWork => {
    const trackingCode = `code-${number}`;
    const state = { caseId: `case-${number}`, trackingCode, version: 1, done: 1 };
    return { thread: { planned: planned!, steps: [step, step], state }, indexes: [1] };
  });
  let steps = 0;
  const drive = (signal?: AbortSignal) =>
    driveDay(work, {
      session: new Session({ url, issuer: `${url}/oidc` }),
      seed: SEED,
      onStep: () => (steps += 1),
      signal,
    });
  return { asked, server, drive, done: () => steps };
}

describe('a day of the replay', () => {
  it('sends a request again when its connection drops or the host is too busy', async () => {
    const { asked, drive, done } = await setup({
      cases: 1,
      answer: (request, response) => {
        if (asked.length === 1) request.socket.destroy();
        else response.writeHead(asked.length === 2 ? 503 : 200).end('{}');
      },
    });
    await drive();
    expect(asked).toHaveLength(3);
    expect(done()).toBe(1);
  });

  it('is given up when nobody answers any more', async () => {
    const { drive } = await setup({ cases: 3, answer: ({ socket }) => socket.destroy() });
    const failure = await drive().catch((error: unknown) => error);
    expect(isUnreachable(failure)).toBe(true);
  });

  it('asks nothing further once a request was refused', async () => {
    const { asked, drive, done } = await setup({
      cases: 500,
      answer: (_, response) => response.writeHead(409).end('{"code":"TRANSITION_REFUSED"}'),
    });
    await expect(drive()).rejects.toThrow(/rate at 1970.*409.*TRANSITION_REFUSED/);
    expect(done()).toBe(0);
    const { length } = asked;
    expect(length).toBeLessThanOrEqual(12);
  });

  it('ends with what is under way when it is told to stop', async () => {
    const stop = new AbortController();
    const { asked, drive, done } = await setup({
      cases: 500,
      answer: (_, response) => {
        if (asked.length === 20) stop.abort();
        response.end('{}');
      },
    });
    await expect(drive(stop.signal)).rejects.toThrow(/aborted/);
    expect(done()).toBe(asked.length);
    expect(done()).toBeLessThan(500);
  });
});
