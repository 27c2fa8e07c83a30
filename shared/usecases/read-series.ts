import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { StatisticsContext } from '../domain/statistics.ts';
import { checkPeriod, type Period, type PeriodError } from '../domain/statistics-period.ts';
import { dimensionOf, groupedByLabel, type RowLabel } from '../domain/statistics-rows.ts';
import {
  MAX_STEPS,
  type Series,
  type SeriesBreakdown,
  seriesOf,
} from '../domain/statistics-series.ts';
import { type Span, spansOf } from '../domain/statistics-spans.ts';
import type { SeriesReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';

export interface SeriesQuestion extends Period {
  readonly jurisdictionId: JurisdictionId;
  readonly step: Span;
  readonly by?: SeriesBreakdown | undefined;
}

export interface SeriesRow extends RowLabel {
  readonly counts: Series;
}

export interface SeriesAnswer {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  readonly steps: readonly Period[];
  readonly total: { readonly counts: Series };
  /** Empty without `by`. They add up to the total, step by step, but for supporting departments. */
  readonly rows: readonly SeriesRow[];
}

export type SeriesError = PeriodError | { readonly code: 'STEPS_TOO_MANY'; readonly most: number };

export type ReadSeries = (question: SeriesQuestion) => Promise<Result<SeriesAnswer, SeriesError>>;

export interface ReadSeriesPorts {
  readonly series: SeriesReader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** How figures went over a period, by days, weeks or months. */
export const createReadSeries =
  ({ series, clock, jurisdiction, context }: ReadSeriesPorts): ReadSeries =>
  async ({ jurisdictionId, step, by, from, to }) => {
    const asOf = clock.now().toISOString();
    const { coveredYears } = jurisdiction.calendarData;
    const checked = checkPeriod({ from, to }, { today: context.localDay(asOf), coveredYears });
    if (!checked.ok) return checked;
    const period = checked.value;
    const steps = spansOf(period, step);
    if (steps.length > MAX_STEPS) return err({ code: 'STEPS_TOO_MANY', most: MAX_STEPS });
    const dimension = dimensionOf(by);
    const dimensions = [...new Set(['class', dimension] as const)];
    const read = await series.daySums({ jurisdictionId, dimensions, period });
    const days = read.filter((sum) => sum.dimension === dimension);
    const ofClasses = read.filter((sum) => sum.dimension === 'class');
    return ok({
      period,
      asOf,
      steps,
      total: { counts: seriesOf(ofClasses, steps) },
      rows:
        by === undefined
          ? []
          : groupedByLabel(days, by, { jurisdiction, period }).map(({ label, own }) => ({
              ...label,
              counts: seriesOf(own, steps),
            })),
    });
  };
