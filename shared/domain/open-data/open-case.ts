import {
  type CaseCounter,
  type Contribution,
  DONE_BY_SERVICE,
  type DueCounter,
  NONE,
} from '../statistics.ts';
import type { AreaKind } from '../area-lookup.ts';
import type { Period } from '../statistics-period.ts';
import { rowOf, type Units } from '../statistics-rows.ts';
import { spanOf } from '../statistics-spans.ts';
import type { Judgement } from '../case.ts';

/**
 * All that is told of a case. It is made of what the case counts for in the figures, which has no word, tracking code or citizen in it. Who of
 * the staff forwarded it is in there, and beside it when it was received: what is not in this list is not told.
 */
export const OPEN_COLUMNS = [
  'class',
  'service',
  'area',
  'department',
  'deadline',
  'answers',
  'judgement',
  'week',
] as const;
export type OpenColumn = (typeof OPEN_COLUMNS)[number];
/** Null: not told. */
export type OpenCase = Readonly<Record<OpenColumn, string | null>>;

/** Of a case that has none: what is known to be nothing is told apart from what is not told. */
export const OPEN_NONE = 'none';

/** Where a case stands in the tables of figures. */
export interface OpenPlace {
  readonly class: string;
  readonly service: string;
  readonly area: string;
  readonly department: string;
  readonly channel: string;
}

/** What the figures say of it; on the days of one cohort. */
export interface OpenCounts {
  readonly cases: number;
  readonly answered: number;
  readonly satisfactory: number;
}

/** Which cases, and by which units places are told: districts until there were none. */
export interface OpenMonth {
  readonly period: Period;
  readonly level: AreaKind;
  readonly units: Units;
}

/** How a case counts in a cohort of the month, and where; undefined when it does not. */
export interface OpenCounted {
  readonly place: OpenPlace;
  readonly counts: OpenCounts;
  readonly contribution: Contribution;
}

export function countedIn(
  cohort: 'received' | 'forwarded',
  contributions: readonly Contribution[],
  month: OpenMonth,
): OpenCounted | undefined {
  const { from, to } = month.period;
  const contribution = contributions.find(
    (one) => one.day >= from && one.day <= to && one.counters.includes(cohort) && isOfHeadline(one),
  );
  if (contribution === undefined) return undefined;
  const has = (...counters: CaseCounter[]) =>
    Number(counters.some((counter) => contribution.counters.includes(counter)));
  return {
    contribution,
    place: placeOf(contribution, month),
    counts: {
      cases: 1,
      answered: has(cohort === 'received' ? 'receivedAnswered' : 'answered'),
      satisfactory: has('satisfied', 'acceptable'),
    },
  };
}

function placeOf({ cells }: Contribution, { level, units }: OpenMonth): OpenPlace {
  const values = new Map<string, string>(cells);
  const valueOf = (dimension: string) => {
    const value = values.get(dimension) ?? NONE;
    return value === NONE ? OPEN_NONE : value;
  };
  return {
    class: valueOf('class'),
    service: valueOf('service'),
    area: rowOf(valueOf('area'), level, units),
    department: valueOf('department'),
    channel: valueOf('channel'),
  };
}

/** The row of a case that was received in the month. */
export function openCaseOf(
  { contribution, place }: OpenCounted,
  contributions: readonly Contribution[],
): OpenCase {
  const { class: caseClass, service, area, department } = place;
  return {
    class: caseClass,
    service,
    area,
    department,
    deadline: deadlineOf(contributions),
    answers: answersOf(contributions),
    judgement: judgementOf(contributions),
    week: spanOf(contribution.day, 'week'),
  };
}

const deadlines: Readonly<Partial<Record<string, string>>> = {
  dueOnTime: 'on_time',
  dueLate: 'late',
  dueOpen: 'open',
  dueWaiting: 'open',
  dueEnded: 'ended',
} as const satisfies Partial<Record<DueCounter, string>>;

const deadlineOf = (contributions: readonly Contribution[]): string =>
  contributions
    .flatMap(({ counters }) => counters)
    .map((counter) => deadlines[counter])
    .find((told) => told !== undefined) ?? OPEN_NONE;

/** More answers than that are few cases, and those that are talked of. */
const ANSWERS_MOST = 2;

function answersOf(contributions: readonly Contribution[]): string {
  const answers = contributions
    .filter(({ counters }) => counters.includes('answersGiven'))
    .reduce((sum, { by = 1 }) => sum + by, 0);
  return answers >= ANSWERS_MOST ? `${ANSWERS_MOST}+` : String(answers);
}

const judgements: Readonly<Partial<Record<string, Judgement>>> = {
  satisfied: 'satisfied',
  acceptable: 'acceptable',
  unsatisfied: 'unsatisfied',
  judgedSatisfied: 'satisfied',
  judgedAcceptable: 'acceptable',
  judgedUnsatisfied: 'unsatisfied',
};

/** As the headline counts it; of a case that stayed at the desk the last one that was given. */
function judgementOf(contributions: readonly Contribution[]): string {
  const forwarded = contributions.find(
    (one) => one.counters.includes('forwarded') && isOfHeadline(one),
  );
  const given = contributions.filter(({ cells }) =>
    cells.some(([dimension]) => dimension === DONE_BY_SERVICE),
  );
  const telling = forwarded === undefined ? given.toSorted(byDay) : [forwarded];
  const told = telling.flatMap(({ counters }) =>
    counters.flatMap((counter) => judgements[counter] ?? []),
  );
  return told.at(-1) ?? OPEN_NONE;
}

const byDay = (a: Contribution, b: Contribution): number =>
  a.day < b.day ? -1 : Number(a.day > b.day);

/** The headline's own counters have a place beside them; others repeat some of them by who routed. */
const isOfHeadline = ({ cells }: Contribution): boolean =>
  cells.some(([dimension]) => dimension === 'area');
