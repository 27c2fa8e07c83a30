import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { ok, type Result } from '../domain/result.ts';
import type { StatisticsContext } from '../domain/statistics.ts';
import { type TimeFigures, timeFiguresOf } from '../domain/statistics-percentiles.ts';
import { checkPeriod, type Period, type PeriodError } from '../domain/statistics-period.ts';
import { groupedByLabel, type RowLabel, type TimeBreakdown } from '../domain/statistics-rows.ts';
import type { MonthTimes } from '../domain/statistics-times.ts';
import type { TimesReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';

export interface TimesQuestion extends Period {
  readonly jurisdictionId: JurisdictionId;
  readonly by?: TimeBreakdown | undefined;
}

export interface Times {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  readonly total: TimeFigures;
  /** Empty without `by`. Their cases add up to the total's; percentiles do not add up. */
  readonly rows: readonly (RowLabel & TimeFigures)[];
}

export type ReadTimes = (question: TimesQuestion) => Promise<Result<Times, PeriodError>>;

export interface ReadTimesPorts {
  readonly times: TimesReader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** How long hand-offs of cases received in a period took, and answers given in it. */
export const createReadTimes =
  ({ times, clock, jurisdiction, context }: ReadTimesPorts): ReadTimes =>
  async ({ jurisdictionId, by, from, to }) => {
    const asOf = clock.now().toISOString();
    const { coveredYears } = jurisdiction.calendarData;
    const period = checkPeriod({ from, to }, { today: context.localDay(asOf), coveredYears });
    if (!period.ok) return period;
    const read = await times.times({ jurisdictionId, period: period.value });
    const figures = (own: readonly MonthTimes[]) =>
      timeFiguresOf(own.map(({ sketches }) => sketches));
    return ok({
      period: period.value,
      asOf,
      total: figures(read),
      rows:
        by === undefined
          ? []
          : groupedByLabel(
              read.map((row) => ({
                ...row,
                value: by === 'department' ? row.department : row.service,
              })),
              by,
              { jurisdiction, period: period.value },
            ).map(({ label, own }) => ({ ...label, ...figures(own) })),
    });
  };
