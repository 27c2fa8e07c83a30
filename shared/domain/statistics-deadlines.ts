import { MIN_RANKING_SAMPLE, type Share, shareOf } from './satisfaction.ts';
import type { DueCounter, PartCounter } from './statistics.ts';

/** The four buckets. */
export interface Buckets {
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly openWithin: number;
  readonly openOverdue: number;
}

export interface DeadlineCounts extends Buckets {
  /** The four buckets together. */
  readonly due: number;
  /** Of `openWithin`: waiting for the citizen, so that the clock stands still. */
  readonly paused: number;
  readonly missed: number;
  readonly extended: number;
  /** Closed without an answer: in no bucket and no denominator. */
  readonly ended: number;
}

/** What the statistics say of the deadlines of a period. */
export interface DeadlineFigures {
  readonly counts: DeadlineCounts;
  readonly onTimeRate: Share;
  readonly extensionRate: Share;
  readonly breachRate: Share;
  readonly onTimeRankable: boolean;
}

/** Each name is a heading of docs/glossary.md, where the figure is defined with a worked example. */
export const DEADLINE_FIGURES = [
  'due',
  'doneOnTime',
  'doneLate',
  'openWithin',
  'openOverdue',
  'paused',
  'ended',
  'missed',
  'extended',
  'onTimeRate',
  'extensionRate',
  'breachRate',
  'onTimeRankable',
  'parts',
] as const;

/** Counters by whether their day has passed on the day of asking. One that is missing is 0. */
export interface DueSums {
  readonly past: Readonly<Partial<Record<DueCounter | PartCounter, number>>>;
  readonly coming: Readonly<Partial<Record<DueCounter | PartCounter, number>>>;
}

export function deadlineFiguresOf(sums: DueSums): DeadlineFigures {
  const buckets = bucketsOf(sums, {
    onTime: 'dueOnTime',
    late: 'dueLate',
    open: 'dueOpen',
    waiting: 'dueWaiting',
  });
  const { doneOnTime, doneLate, openWithin, openOverdue } = buckets;
  const due = doneOnTime + doneLate + openWithin + openOverdue;
  const missed = doneLate + openOverdue;
  const extended = both(sums, 'dueExtended');
  const onTimeRate = shareOf(doneOnTime, doneOnTime + missed);
  return {
    counts: {
      due,
      ...buckets,
      paused: both(sums, 'dueWaiting'),
      missed,
      extended,
      ended: both(sums, 'dueEnded'),
    },
    onTimeRate,
    extensionRate: shareOf(extended, due),
    breachRate: shareOf(missed, due),
    onTimeRankable: onTimeRate.denominator >= MIN_RANKING_SAMPLE,
  };
}

/** Parts that a department owes or gave in support of others. */
export const partBucketsOf = (sums: DueSums): Buckets =>
  bucketsOf(sums, {
    onTime: 'partOnTime',
    late: 'partLate',
    open: 'partOpen',
    waiting: 'partWaiting',
  });

type BucketCounters = Readonly<
  Record<'onTime' | 'late' | 'open' | 'waiting', DueCounter | PartCounter>
>;

const bucketsOf = (sums: DueSums, { onTime, late, open, waiting }: BucketCounters): Buckets => ({
  doneOnTime: both(sums, onTime),
  doneLate: both(sums, late),
  openWithin: (sums.coming[open] ?? 0) + both(sums, waiting),
  openOverdue: sums.past[open] ?? 0,
});

const both = ({ past, coming }: DueSums, counter: DueCounter | PartCounter): number =>
  (past[counter] ?? 0) + (coming[counter] ?? 0);
