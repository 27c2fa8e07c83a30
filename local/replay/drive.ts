import * as z from 'zod';
import type { Answer, Call, Session } from '../client/session.ts';
import { isUnreachable } from '../client/unreachable.ts';
import type { PlannedCase } from './plan.ts';
import type { Step } from './steps.ts';

/** A planned case with its steps, and what the API called it. */
export interface Thread {
  readonly planned: PlannedCase;
  readonly steps: readonly Step[];
  names: { readonly caseId: string; readonly trackingCode: string } | undefined;
}

export interface Drive {
  readonly session: Session;
  readonly seed: number;
  readonly onStep: () => void;
  /** Aborted when whoever watches wants it to stop. */
  readonly signal?: AbortSignal | undefined;
}

/** Requests under way at once: as many people as a small call centre and its departments have at work. */
const AT_ONCE = 12;

const Logged = z.object({ case: z.object({ caseId: z.string(), trackingCode: z.string() }) });

export interface DaysWork {
  readonly thread: Thread;
  /** Positions of the steps that fall on the day. */
  readonly indexes: readonly number[];
}

/**
 * Everything of one day; the steps of a case one after the other, cases side by side. Rejects with the first failure,
 * or with the reason of an abort, once nothing is under way any more.
 */
export async function driveDay(work: readonly DaysWork[], drive: Drive): Promise<void> {
  const waiting = work.values();
  const failing = new AbortController();
  const worker = async (): Promise<void> => {
    for (const { thread, indexes } of waiting) {
      for (const index of indexes) {
        failing.signal.throwIfAborted();
        drive.signal?.throwIfAborted();
        await take(thread, index, drive);
        drive.onStep();
      }
    }
  };
  const stopAll = (reason: unknown) => {
    failing.abort(reason);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => worker().catch(stopAll)));
  failing.signal.throwIfAborted();
}

async function take(thread: Thread, index: number, drive: Drive): Promise<void> {
  if (index === 0 || thread.names === undefined) await log(thread, drive);
  if (index === 0) return;
  const step = thread.steps[index];
  if (step === undefined || thread.names === undefined) return;
  accepted(await send(drive.session, requestOf(step, index, thread.names)), step);
}

/**
 * A busy machine may answer 5xx, let a request run out of time or drop its connection; every request here may be
 * repeated. A host that is gone is not waited for.
 */
const TRIES = 4;

async function send(session: Session, call: Call): Promise<Answer> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    const answer = await session.call(call).catch(unlessUnreachable);
    if (answer !== undefined && answer.status < 500) return answer;
  }
  return session.call(call);
}

function unlessUnreachable(error: unknown): undefined {
  if (!isUnreachable(error)) throw error;
}

/** Repeating it lands on the same case, so a replay that was cut off finds its cases again. */
async function log(thread: Thread, { session, seed }: Drive): Promise<void> {
  const [step] = thread.steps;
  if (step === undefined) return;
  const answer = await send(session, {
    method: 'POST',
    path: '/v1/desk/cases',
    as: step.as,
    at: step.at,
    body: step.body,
    idempotencyKey: `replay-${seed}-${thread.planned.number}`,
  });
  thread.names = Logged.parse(accepted(answer, step)).case;
}

function requestOf(
  { as, at, action, body }: Step,
  version: number,
  { caseId, trackingCode }: NonNullable<Thread['names']>,
) {
  const method = 'POST' as const;
  if (as === undefined) {
    return { method, path: `/v1/citizen/cases/${trackingCode}/${action}`, at, body };
  }
  const seat = as.startsWith('officer.') ? 'department' : 'desk';
  const path = `/v1/${seat}/cases/${caseId}/${action}`;
  return { method, path, as, at, body, ifMatch: version };
}

function accepted({ status, body }: Answer, { action, at }: Step): unknown {
  if (status < 300) return body;
  throw new Error(`${action} at ${at.toISOString()}: ${status} ${JSON.stringify(body)}`);
}
