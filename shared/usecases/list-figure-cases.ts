import type { Actor } from '../domain/actor.ts';
import type { Case, JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { isDepartmentRole } from '../domain/roles.ts';
import type { LocalDay, StatisticsContext } from '../domain/statistics.ts';
import {
  type Counting,
  countingOf,
  type Line,
  type OpenedFigure,
} from '../domain/statistics-drill-down.ts';
import { isOnReceipt, narrowingsOf, type OpenFigure } from '../domain/statistics-open-figures.ts';
import {
  checkPeriod,
  dayBefore,
  monthsOf,
  type Period,
  type PeriodError,
} from '../domain/statistics-period.ts';
import {
  AGENTS_REFUSED,
  type BreakdownRefused,
  mayBreakDown,
} from '../domain/statistics-routing-rows.ts';
import type { Narrowing, Units } from '../domain/statistics-rows.ts';
import type { CaseHeads } from '../ports/case-heads.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { CountedCases, ListedCase } from '../ports/statistics.ts';
import type { Clock } from '../ports/system.ts';
import { readCursor, writeCursor } from './cursor.ts';

/**
 * Cases that are looked at for one page. A figure that few of them count for fills its page slowly: the page then ends
 * with fewer rows than asked for, and its cursor goes on. A thousand cost 500 read units and a tenth of a second.
 */
export const LOOKED_AT_LIMIT = 1_000;
/** Looked at together: what one BatchGetItem takes. */
const CHUNK = 100;

export interface FigureCasesQuestion extends Period {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly figure: OpenFigure;
  /** Only cases counted in these lines. */
  readonly within: readonly Line[];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface FigureCases {
  readonly period: Period;
  readonly asOf: string;
  /** The day by which an open case is overdue or not: that on which the list was opened. */
  readonly today: LocalDay;
  readonly rows: readonly (Counting & { readonly case: Case })[];
  /** Null on the last page. */
  readonly next: string | null;
}

export type FigureCasesError =
  | PeriodError
  | { readonly code: 'CURSOR_INVALID' }
  | { readonly code: 'CASES_OF_OTHERS' }
  | BreakdownRefused
  | { readonly code: 'FIGURE_NOT_BY'; readonly allowed: readonly Narrowing[] };

export type ListFigureCases = (
  question: FigureCasesQuestion,
) => Promise<Result<FigureCases, FigureCasesError>>;

export interface ListFigureCasesPorts {
  readonly counted: CountedCases;
  readonly heads: CaseHeads;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
  readonly context: Pick<StatisticsContext, 'localDay'>;
}

/**
 * The cases behind a figure, in order of receipt: those that its counters were added up from, so that they re-add to it.
 * Each page is as of its reading. No case comes twice, because its place in the list never changes.
 */
export const createListFigureCases =
  (ports: ListFigureCasesPorts): ListFigureCases =>
  async (question) => {
    const refused = refusal(question, ports.jurisdiction);
    if (refused !== undefined) return err(refused);
    const { jurisdictionId, figure, within, limit, from, to } = question;
    const list = ['figure', jurisdictionId, figure, from, to, ...[...within].sort()].join('/');
    const sign = (text: string) => ports.fingerprints.sign('cursor', text);
    const read =
      question.cursor === undefined ? ok('') : await readCursor(list, question.cursor, sign);
    if (!read.ok) return read;
    const asOf = ports.clock.now().toISOString();
    const [today = '', place] =
      read.value === '' ? [ports.context.localDay(asOf)] : parted(read.value);
    const opened: OpenedFigure = { figure, period: { from, to }, today, within };
    const page = await pageOf(opened, { jurisdictionId, limit, after: place }, ports);
    const ids = page.rows.map(({ caseId }) => caseId);
    const heads = await ports.heads.heads(jurisdictionId, ids);
    return ok({
      period: opened.period,
      asOf,
      today,
      rows: page.rows.flatMap(({ caseId, day, times }) => {
        const current = heads.get(caseId);
        return current === undefined ? [] : [{ case: current, day, times }];
      }),
      next: page.next === undefined ? null : await writeCursor(list, `${today} ${page.next}`, sign),
    });
  };

const parted = (place: string) => place.split(' ');

/** Departments open what is theirs. */
function refusal(
  { by, figure, within, from, to }: FigureCasesQuestion,
  { calendarData }: Jurisdiction,
): FigureCasesError | undefined {
  const period = checkPeriod({ from, to }, calendarData);
  if (!period.ok) return period.error;
  const allowed = narrowingsOf(figure);
  if (within.some(([by]) => !allowed.includes(by))) {
    return { code: 'FIGURE_NOT_BY', allowed };
  }
  if (within.some(([narrowing]) => !mayBreakDown(narrowing, by.role))) return AGENTS_REFUSED;
  return mayOpen(by, within) ? undefined : { code: 'CASES_OF_OTHERS' };
}

/** Whether somebody may see the cases of these lines. */
export const mayOpen = ({ role, department }: Actor, within: readonly Line[]): boolean =>
  !isDepartmentRole(role) ||
  within.some(([narrowing, value]) => OWN.includes(narrowing) && value === department);

/** A department sees what it leads and what it supports. */
const OWN: readonly Narrowing[] = ['department', 'supporting'];

type Row = Pick<ListedCase, 'caseId' | 'place'> & Counting;

async function pageOf(
  opened: OpenedFigure,
  page: PageQuestion,
  { counted, jurisdiction }: ListFigureCasesPorts,
): Promise<{ readonly rows: readonly Row[]; readonly next: string | undefined }> {
  const { jurisdictionId, limit } = page;
  const months = monthsOf(opened.period).map(({ month }) => month);
  const rows: Row[] = [];
  let after = page.after ?? startOf(opened);
  let lookedAt = 0;
  for (let chunk = Math.min(limit + 1, CHUNK); lookedAt < LOOKED_AT_LIMIT; chunk = CHUNK) {
    const found = await counted.list({ jurisdictionId, months, after, limit: chunk });
    lookedAt += found.cases.length;
    rows.push(...found.cases.flatMap((one) => listed(one, opened, jurisdiction)));
    if (rows.length > limit) return { rows: rows.slice(0, limit), next: rows[limit - 1]?.place };
    after = found.next;
    if (after === undefined) break;
  }
  return { rows, next: after };
}

interface PageQuestion extends Pick<FigureCasesQuestion, 'jurisdictionId' | 'limit'> {
  readonly after?: string | undefined;
}

/** No zone is more than a day away from UTC. */
const startOf = ({ figure, period }: OpenedFigure): string | undefined =>
  isOnReceipt(figure) ? dayBefore(period.from) : undefined;

function listed(
  { caseId, place, contributions }: ListedCase,
  opened: OpenedFigure,
  units: Units,
): Row[] {
  const counting = countingOf(contributions, opened, units);
  return counting === undefined ? [] : [{ caseId, place, ...counting }];
}
