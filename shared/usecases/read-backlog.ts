import type { Actor } from '../domain/actor.ts';
import {
  type Backlog,
  type BacklogAge,
  backlogAgeOf,
  backlogOf,
  type BacklogPace,
  PACE_DAYS,
  paceOf,
} from '../domain/backlog.ts';
import type { CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type LocalDay, NONE } from '../domain/statistics.ts';
import { coveredDays, daysLater, type PeriodError } from '../domain/statistics-period.ts';
import { groupedByLabel, type RowLabel } from '../domain/statistics-rows.ts';
import { type CalendarNotCovered, workingDaysBetween } from '../domain/working-time.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { WorklistRow, Worklists } from '../ports/worklists.ts';
import { type Activity, createReadActivity, type ReadActivityPorts } from './read-activity.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { mayOpen } from './list-figure-cases.ts';
import { openCases } from './open-cases.ts';

export interface BacklogPorts extends ReadActivityPorts {
  readonly worklists: Worklists;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
}

export interface BacklogQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly by?: 'department' | undefined;
}

type NotCovered = Extract<PeriodError, { readonly code: 'CALENDAR_NOT_COVERED' }>;

interface Paced extends Backlog {
  readonly pace: BacklogPace;
}

export interface BacklogFigures {
  readonly asOf: Instant;
  readonly total: Paced;
  /** Empty without `by`; they add up to the total. */
  readonly rows: readonly (RowLabel & Paced)[];
}

export type ReadBacklog = (
  question: BacklogQuestion,
) => Promise<Result<BacklogFigures, CalendarNotCovered | NotCovered>>;

/** What is open now and for how long, read from the lists in which people work; the pace is from the counters. */
export const createReadBacklog =
  (ports: BacklogPorts): ReadBacklog =>
  async ({ jurisdictionId, by }) => {
    const read = await openNow(jurisdictionId, ports);
    if (!read.ok) return read;
    const { asOf, cases } = read.value;
    const { jurisdiction, context } = ports;
    const today = context.localDay(asOf);
    const answered = await answeredLately({ jurisdictionId, by, today }, ports);
    if (!answered.ok) return answered;
    const { total, rows } = answered.value;
    const answersBy = new Map(rows.map(({ value, counts }) => [value, counts.answersGiven]));
    // A department that has nothing open and is in no list any more has a line for its answers.
    const answering = rows.flatMap(({ value, counts }) =>
      counts.answersGiven > 0 ? [{ value: value ?? NONE, month: '' }] : [],
    );
    // Months are for figures of a period; these are of the moment.
    const dated: Line[] = cases.map((one) => ({ ...one, month: '' }));
    const period = { from: asOf.slice(0, 10), to: asOf.slice(0, 10) };
    return ok({
      asOf,
      total: paced(cases, total.counts.answersGiven),
      rows:
        by === undefined
          ? []
          : groupedByLabel<Line>([...dated, ...answering], by, { jurisdiction, period }).map(
              ({ label, own }) => ({
                ...label,
                ...paced(own.filter(isCase), answersBy.get(label.value) ?? 0),
              }),
            ),
    });
  };

/** A case, or no more than a department that answered. */
type Line = (Aged | { readonly value: string }) & { readonly month: string };

const isCase = (line: Line): line is Line & Aged => 'caseId' in line;

/** What was answered on the days of the pace, as far back as the calendar goes. */
async function answeredLately(
  { today, ...question }: BacklogQuestion & { readonly today: LocalDay },
  ports: BacklogPorts,
): Promise<Result<Activity, NotCovered>> {
  const first = coveredDays(ports.jurisdiction.calendarData.coveredYears).from;
  const from = daysLater(today, 1 - PACE_DAYS);
  const days = { from: from < first ? first : from, to: today };
  const read = await createReadActivity(ports)({ ...question, ...days });
  if (read.ok) return read;
  if (read.error.code === 'CALENDAR_NOT_COVERED') return err(read.error);
  throw new Error(`The days up to today were refused: ${read.error.code}`);
}

