import type { Case, Instant, JurisdictionId } from '../domain/case.ts';
import { countingOf, type Line } from '../domain/statistics-drill-down.ts';
import { dayBefore, monthsOf, type Period } from '../domain/statistics-period.ts';
import type { Units } from '../domain/statistics-rows.ts';
import { withinSpan } from '../domain/statistics-spans.ts';
import type { CaseHeads } from '../ports/case-heads.ts';
import type { CountedCases } from '../ports/statistics.ts';

/** Cases of a page: five BatchGetItem of each of the two tables. */
const PAGE = 500;

export interface ReceivedPlace {
  /** `2020-03` */
  readonly month: string;
  /** Null: its beginning. */
  readonly after: string | null;
}

export interface ReceivedQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly period: Period;
  readonly within: readonly Line[];
  /** Cases that came after are left out: what is read first and last must be of the same stock. */
  readonly until: Instant;
}

export interface ReceivedPage {
  /** Those that are counted in all of the lines. */
  readonly cases: readonly Case[];
  /** Cases of the period that were looked at. */
  readonly looked: number;
  /** Where the next page begins; undefined behind the last. */
  readonly next: ReceivedPlace | undefined;
}

export interface ReceivedCasesPorts {
  readonly counted: CountedCases;
  readonly heads: CaseHeads;
  readonly units: Units;
}

export const firstReceived = ({ from }: Period): ReceivedPlace => ({
  month: from.slice(0, 7),
  after: null,
});

/**
 * The cases that the figure `received` of a period is added up from, in order of receipt, each as it is when its page is read. Month by
 * month, because a case counts as received in one month only: however long the period, a page asks one month.
 */
export async function receivedPage(
  question: ReceivedQuestion,
  { month, after }: ReceivedPlace,
  ports: ReceivedCasesPorts,
): Promise<ReceivedPage> {
  const { jurisdictionId, within, until } = question;
  const period = withinSpan(question.period, 'month', month);
  const { cases: listed, next } = await ports.counted.list({
    jurisdictionId,
    months: [month],
    // No zone is more than a day away from UTC.
    after: after ?? dayBefore(period.from),
    limit: PAGE,
  });
  const on = { figure: 'received', period, today: period.to } as const;
  const ofPeriod = listed.filter(
    ({ place, contributions }) =>
      isReceivedBy(place, until) && isIn(contributions, { ...on, within: [] }, ports),
  );
  const chosen = ofPeriod.filter(({ contributions }) =>
    isIn(contributions, { ...on, within }, ports),
  );
  const ids = chosen.map(({ caseId }) => caseId);
  const heads = await ports.heads.heads(jurisdictionId, ids);
  return {
    cases: ids.flatMap((caseId) => heads.get(caseId) ?? []),
    looked: ofPeriod.length,
    next: next === undefined ? monthAfter(question.period, month) : { month, after: next },
  };
}

type Counted = Parameters<typeof countingOf>;

const isIn = (
  contributions: Counted[0],
  opened: Counted[1],
  { units }: Pick<ReceivedCasesPorts, 'units'>,
): boolean => countingOf(contributions, opened, units) !== undefined;

/** A place begins with the instant of receipt. */
const isReceivedBy = (place: string, until: Instant): boolean =>
  place.slice(0, until.length) <= until;

function monthAfter(period: Period, month: string): ReceivedPlace | undefined {
  const months = monthsOf(period).map((part) => part.month);
  const next = months[months.indexOf(month) + 1];
  return next === undefined ? undefined : { month: next, after: null };
}
