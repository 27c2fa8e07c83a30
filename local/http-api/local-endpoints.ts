import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { HostClock, InvocationResult } from '../types.ts';
import { type Answer, json, message } from './answer.ts';
import { readBody } from './read-body.ts';
import { urlOf } from './request-event.ts';

export interface LocalEndpointOptions {
  readonly clock: HostClock;
  /** Runs one function; rejects when the name means none. */
  readonly invoke: (functionName: string, event: unknown) => Promise<InvocationResult>;
  /** What `GET /local/status` tells. */
  readonly status: () => unknown;
}

const ClockChange = z.union([
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
  z.strictObject({ advanceMs: z.number().int() }),
  z.strictObject({ reset: z.literal(true) }),
]);
const Invocation = z.strictObject({ functionName: z.string(), event: z.unknown() });

const LARGEST_BODY_BYTES = 10 * 1_024 * 1_024;

/** Nothing when the path is not one of the host's own (`/local/…`); those exist on one machine only. */
export function createLocalEndpoints(
  options: LocalEndpointOptions,
): (request: IncomingMessage) => Promise<Answer> | undefined {
  return (request) => {
    const { pathname } = urlOf(request);
    return pathname.startsWith('/local/') ? answer(pathname, request, options) : undefined;
  };
}

async function answer(
  path: string,
  request: IncomingMessage,
  { clock, invoke, status }: LocalEndpointOptions,
): Promise<Answer> {
  if (isFromElsewhere(request)) return message(403, 'Forbidden');
  switch (`${request.method ?? ''} ${path}`) {
    case 'GET /local/status':
      return json(200, status());
    case 'GET /local/clock':
      return json(200, clockState(clock));
    case 'POST /local/clock':
      return within(request, ClockChange, (change) => {
        move(clock, change);
        return clockState(clock);
      });
    case 'POST /local/invoke':
      return within(request, Invocation, ({ functionName, event }) => invoke(functionName, event));
    default:
      return message(404, 'Not Found');
  }
}

/**
 * A page of another site must not move this machine's clock: it cannot send JSON without asking first, and a name of
 * its own that leads to this address is not ours.
 */
function isFromElsewhere({ method, headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const isJson = headers['content-type']?.startsWith('application/json') === true;
  return !['127.0.0.1', 'localhost'].includes(host) || (method === 'POST' && !isJson);
}

const clockState = (clock: HostClock) => ({
  now: new Date(clock.now()).toISOString(),
  offsetMs: clock.now() - Date.now(),
});

function move(clock: HostClock, change: z.infer<typeof ClockChange>): void {
  if ('now' in change) clock.set(Date.parse(change.now));
  else if ('advanceMs' in change) clock.advance(change.advanceMs);
  else clock.reset();
}

/** Whoever works at this machine sees what is wrong with a request, in words. */
async function within<S extends z.ZodType>(
  request: IncomingMessage,
  schema: S,
  work: (input: z.infer<S>) => unknown,
): Promise<Answer> {
  const body = await readBody(request, LARGEST_BODY_BYTES);
  const parsed = schema.safeParse(parseJson(body?.toString('utf8') ?? ''));
  if (!parsed.success) return message(400, z.prettifyError(parsed.error));
  try {
    return json(200, await work(parsed.data));
  } catch (error) {
    return message(400, error instanceof Error ? error.message : String(error));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
