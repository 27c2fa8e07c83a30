import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { ok, type Result } from '../domain/result.ts';
import type { LocalDay, StatisticsContext } from '../domain/statistics.ts';
import {
  type Buckets,
  type DeadlineFigures,
  deadlineFiguresOf,
  type DueSums,
  partBucketsOf,
} from '../domain/statistics-deadlines.ts';
import { checkPeriod, type Period, type PeriodError } from '../domain/statistics-period.ts';
import {
  dimensionOf,
  type DeadlineBreakdown,
  groupedByLabel,
  type RowLabel,
} from '../domain/statistics-rows.ts';
import type { MonthSum, SeriesReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import { addedUp } from './read-routed-sums.ts';

export interface DeadlinesQuestion extends Period {
  readonly jurisdictionId: JurisdictionId;
  readonly by?: DeadlineBreakdown | undefined;
}

export interface DeadlinesRow extends RowLabel, DeadlineFigures {
  /** Of departments only: parts due in the period in which it supports another. */
  readonly parts?: Buckets;
}

export interface Deadlines {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  /** The local day of asking: what is open and was due before it is overdue. */
  readonly today: LocalDay;
  readonly total: DeadlineFigures;
  /** Empty without `by`. They add up to the total, but for `parts`. */
  readonly rows: readonly DeadlinesRow[];
}

export type ReadDeadlines = (
  question: DeadlinesQuestion,
) => Promise<Result<Deadlines, PeriodError>>;

export interface ReadDeadlinesPorts {
  readonly series: SeriesReader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** How the cases stand whose answer is due in a period. Days to come may be asked for: they show what is ahead. */
export const createReadDeadlines =
  ({ series, clock, jurisdiction, context }: ReadDeadlinesPorts): ReadDeadlines =>
  async ({ jurisdictionId, by, from, to }) => {
    const asOf = clock.now().toISOString();
    const today = context.localDay(asOf);
    const { coveredYears } = jurisdiction.calendarData;
    const checked = checkPeriod({ from, to }, { coveredYears });
    if (!checked.ok) return checked;
    const period = checked.value;
    const read = await series.daySums({ jurisdictionId, dimensions: [dimensionOf(by)], period });
    // Whether an open case is overdue is not in the counters, which stand still overnight, but in which days they are of.
    const sums = read.map((sum) => ({ ...sum, isPast: sum.day < today }));
    return ok({
      period,
      asOf,
      today,
      total: deadlineFiguresOf(dueSumsOf(sums)),
      rows:
        by === undefined
          ? []
          : groupedByLabel(sums, by, { jurisdiction, period }).map(({ label, own }) => ({
              ...label,
              ...deadlineFiguresOf(dueSumsOf(own)),
              ...(by === 'department' && { parts: partBucketsOf(dueSumsOf(own)) }),
            })),
    });
  };

type DatedSum = MonthSum & { readonly isPast: boolean };

const dueSumsOf = (sums: readonly DatedSum[]): DueSums => ({
  past: addedUp(sums.filter(({ isPast }) => isPast)),
  coming: addedUp(sums.filter(({ isPast }) => !isPast)),
});
