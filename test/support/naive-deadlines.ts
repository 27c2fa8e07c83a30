import type { Case, Part } from '../../shared/domain/case.ts';
import { MinuteOracle } from './minute-oracle.ts';
import { binhDuongCalendar } from './minute-oracle-calendars.ts';
import { dayOf, type Days } from './naive-statistics.ts';

/**
 * Deadlines and times by going through all cases, as the glossary defines them. Shares nothing with the code under
 * test: it tells an answered case by its rounds and not by its status, and working time minute by minute.
 */
export interface NaiveDeadlines extends NaiveBuckets {
  readonly due: number;
  readonly paused: number;
  readonly missed: number;
  readonly extended: number;
  readonly ended: number;
}

export interface NaiveBuckets {
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly openWithin: number;
  readonly openOverdue: number;
}

/** Something owed at an instant. */
interface Owed {
  readonly dueAt: string;
  readonly answeredAt: string | undefined;
  readonly waitsSince: string | undefined;
}

const UNANSWERED = ['rejected', 'duplicate', 'withdrawn', 'citizen_silent'];
const hasEnded = (c: Case): boolean => UNANSWERED.includes(c.closeReason ?? '');

/** The answer of the round that runs, or ran last. */
const answerOf = (c: Case): string | undefined =>
  c.rounds.filter((round) => round.answeredAt >= c.clockStartedAt).at(-1)?.answeredAt;

const waitsSince = (c: Case): string | undefined =>
  c.waiting.filter(({ until }) => until === null).map(({ from }) => from)[0];

/** What was given while the clock stood still was given when it came to a stand. */
const clockStoppedAt = (c: Case, answeredAt: string | null): string | undefined => {
  if (answeredAt === null) return undefined;
  const waits = c.waiting.map(({ from, until }) => [from, until ?? '9999'] as const);
  const wait = waits.find(([from, until]) => from < answeredAt && answeredAt < until);
  return wait === undefined ? answeredAt : wait[0];
};

const inPeriod = (instant: string, { from, to }: Days): boolean =>
  dayOf(instant) >= from && dayOf(instant) <= to;

const bucketOf = ({ dueAt, answeredAt, waitsSince }: Owed, today: string): keyof NaiveBuckets => {
  if (answeredAt !== undefined) return answeredAt > dueAt ? 'doneLate' : 'doneOnTime';
  if (waitsSince !== undefined && waitsSince < dueAt) return 'openWithin';
  return dayOf(dueAt) < today ? 'openOverdue' : 'openWithin';
};

function naiveBuckets(owed: readonly Owed[], today: string): NaiveBuckets {
  const buckets = owed.map((one) => bucketOf(one, today));
  const countOf = (bucket: string) => buckets.filter((found) => found === bucket).length;
  return {
    doneOnTime: countOf('doneOnTime'),
    doneLate: countOf('doneLate'),
    openWithin: countOf('openWithin'),
    openOverdue: countOf('openOverdue'),
  };
}

export function naiveDeadlines(cases: readonly Case[], days: Days, today: string): NaiveDeadlines {
  const dueInPeriod = cases.filter((c) => c.answerDueAt !== null && inPeriod(c.answerDueAt, days));
  const counted = dueInPeriod.filter((c) => !hasEnded(c));
  const owed = counted.map((c) => ({
    dueAt: c.answerDueAt ?? '',
    answeredAt: answerOf(c),
    waitsSince: waitsSince(c),
  }));
  const buckets = naiveBuckets(owed, today);
  return {
    ...buckets,
    due: counted.length,
    paused: owed.filter((one) => one.waitsSince !== undefined && one.waitsSince < one.dueAt).length,
    missed: buckets.doneLate + buckets.openOverdue,
    extended: counted.filter((c) => c.extensions > 0).length,
    ended: dueInPeriod.length - counted.length,
  };
}

export function naiveParts(
  cases: readonly Case[],
  department: string,
  { days, today }: { readonly days: Days; readonly today: string },
): NaiveBuckets {
  const isAsked = (part: Part) =>
    part.department === department && part.status !== 'released' && inPeriod(part.dueAt, days);
  const owed = cases.flatMap((c) =>
    c.parts.filter(isAsked).map(({ dueAt, answeredAt }) => ({
      dueAt,
      answeredAt: clockStoppedAt(c, answeredAt),
      waitsSince: waitsSince(c),
    })),
  );
  return naiveBuckets(owed, today);
}

let oracle: MinuteOracle | undefined;

/** Minutes of every hand-off and resolution of the period, in order. */
export function naiveTimes(cases: readonly Case[], days: Days) {
  const workingMinutes = (from: string, to: string): number => {
    oracle ??= new MinuteOracle(binhDuongCalendar);
    return oracle.between(Date.parse(from), Date.parse(to)) / 60_000;
  };
  const handOff = cases
    .filter((c) => inPeriod(c.receivedAt, days))
    .flatMap((c) => {
      const ends = [c.rounds[0]?.answeredAt, c.forwardedAt].filter((at) => at != null);
      return (
        ends.map((at) => (Date.parse(at) - Date.parse(c.receivedAt)) / 60_000).sort(up)[0] ?? []
      );
    });
  const workedUntil = (c: Case, end: string): number => {
    const waited = c.waiting
      .filter(({ from }) => from < end)
      .map(({ from, until }) => workingMinutes(from, until !== null && until < end ? until : end));
    return waited.reduce((rest, one) => rest - one, workingMinutes(c.receivedAt, end));
  };
  const elapsedUntil = (c: Case, end: string): number =>
    (Date.parse(end) - Date.parse(c.receivedAt)) / 60_000;
  const until = (
    endOf: (c: Case) => string | undefined,
    minutes: (c: Case, end: string) => number,
  ): number[] =>
    cases
      .flatMap((c) => {
        const end = endOf(c);
        return end === undefined || !inPeriod(end, days) ? [] : [minutes(c, end)];
      })
      .sort(up);
  const first = (c: Case) => c.rounds[0]?.answeredAt;
  const latest = (c: Case) => (hasEnded(c) ? undefined : answerOf(c));
  return {
    handOff: handOff.sort(up),
    firstResponse: until(first, workedUntil),
    firstResponseElapsed: until(first, elapsedUntil),
    resolution: until(latest, workedUntil),
  };
}

const up = (a: number, b: number): number => a - b;

/** Nearest rank: the first value that this share of all do not exceed. */
export const nearestRank = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1];
