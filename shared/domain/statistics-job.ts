import * as z from 'zod';
import { Instant } from './case.ts';
import { COUNTERS, DIMENSIONS, LocalDay, measuredBin } from './statistics.ts';
import type { Drift } from './statistics-tally.ts';

/** Drifts that a job keeps: the first say enough; a broken rule would have thousands. */
export const MOST_DRIFTS_KEPT = 20;

const isCounter = (text: string): text is Drift['counter'] =>
  (COUNTERS as readonly string[]).includes(text) ||
  measuredBin(text as Drift['counter']) !== undefined;

const DriftSchema = z.strictObject({
  day: LocalDay,
  dimension: z.enum(DIMENSIONS),
  value: z.string(),
  counter: z.string().refine(isCounter),
  counted: z.int(),
  expected: z.int(),
});

export const STATISTICS_JOBS = ['reconcile', 'rebuild'] as const;
export type StatisticsJobKind = (typeof STATISTICS_JOBS)[number];

/**
 * A recount or a rebuild of the counters: done in steps of a page of cases or a month, each as often as need be, so that it may
 * be stopped anywhere and goes on where it was.
 */
export const StatisticsJob = z.strictObject({
  kind: z.enum(STATISTICS_JOBS),
  /** By the schedule of the night: what it finds raises the alarm. */
  isScheduled: z.boolean(),
  /** Counts the steps, so that two that run at once do not undo each other. */
  revision: z.int().min(0),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  /** The counters that are compared, or made. */
  generation: z.int().min(1),
  /** `cases`: page by page of the base. Then a recount compares month by month, and a rebuild clears old counters away. */
  phase: z.enum(['cases', 'months', 'sweep']),
  /** Where the phase has come to; null at its beginning. */
  place: z.string().nullable(),
  /** Cases of the base gone through. */
  cases: z.int().min(0),
  /** Of those, stored in a later version than was counted: the stream was bringing them, or had lost them. They are counted now. */
  behind: z.int().min(0),
  /** Counters that changed while they were compared and cannot be judged. */
  moving: z.int().min(0),
  /** What does not hold what the cases say: must be 0. */
  drift: z.int().min(0),
  drifts: z.array(DriftSchema).max(MOST_DRIFTS_KEPT),
  /** Months outside the years of the calendar in which cases count. */
  farMonths: z.array(z.string()),
  /** Rows of counters that nobody reads any more. */
  deleted: z.int().min(0),
  /** Why it was given up. */
  failure: z.enum(['REBUILD_SUPERSEDED']).nullable(),
});
export type StatisticsJob = z.infer<typeof StatisticsJob>;

export const beginJob = (
  of: Pick<StatisticsJob, 'kind' | 'isScheduled' | 'startedAt' | 'generation'>,
): StatisticsJob => ({
  ...of,
  revision: 0,
  finishedAt: null,
  phase: 'cases',
  place: null,
  cases: 0,
  behind: 0,
  moving: 0,
  drift: 0,
  drifts: [],
  farMonths: [],
  deleted: 0,
  failure: null,
});

export const withDrift = (job: StatisticsJob, found: readonly Drift[]): StatisticsJob => ({
  ...job,
  drift: job.drift + found.length,
  drifts: [...job.drifts, ...found].slice(0, MOST_DRIFTS_KEPT),
});
