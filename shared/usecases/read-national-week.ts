import type { JurisdictionId } from '../domain/case.ts';
import { daysOfWeek, type IsoWeek, type WeekError } from '../domain/national-week.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Share } from '../domain/satisfaction.ts';
import type { LocalDay, StatisticsContext } from '../domain/statistics.ts';
import type { DeadlineFigures } from '../domain/statistics-deadlines.ts';
import type { Figures } from '../domain/statistics-figures.ts';
import type { Period } from '../domain/statistics-period.ts';
import type { RowLabel } from '../domain/statistics-rows.ts';
import type { Clock } from '../ports/system.ts';
import type { ReadDeadlines } from './read-deadlines.ts';
import type { ReadHeadline } from './read-headline.ts';

/** What the national index asks of each department, and what must be read beside it. */
export interface NationalFigures {
  /** Of what was due in the week: open and overdue counts as failed. */
  readonly onTime: Share;
  /** Of what was forwarded in the week and judged. */
  readonly satisfaction: Share;
  /** How much of what was answered was judged. */
  readonly judged: Share;
  /** The same judgements over all that was forwarded. */
  readonly satisfactionOfForwarded: Share;
}

export interface NationalWeek {
  readonly week: IsoWeek;
  readonly period: Period;
  readonly asOf: string;
  /** The local day of asking: what was due before it and is open is overdue. */
  readonly today: LocalDay;
  readonly total: NationalFigures;
  /** Every department, those without cases too. */
  readonly rows: readonly (RowLabel & NationalFigures)[];
}

export type ReadNationalWeek = (question: {
  readonly jurisdictionId: JurisdictionId;
  readonly week: IsoWeek;
}) => Promise<Result<NationalWeek, WeekError>>;

export interface ReadNationalWeekPorts {
  readonly readHeadline: ReadHeadline;
  readonly readDeadlines: ReadDeadlines;
  readonly clock: Clock;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

export const createReadNationalWeek =
  ({ readHeadline, readDeadlines, clock, context }: ReadNationalWeekPorts): ReadNationalWeek =>
  async ({ jurisdictionId, week }) => {
    const period = daysOfWeek(week, context.localDay(clock.now().toISOString()));
    if (!period.ok) return period;
    const question = { jurisdictionId, ...period.value, by: 'department' } as const;
    const [headline, deadlines] = await Promise.all([
      readHeadline(question),
      readDeadlines(question),
    ]);
    if (!headline.ok) return headline;
    if (!deadlines.ok) return deadlines;
    const due = new Map(deadlines.value.rows.map((row) => [row.value, row]));
    return ok({
      week,
      period: period.value,
      asOf: headline.value.asOf,
      today: deadlines.value.today,
      total: nationalFigures(headline.value.total, deadlines.value.total),
      rows: headline.value.rows.flatMap((row) => {
        const own = due.get(row.value);
        const { value, name, nameEn } = row;
        return own === undefined ? [] : [{ value, name, nameEn, ...nationalFigures(row, own) }];
      }),
    });
  };

const nationalFigures = (
  { satisfaction }: Pick<Figures, 'satisfaction'>,
  { onTimeRate }: Pick<DeadlineFigures, 'onTimeRate'>,
): NationalFigures => ({
  onTime: onTimeRate,
  satisfaction: satisfaction.ofJudged,
  judged: satisfaction.judgedOfAnswered,
  satisfactionOfForwarded: satisfaction.ofForwarded,
});
