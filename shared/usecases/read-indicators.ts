import type { JurisdictionId } from '../domain/case.ts';
import type {
  Indicator,
  IndicatorSources,
  IndicatorValue,
} from '../domain/indicators/indicator.ts';
import { INDICATORS } from '../domain/indicators/indicators.ts';
import { ok, type Result } from '../domain/result.ts';
import { NONE } from '../domain/statistics.ts';
import type { Figures } from '../domain/statistics-figures.ts';
import type { Period, PeriodError } from '../domain/statistics-period.ts';
import type { ReadDeadlines } from './read-deadlines.ts';
import type { ReadHeadline } from './read-headline.ts';
import type { ReadReturns } from './read-returns.ts';
import type { ReadRouting } from './read-routing.ts';
import type { ReadTimes } from './read-times.ts';

export interface MeasuredIndicator extends IndicatorValue {
  readonly indicator: Indicator;
}

export interface Indicators {
  readonly period: Period;
  /** When the counters were read. */
  readonly asOf: string;
  readonly indicators: readonly MeasuredIndicator[];
}

type Failed = Awaited<ReturnType<ReadRouting>> & { readonly ok: false };

export type ReadIndicators = (
  question: Period & { readonly jurisdictionId: JurisdictionId },
) => Promise<Result<Indicators, PeriodError | Failed['error']>>;

export interface ReadIndicatorsPorts {
  readonly readHeadline: ReadHeadline;
  readonly readDeadlines: ReadDeadlines;
  readonly readTimes: ReadTimes;
  readonly readRouting: ReadRouting;
  readonly readReturns: ReadReturns;
}

/** Whoever reads agents' names is somebody else; nothing here is by agent. */
const READER = { role: 'auditor' } as const;

/** Every indicator of a period, out of the very figures that managers read. */
export const createReadIndicators =
  (ports: ReadIndicatorsPorts): ReadIndicators =>
  async (question) => {
    const [headline, byClass, byChannel, deadlines, times, routing, returns] = await Promise.all([
      ports.readHeadline(question),
      ports.readHeadline({ ...question, by: 'class' }),
      ports.readHeadline({ ...question, by: 'channel' }),
      ports.readDeadlines(question),
      ports.readTimes(question),
      ports.readRouting({ ...question, ...READER }),
      ports.readReturns({ ...question, ...READER }),
    ]);
    if (!headline.ok) return headline;
    if (!byClass.ok) return byClass;
    if (!byChannel.ok) return byChannel;
    if (!deadlines.ok) return deadlines;
    if (!times.ok) return times;
    if (!routing.ok) return routing;
    if (!returns.ok) return returns;
    const { period, asOf } = headline.value;
    const sources: IndicatorSources = {
      headline: headline.value.total,
      byClass: byValue(byClass.value.rows),
      byChannel: byValue(byChannel.value.rows),
      deadlines: deadlines.value.total,
      times: times.value.total,
      routing: routing.value.total,
      returns: returns.value.total,
    };
    return ok({
      period,
      asOf,
      indicators: INDICATORS.map((indicator) => ({ indicator, ...indicator.of(sources) })),
    });
  };

const byValue = (
  rows: readonly (Figures & { readonly value: string | null })[],
): ReadonlyMap<string, Figures> => new Map(rows.map((row) => [row.value ?? NONE, row]));
