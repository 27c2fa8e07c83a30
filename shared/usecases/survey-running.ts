import type { CalendarData } from '../domain/business-calendar-data.ts';
import type { Case, CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { localDayIn } from '../domain/statistics-period.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistRow, Worklists } from '../ports/worklists.ts';
import { type MovedDeadline, movedDeadlines } from './moved-deadlines.ts';
import { openCases } from './open-cases.ts';

export interface SurveyedDeadline extends MovedDeadline {
  readonly trackingCode: string;
}

export interface RunningSurvey {
  /** Cases whose time lies in the year, wholly or in part. */
  readonly runningInYear: number;
  readonly movedCases: number;
  readonly movedDeadlines: number;
  /** The first of them. */
  readonly examples: readonly SurveyedDeadline[];
  /** False when there are more cases than were looked at: the figures of what moves are the least that it is. */
  readonly complete: boolean;
}

export interface SurveyPorts {
  readonly cases: Pick<CaseRepository, 'find'>;
  readonly worklists: Worklists;
  readonly clock: Clock;
}

export interface SurveyQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly year: number;
  /** With the calendar that would hold. */
  readonly planned: Jurisdiction;
  /** Deadlines before it are the same by every calendar that one of them was counted by. */
  readonly differsFrom: Instant | null;
}

/** A case costs 1 R to look at, and somebody waits for the answer. */
export const CASES_SURVEYED = 1_000;
const AT_A_TIME = 16;
const EXAMPLES = 20;

/** What another calendar would do to the cases that run now. Changes nothing. */
export async function surveyRunning(
  question: SurveyQuestion,
  ports: SurveyPorts,
): Promise<RunningSurvey> {
  const rows = await openRows(question, ports.worklists);
  const isInYear = inYear(question.year, question.planned.calendarData);
  const running = rows.filter((row) => row.as === 'lead' && isInYear(row));
  const affected = unique(rows.filter((row) => mayMove(row, question)));
  const moved = await movedIn(affected.slice(0, CASES_SURVEYED), question, ports);
  return {
    runningInYear: running.length,
    movedCases: new Set(moved.map(({ trackingCode }) => trackingCode)).size,
    movedDeadlines: moved.length,
    examples: moved.slice(0, EXAMPLES),
    complete: affected.length <= CASES_SURVEYED,
  };
}

async function openRows(
  { jurisdictionId, planned }: SurveyQuestion,
  worklists: Worklists,
): Promise<WorklistRow[]> {
  const rows: WorklistRow[] = [];
  const pages = openCases({ jurisdictionId, jurisdiction: planned }, worklists);
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}

/** At the desk and while the citizen is asked, a row does not show how far the time of the case reaches. */
const isOpenEnded = ({ status }: WorklistRow): boolean =>
  status === 'received' || status === 'awaiting_citizen';

function inYear(year: number, calendar: CalendarData) {
  const localDay = localDayIn(calendar);
  const yearOf = (instant: string) => Number(localDay(instant).slice(0, 4));
  return (row: WorklistRow): boolean =>
    yearOf(row.receivedAt) <= year && (isOpenEnded(row) || yearOf(row.dueAt) >= year);
}

const mayMove = (row: WorklistRow, { differsFrom }: SurveyQuestion): boolean =>
  differsFrom !== null && (isOpenEnded(row) || row.dueAt >= differsFrom);

const unique = (rows: readonly WorklistRow[]): readonly CaseId[] => [
  ...new Set(rows.map(({ caseId }) => caseId)),
];

async function movedIn(
  caseIds: readonly CaseId[],
  { jurisdictionId, planned }: SurveyQuestion,
  { cases, clock }: SurveyPorts,
): Promise<SurveyedDeadline[]> {
  const by = { jurisdiction: planned, at: clock.now().toISOString() };
  const moved: SurveyedDeadline[] = [];
  for (let from = 0; from < caseIds.length; from += AT_A_TIME) {
    const some = caseIds.slice(from, from + AT_A_TIME);
    const found = await Promise.all(some.map((caseId) => cases.find(jurisdictionId, caseId)));
    moved.push(...found.flatMap((one) => (one ? deadlinesOf(one.case, by) : [])));
  }
  return moved;
}

function deadlinesOf(
  current: Case,
  by: Parameters<typeof movedDeadlines>[1],
): readonly SurveyedDeadline[] {
  const moved = movedDeadlines(current, by);
  const { trackingCode } = current;
  return moved.ok ? moved.value.map((one) => ({ trackingCode, ...one })) : [];
}
