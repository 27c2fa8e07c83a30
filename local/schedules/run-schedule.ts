import { setTimeout as wait } from 'node:timers/promises';
import type { FunctionRuntime, HostClock } from '../types.ts';
import type { Definition, Target } from './definitions.ts';
import type { Firings } from './firings.ts';
import { scheduledEvent } from './scheduled-event.ts';

export interface RunOptions {
  readonly definition: Definition;
  readonly runtime: FunctionRuntime;
  readonly clock: HostClock;
  readonly firings: Firings;
  /** Aborts when the host stops. */
  readonly signal: AbortSignal;
  readonly retryDelayMs: number;
  readonly report: (line: string) => void;
}

/** Lambda runs a function that failed on an event like this twice more. */
const TRIES = 3;
/** Longest that one timer of Node can run. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** One schedule, which fires again when its last firing is done. */
export function runSchedule(options: RunOptions) {
  const { definition, clock, firings, signal } = options;
  let timer: NodeJS.Timeout | undefined;
  let firing: Promise<void> | undefined;

  const look = () => {
    if (firing !== undefined || signal.aborted) return;
    clearTimeout(timer);
    const last = lastFiring(options);
    const due = definition.nextAfter(last);
    if (due === undefined) return;
    const now = clock.now();
    if (due > now) {
      timer = setTimeout(look, Math.min(due - now, LONGEST_TIMER_MS)).unref();
      return;
    }
    // Of several that were missed only this one fires, for all of them.
    const missed = definition.nextAfter(due);
    const at = missed !== undefined && missed <= now ? now : due;
    firing = fireAll(options, at).then((done) => {
      if (done) firings.save(definition.arn, at);
      firing = undefined;
      look();
    });
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  look();
  return {
    look,
    idle: async () => {
      for (; firing !== undefined && !signal.aborted;) await firing;
    },
    done: () => firing ?? Promise.resolve(),
  };
}

/** A schedule that is new, or from which the clock was moved back, counts from now on. */
function lastFiring({ definition, clock, firings }: RunOptions): number {
  const last = firings.last(definition.arn);
  const now = clock.now();
  if (last !== undefined && last <= now) return last;
  firings.save(definition.arn, now);
  return now;
}

/** False when the host stopped before it was over: then it fires again at the next start. */
async function fireAll(options: RunOptions, at: number): Promise<boolean> {
  const { definition } = options;
  const fired = definition.targets.map((target) => fire(options, target, at));
  return (await Promise.all(fired)).every((done) => done);
}

async function fire(options: RunOptions, target: Target, at: number): Promise<boolean> {
  const { definition, runtime, signal, retryDelayMs, report } = options;
  const event = scheduledEvent(definition, target, at);
  for (let tried = 1; ; tried += 1) {
    const { ok, payload } = await runtime.invoke(target.functionName, event);
    if (ok) return true;
    report(`${target.functionName}, on schedule, try ${tried}: ${JSON.stringify(payload)}`);
    if (tried === TRIES) return true;
    await wait(retryDelayMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return false;
  }
}
