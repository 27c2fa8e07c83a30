import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { FiguresBefore, MonthlyFigures } from '../domain/report/monthly-figures.ts';
import { areaLevelOf } from '../domain/area-level.ts';
import { monthOfReport } from '../domain/report/report-month.ts';
import { ok, type Result } from '../domain/result.ts';
import { activityCountsOf } from '../domain/statistics-activity-figures.ts';
import type { StatisticsContext } from '../domain/statistics.ts';
import {
  checkPeriod,
  type Month,
  type Period,
  type PeriodError,
} from '../domain/statistics-period.ts';
import { returnCountsOf, returnedCasesOf } from '../domain/statistics-return-figures.ts';
import { routingFiguresOf } from '../domain/statistics-routing-figures.ts';
import type { SeriesReader, StatisticsReader, TimesReader } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import { oneReading } from './one-reading.ts';
import { createReadDeadlines } from './read-deadlines.ts';
import type { Breakdown } from '../domain/statistics-rows.ts';
import { createReadHeadline } from './read-headline.ts';
import { addedUp } from './read-routed-sums.ts';
import { createReadSeries } from './read-series.ts';
import { createReadTimes } from './read-times.ts';

export interface MonthQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly month: Month;
}

export type ReadMonthlyFigures = (
  question: MonthQuestion,
) => Promise<Result<MonthlyFigures, PeriodError>>;

export interface ReadMonthlyFiguresPorts {
  readonly series: SeriesReader;
  readonly times: TimesReader;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/** Every dimension that a report shows. Classes give the totals. */
const SHOWN = ['class', 'department', 'service', 'channel', 'area', 'returns-class'] as const;

/** The figures of a month, each as its own endpoint gives it, all from one reading. */
export const createReadMonthlyFigures =
  (ports: ReadMonthlyFiguresPorts): ReadMonthlyFigures =>
  async ({ jurisdictionId, month }) => {
    const { jurisdiction, context, series } = ports;
    const now = ports.clock.now();
    const today = context.localDay(now.toISOString());
    const days = monthOfReport(month, today);
    if (!days.ok) return days;
    const { coveredYears } = jurisdiction.calendarData;
    const checked = checkPeriod(days.value.period, { today, coveredYears });
    if (!checked.ok) return checked;
    const period = checked.value;
    const statistics = await oneReading(series, { jurisdictionId, dimensions: SHOWN, period });
    const atOnce = { ...ports, statistics, series: statistics, clock: { now: () => now } };
    const [figures, before] = await Promise.all([
      figuresOf({ jurisdictionId, ...period }, atOnce),
      beforeOf({ jurisdictionId, period: days.value.before }, { ...atOnce, series }),
    ]);
    return ok({ month, period, asOf: now.toISOString(), today, before, ...figures });
  };

type Dated = Period & { readonly jurisdictionId: JurisdictionId };
type AtOnce = ReadMonthlyFiguresPorts & { readonly statistics: StatisticsReader };

async function figuresOf(question: Dated, ports: AtOnce) {
  const places = areaLevelOf(question, ports.jurisdiction);
  const headline = createReadHeadline(ports);
  const by = async (breakdown: Breakdown) => sure(await headline({ ...question, by: breakdown }));
  const [byClass, byDepartment, byGroup, byChannel, byPlace, series, deadlines, times, sums] =
    await Promise.all([
      by('class'),
      by('department'),
      by('group'),
      by('channel'),
      by(places),
      createReadSeries(ports)({ ...question, step: 'day', by: 'class' }).then(sure),
      createReadDeadlines(ports)({ ...question, by: 'department' }).then(sure),
      createReadTimes(ports)(question).then(sure),
      ports.statistics.sums({
        ...question,
        dimensions: ['class', 'returns-class'],
        period: question,
      }),
    ]);
  const all = addedUp(sums);
  return {
    total: byClass.total,
    receivedByClass: byClass.receivedByClass,
    byClass: byClass.rows,
    byDepartment: byDepartment.rows,
    byGroup: byGroup.rows,
    byChannel: byChannel.rows,
    byPlace: byPlace.rows,
    places,
    days: series.steps.map(({ from }) => from),
    receivedByDay: series.rows.map(({ counts, ...label }) => ({
      ...label,
      received: counts.received,
    })),
    deadlines: deadlines.total,
    deadlinesByDepartment: deadlines.rows,
    times: times.total,
    handOffMinutes: ports.jurisdiction.sla.handOffMinutes,
    routing: routingFiguresOf(all),
    returns: { ...returnCountsOf(all), perCase: returnedCasesOf(all) },
    activity: activityCountsOf(all),
  };
}

/** The totals of the month before, for which its classes are enough. */
async function beforeOf(
  { jurisdictionId, period }: { jurisdictionId: JurisdictionId; period: Period | undefined },
  ports: ReadMonthlyFiguresPorts,
): Promise<FiguresBefore | null> {
  const { coveredYears } = ports.jurisdiction.calendarData;
  if (period === undefined || !checkPeriod(period, { coveredYears }).ok) return null;
  const question = { jurisdictionId, ...period };
  const asked = { jurisdictionId, dimensions: ['class'] as const, period };
  const statistics = await oneReading(ports.series, asked);
  const atOnce = { ...ports, statistics, series: statistics };
  const [headline, deadlines] = await Promise.all([
    createReadHeadline(atOnce)(question).then(sure),
    createReadDeadlines(atOnce)(question).then(sure),
  ]);
  const { total, receivedByClass } = headline;
  return { period, total, receivedByClass, deadlines: deadlines.total };
}

/** The period has been accepted; whoever refuses it now is wrong. */
function sure<T>(answer: Result<T, { readonly code: string }>): T {
  if (answer.ok) return answer.value;
  throw new Error(`A month that may be reported was refused: ${answer.error.code}`);
}