const paced = (cases: readonly Aged[], answers: number): Paced => ({
  ...backlogOf(cases),
  pace: paceOf(cases.length, answers),
});

export interface BacklogCasesQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  /** `-`: at the desk. */
  readonly department?: string | undefined;
  readonly age?: BacklogAge | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface BacklogCase extends Aged {
  readonly row: WorklistRow;
}

export interface BacklogCases {
  readonly asOf: Instant;
  /** Oldest first. */
  readonly cases: readonly BacklogCase[];
  readonly next: string | null;
}

export type ListBacklogCases = (
  question: BacklogCasesQuestion,
) => Promise<
  Result<
    BacklogCases,
    CalendarNotCovered | { readonly code: 'CURSOR_INVALID' } | { readonly code: 'CASES_OF_OTHERS' }
  >
>;

/** The cases behind the backlog, oldest first. A case keeps its place as long as it is open, so none comes twice. */
export const createListBacklogCases =
  (ports: OpenPorts & Pick<BacklogPorts, 'fingerprints'>): ListBacklogCases =>
  async (question) => {
    const { jurisdictionId, by, department, cursor } = question;
    const within = department === undefined ? [] : [['department', department] as const];
    if (!mayOpen(by, within)) return err({ code: 'CASES_OF_OTHERS' });
    const sign = (text: string) => ports.fingerprints.sign('cursor', text);
    const list = listOf(question);
    const after = cursor === undefined ? ok('') : await readCursor(list, cursor, sign);
    if (!after.ok) return after;
    const read = await openNow(jurisdictionId, ports);
    if (!read.ok) return read;
    const { asOf, cases: all } = read.value;
    const { cases, last } = pageAfter(after.value, all, question);
    return ok({ asOf, cases, next: last && (await writeCursor(list, placeOf(last), sign)) });
  };

/** What a cursor is of. */
const listOf = ({ jurisdictionId, department, age }: BacklogCasesQuestion): string =>
  ['backlog', jurisdictionId, department ?? '', age ?? ''].join('/');

/** With the last case where more follow. */
function pageAfter(place: string, all: readonly BacklogCase[], question: BacklogCasesQuestion) {
  const left = all
    .filter(isIn(question))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .filter((one) => placeOf(one) > place);
  const cases = left.slice(0, question.limit);
  return { cases, last: left.length > cases.length ? (cases.at(-1) ?? null) : null };
}

const isIn =
  ({ department, age }: Pick<BacklogCasesQuestion, 'department' | 'age'>) =>
  ({ value, workingDays }: Aged): boolean =>
    (department === undefined || value === department) &&
    (age === undefined || backlogAgeOf(workingDays) === age);

const placeOf = ({ receivedAt, caseId }: Aged): string => `${receivedAt}#${caseId}`;

interface Aged {
  readonly caseId: CaseId;
  readonly receivedAt: Instant;
  readonly workingDays: number;
  /** Code of the lead; `-` at the desk. */
  readonly value: string;
}

type OpenPorts = Pick<BacklogPorts, 'worklists' | 'clock' | 'jurisdiction'>;

/** Every open case once, in the list of its lead or of the desk. */
async function openNow(
  jurisdictionId: JurisdictionId,
  { worklists, clock, jurisdiction }: OpenPorts,
): Promise<
  Result<{ readonly asOf: Instant; readonly cases: readonly BacklogCase[] }, CalendarNotCovered>
> {
  const now = clock.now();
  const calendar = jurisdiction.calendar();
  const cases: BacklogCase[] = [];
  for await (const { owner, rows } of openCases({ jurisdictionId, jurisdiction }, worklists)) {
    for (const row of rows.filter(({ as }) => as === 'lead')) {
      const { caseId, receivedAt } = row;
      const days = workingDaysBetween(calendar, new Date(receivedAt), now);
      if (!days.ok) return days;
      const value = owner === 'desk' ? NONE : owner;
      cases.push({ row, caseId, receivedAt, workingDays: days.value, value });
    }
  }
  return ok({ asOf: now.toISOString(), cases });
}
