import { ok, type Result } from '../domain/result.ts';
import {
  type ActivityBreakdown,
  type ActivityCounts,
  activityCountsOf,
} from '../domain/statistics-activity-figures.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { checkPeriod, type Period, type PeriodError } from '../domain/statistics-period.ts';
import { dimensionOf, groupedByLabel, type RowLabel } from '../domain/statistics-rows.ts';
import { DONE_BY_SERVICE, type StatisticsContext } from '../domain/statistics.ts';
import type { MonthSum, StatisticsReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import { addedUp } from './read-routed-sums.ts';

export interface ActivityQuestion extends Period {
  readonly jurisdictionId: JurisdictionId;
  readonly by?: ActivityBreakdown | undefined;
}

export interface ActivityOf {
  readonly counts: ActivityCounts;
}

export interface Activity {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  readonly total: ActivityOf;
  /** Empty without `by`. They add up to the total. */
  readonly rows: readonly (RowLabel & ActivityOf)[];
}

export type ReadActivity = (question: ActivityQuestion) => Promise<Result<Activity, PeriodError>>;

export interface ReadActivityPorts {
  readonly statistics: StatisticsReader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** What happened in a period, each on its own day: answers, judgements, reopenings, returns, closures. */
export const createReadActivity =
  ({ statistics, clock, jurisdiction, context }: ReadActivityPorts): ReadActivity =>
  async ({ jurisdictionId, by, from, to }) => {
    const asOf = clock.now().toISOString();
    const { coveredYears } = jurisdiction.calendarData;
    const checked = checkPeriod({ from, to }, { today: context.localDay(asOf), coveredYears });
    if (!checked.ok) return checked;
    const period = checked.value;
    const ofServices = by === 'service' || by === 'group';
    const dimension = ofServices ? DONE_BY_SERVICE : dimensionOf(by);
    const read = await statistics.sums({ jurisdictionId, dimensions: [dimension], period });
    const figures = (own: readonly MonthSum[]) => ({ counts: activityCountsOf(addedUp(own)) });
    return ok({
      period,
      asOf,
      total: figures(read),
      rows:
        by === undefined
          ? []
          : groupedByLabel(read, by, { jurisdiction, period }).map(({ label, own }) => ({
              ...label,
              ...figures(own),
            })),
    });
  };
