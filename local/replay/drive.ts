import * as z from 'zod';
import type { Answer, Call, Session } from '../client/session.ts';
import { isUnreachable } from '../client/unreachable.ts';
import type { PlannedCase } from './plan.ts';
import type { Step } from './steps.ts';

/** A planned case with its steps, and how far it has come. */
export interface Thread {
  readonly planned: PlannedCase;
  readonly steps: readonly Step[];
  /** Undefined until this run has asked the API. */
  state: ThreadState | undefined;
}

export interface ThreadState {
  readonly caseId: string;
  readonly trackingCode: string;
  /** The latest that the API has told of: what the next step is made on. */
  readonly version: number;
  /** Steps that are in its history already. */
  readonly done: number;
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

const Logged = z.object({
  case: z.object({ caseId: z.string(), trackingCode: z.string(), version: z.int() }),
});
const Changed = z.object({ case: z.object({ version: z.int() }) });
const Dossier = Changed.extend({
  history: z.array(z.object({ by: z.object({ role: z.string() }) })),
});

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

async function take(thread: Thread, index: number, { session, seed }: Drive): Promise<void> {
  const state = (thread.state ??= await log(thread, session, seed));
  const step = thread.steps[index];
  // An earlier run that was cut off on this day had come further.
  if (step === undefined || index < state.done) return;
  const answer = accepted(await send(session, requestOf(step, state)), step);
  const { data } = Changed.safeParse(answer);
  const version = data?.case.version ?? state.version;
  thread.state = { ...state, version, done: index + 1 };
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

/**
 * What the machine makes of the words alone, service, place and departments, as `log` remembers it. Whatever it says, the agent
 * names the planned service and place: the published figures count those. It says the same of the same words, so a case that is
 * logged again is the same.
 */
async function propose({ steps: [step], planned }: Thread, session: Session): Promise<string> {
  if (step === undefined) throw new Error(`Nothing happens to case ${planned.number}`);
  const { as, at } = step;
  const { channel, description, place, caller } = LoggedBody.parse(step.body);
  const body = { channel, description, place, phone: caller.phone };
  const path = '/v1/desk/drafts';
  const answer = await send(session, { method: 'POST', path, as, at, body });
  return Proposal.parse(accepted(answer, step)).proposal;
}

const LoggedBody = z.object({
  channel: z.string(),
  description: z.string(),
  place: z.string(),
  caller: z.object({ phone: z.string() }),
});
const Proposal = z.object({ proposal: z.string() });

/**
 * Repeating it lands on the same case, so a replay that was cut off finds its cases again, and in their histories how
 * far it had come. What time did to a case is no step of the story.
 */
async function log(thread: Thread, session: Session, seed: number) {
  const {
    steps: [step],
    planned,
  } = thread;
  if (step === undefined) throw new Error(`Nothing happens to case ${planned.number}`);
  const { as, at } = step;
  const body = { ...step.body, proposal: await propose(thread, session) };
  const idempotencyKey = `replay-${seed}-${planned.number}`;
  const path = '/v1/desk/cases';
  const answer = await send(session, { method: 'POST', path, as, at, body, idempotencyKey });
  const { case: current } = Logged.parse(accepted(answer, step));
  if (answer.status === CREATED) return { ...current, done: 1 };
  const found = await send(session, { method: 'GET', path: `${path}/${current.caseId}`, as });
  const { case: latest, history } = Dossier.parse(accepted(found, step));
  const { length: done } = history.filter(({ by }) => by.role !== 'system');
  return { ...current, version: latest.version, done };
}
const CREATED = 201;

function requestOf(
  { as, at, action, body }: Step,
  { caseId, trackingCode, version }: ThreadState,
): Call {
  const method = 'POST';
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
