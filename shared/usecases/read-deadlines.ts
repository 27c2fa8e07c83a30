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
import {
  checkPeriod,
  dayBefore,
  type Period,
  type PeriodError,
} from '../domain/statistics-period.ts';
import {
  dimensionOf,
  type DeadlineBreakdown,
  groupedByLabel,
  type RowLabel,
} from '../domain/statistics-rows.ts';
import type { MonthSum, StatisticsReader } from '../ports/statistics.ts';
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
  readonly statistics: StatisticsReader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** How the cases stand whose answer is due in a period. Days to come may be asked for: they show what is ahead. */
export const createReadDeadlines =
  ({ statistics, clock, jurisdiction, context }: ReadDeadlinesPorts): ReadDeadlines =>
  async ({ jurisdictionId, by, from, to }) => {
    const asOf = clock.now().toISOString();
    const today = context.localDay(asOf);
    const { coveredYears } = jurisdiction.calendarData;
    const checked = checkPeriod({ from, to }, { coveredYears });
    if (!checked.ok) return checked;
    const period = checked.value;
    const dimension = dimensionOf(by);
    const ask = async (days: Period) =>
      days.from > days.to ? [] : statistics.sums({ jurisdictionId, dimension, period: days });
    // Whether an open case is overdue is not in the counters, which stand still overnight, but in which days they are of.
    const [past, coming] = await Promise.all([
      ask({ from, to: earlier(to, dayBefore(today)) }),
      ask({ from: later(from, today), to }),
    ]);
    const sums = [
      ...past.map((sum) => ({ ...sum, isPast: true })),
      ...coming.map((sum) => ({ ...sum, isPast: false })),
    ];
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

const earlier = (a: LocalDay, b: LocalDay): LocalDay => (a < b ? a : b);
const later = (a: LocalDay, b: LocalDay): LocalDay => (a > b ? a : b);

type DatedSum = MonthSum & { readonly isPast: boolean };

const dueSumsOf = (sums: readonly DatedSum[]): DueSums => ({
  past: addedUp(sums.filter(({ isPast }) => isPast)),
  coming: addedUp(sums.filter(({ isPast }) => !isPast)),
});
