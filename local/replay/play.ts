import { setTimeout as pause } from 'node:timers/promises';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import type { Session } from '../client/session.ts';
import type { Progress } from './checkpoint.ts';
import { type DaysWork, driveDay, type Thread } from './drive.ts';
import type { ReplayOptions } from './options.ts';
import { type PlannedCase, planCases } from './plan.ts';
import { stepsOf } from './steps.ts';

export interface Play {
  readonly session: Session;
  readonly jurisdiction: Jurisdiction;
  readonly options: ReplayOptions;
  readonly progress: Progress;
  /** Called before the requests of a day. */
  readonly moveClock: (to: Date) => Promise<void>;
  readonly report: (done: number, total: number, day: string) => void;
  /** Aborted when whoever watches wants it to stop. */
  readonly signal: AbortSignal;
}

/**
 * Plays the story day by day; returns what was played. A day that was cut off is gone through again from its morning:
 * each case tells how far it had come, so nothing is lost and nothing doubled.
 */
export async function play(play: Play): Promise<readonly PlannedCase[]> {
  const { session, jurisdiction, options, progress, signal } = play;
  const { seed, speed } = options;
  const threads = planCases(jurisdiction, seed)
    .filter(({ receivedAt }) => within(dayOf(receivedAt), options))
    .map((planned): Thread => ({
      planned,
      steps: stepsOf(planned, jurisdiction, seed),
      state: undefined,
    }));
  const days = byDay(threads);
  const total = threads.reduce((sum, { steps }) => sum + steps.length, 0);
  let done = 0;
  const started = Date.now();
  let first: string | undefined;
  for (const [day, work] of days) {
    const steps = work.reduce((sum, { indexes }) => sum + indexes.length, 0);
    if (day > progress.lastDay()) {
      const morning = new Date(`${day}T00:00:00+07:00`);
      first ??= day;
      await pace(morning, { speed, started, first, signal });
      await play.moveClock(morning);
      const onStep = () => play.report((done += 1), total, day);
      await driveDay(work, { session, seed, onStep, signal });
      progress.finished(day);
    } else {
      done += steps;
    }
  }
  return threads.map(({ planned }) => planned);
}

const within = (day: string, { from, to }: ReplayOptions): boolean => day >= from && day <= to;

const ZONE_MS = 7 * 3_600_000;
/** The day in Bình Dương. */
export const dayOf = (at: Date): string =>
  new Date(at.getTime() + ZONE_MS).toISOString().slice(0, 10);

function byDay(threads: readonly Thread[]): ReadonlyMap<string, readonly DaysWork[]> {
  const days = new Map<string, Map<Thread, number[]>>();
  for (const thread of threads) {
    for (const [index, { at }] of thread.steps.entries()) {
      const day = days.get(dayOf(at)) ?? new Map<Thread, number[]>();
      days.set(dayOf(at), day);
      day.set(thread, [...(day.get(thread) ?? []), index]);
    }
  }
  return new Map(
    [...days]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, work]) => [day, [...work].map(([thread, indexes]) => ({ thread, indexes }))]),
  );
}

interface Pace {
  readonly speed: number | undefined;
  readonly started: number;
  /** The day that this run began with. */
  readonly first: string;
  readonly signal: AbortSignal;
}

/** With a speed, waits until the simulated day is due. */
async function pace(to: Date, { speed, started, first, signal }: Pace): Promise<void> {
  if (speed === undefined) return;
  const simulatedMs = to.getTime() - Date.parse(`${first}T00:00:00+07:00`);
  const waitMs = started + simulatedMs / speed - Date.now();
  if (waitMs > 0) await pause(waitMs, undefined, { signal });
}
