import type { CaseId, Instant } from './case.ts';
import type {
  BinCounter,
  Contribution,
  CountableCase,
  Counter,
  Dimension,
  LocalDay,
  StatisticsContext,
} from './statistics.ts';
import { contributionOf } from './statistics-contribution.ts';
import { isInWorkingTime } from './statistics-times.ts';

/** What the counters hold of one case: the whole of it, so that it can be taken back exactly. */
export interface CountedCase {
  readonly version: number;
  readonly contributions: readonly Contribution[];
  /** The calendar by which its working time was measured; missing where none was. */
  readonly calendar?: string | undefined;
}

/** A change of one counter. */
export interface Increment {
  readonly day: LocalDay;
  readonly dimension: Dimension;
  readonly value: string;
  readonly counter: Counter | BinCounter;
  readonly by: number;
}

/** Brings one case in the counters from one version to a later one; entirely or not at all. */
export interface CountingStep {
  readonly caseId: CaseId;
  /** Version that is counted now; 0 when the case is not counted yet. */
  readonly from: number;
  readonly to: CountedCase;
  readonly increments: readonly Increment[];
  readonly listed: ListedIn;
}

/** Where a case is found by who opens a figure: in each month in which it counts for anything, by its receipt. */
export interface ListedIn {
  readonly receivedAt: Instant;
  /**
   * Months in which it did not count before. It stays listed where it counts no more: what it counts for is looked up
   * anyway, and a list that changes with every change would cost every change a write.
   */
  readonly months: readonly string[];
}

/** Undefined when this version, or a later one, is counted already: repeats and late arrivals change nothing. */
export function countingStep(
  current: CountableCase,
  counted: CountedCase | undefined,
  context: StatisticsContext,
): CountingStep | undefined {
  const from = counted?.version ?? 0;
  if (current.version <= from) return undefined;
  const contributions = contributionOf(current, context);
  const before = counted?.contributions ?? [];
  return {
    caseId: current.caseId,
    from,
    to: {
      version: current.version,
      contributions,
      ...(contributions.some(isInWorkingTime) && { calendar: context.calendarVersion() }),
    },
    increments: difference(before, contributions),
    listed: {
      receivedAt: current.receivedAt,
      months: monthsIn(contributions).filter((month) => !monthsIn(before).includes(month)),
    },
  };
}

const monthsIn = (contributions: readonly Contribution[]): string[] => [
  ...new Set(contributions.map(({ day }) => day.slice(0, 7))),
];

/**
 * What a case should be counted as, if it is counted at all. A version that is not stored any more cannot be checked:
 * it counts as what it was counted as. So does working time that was measured by another calendar than the one of now:
 * it was right by the calendar of its day, and a rebuild measures it again.
 */
export function expectedOf(
  current: CountableCase,
  counted: CountedCase,
  context: StatisticsContext,
): readonly Contribution[] {
  if (counted.version !== current.version) return counted.contributions;
  const expected = contributionOf(current, context);
  const { calendar } = counted;
  return calendar === undefined || calendar === context.calendarVersion()
    ? expected
    : [
        ...expected.filter((one) => !isInWorkingTime(one)),
        ...counted.contributions.filter(isInWorkingTime),
      ];
}

/** What the counters must change by so that a case counted as `before` is counted as `after`. */
export function difference(
  before: readonly Contribution[],
  after: readonly Contribution[],
): Increment[] {
  const changes = new Map<string, Increment>();
  for (const increment of [...spread(before, -1), ...spread(after, 1)]) {
    const { day, dimension, value, counter, by } = increment;
    const key = `${day} ${dimension} ${value} ${counter}`;
    changes.set(key, { ...increment, by: by + (changes.get(key)?.by ?? 0) });
  }
  return [...changes.values()].filter(({ by }) => by !== 0);
}

const spread = (contributions: readonly Contribution[], sign: 1 | -1): Increment[] =>
  contributions.flatMap(({ day, counters, cells, by = 1 }) =>
    cells.flatMap(([dimension, value]) =>
      counters.map((counter) => ({ day, dimension, value, counter, by: sign * by })),
    ),
  );
