import type { Role } from '../domain/actor.ts';
import type { JurisdictionId } from '../domain/case.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  type CrossDimension,
  type CrossShape,
  CrossTally,
  dimensionsOf,
  MAX_CROSS_CASES,
  MAX_CROSS_CELLS,
} from '../domain/statistics-cross.ts';
import { type Counts, type Figures, figuresOf, sumCounts } from '../domain/statistics-figures.ts';
import { dayBefore, daysLater, monthsOf, type Period } from '../domain/statistics-period.ts';
import { isRoutingNarrowing } from '../domain/statistics-routing.ts';
import { routingLabels, type RowSources } from '../domain/statistics-routing-rows.ts';
import {
  groupedUnder,
  type Lines,
  type RowLabel,
  rowLabels,
  unlistedLabel,
} from '../domain/statistics-rows.ts';
import { MAX_STEPS } from '../domain/statistics-series.ts';
import { isSpan, spansOf, withinSpan } from '../domain/statistics-spans.ts';
import { NONE } from '../domain/statistics.ts';
import type { CountedCases } from '../ports/statistics.ts';
import {
  addedUp,
  type Asked,
  askedOf,
  type ReadRoutedPorts,
  type RoutedError,
} from './read-routed-sums.ts';

export interface CrossQuestion extends Period, CrossShape {
  readonly jurisdictionId: JurisdictionId;
  /** Of who asks. */
  readonly role: Role;
}

export interface Cross {
  readonly period: Period;
  /** When its reading began. */
  readonly asOf: string;
  readonly total: Figures;
  readonly rows: readonly (RowLabel & Figures)[];
  readonly columns: readonly (RowLabel & Figures)[];
  /** Those that are not empty. They add up to the rows and to the columns, but for supporting departments. */
  readonly cells: readonly (Figures & {
    readonly row: string | null;
    readonly column: string | null;
  })[];
}

export type CrossError =
  | RoutedError
  | { readonly code: 'DIMENSIONS_EQUAL' }
  | { readonly code: 'FIGURE_NOT_BY'; readonly allowed: readonly CrossDimension[] }
  | { readonly code: 'STEPS_TOO_MANY'; readonly most: number }
  | { readonly code: 'CASES_TOO_MANY'; readonly most: number }
  | { readonly code: 'CELLS_TOO_MANY'; readonly most: number };

export type ReadCross = (question: CrossQuestion) => Promise<Result<Cross, CrossError>>;

export interface ReadCrossPorts extends ReadRoutedPorts {
  readonly counted: CountedCases;
}

/** One dimension by another, of the cases of one cohort: added up from what each of them counts for. */
export const createReadCross =
  (ports: ReadCrossPorts): ReadCross =>
  async (question) => {
    const { rows, columns } = question;
    const asked = await askedOf({ ...question, by: agentsIn(question) }, ports);
    if (!asked.ok) return asked;
    const { asOf, period, sources } = asked.value;
    const refused = refusal(question);
    if (refused !== undefined) return err(refused);
    const tally = await tallied(question, asked.value, ports);
    if (tally === undefined) return err({ code: 'CASES_TOO_MANY', most: MAX_CROSS_CASES });
    const { cells } = tally;
    if (cells.length > MAX_CROSS_CELLS)
      return err({ code: 'CELLS_TOO_MANY', most: MAX_CROSS_CELLS });
    return ok({
      period,
      asOf,
      total: figuresOf(tally.total),
      rows: labelled(tally.rows, rows, sources),
      columns: labelled(tally.columns, columns, sources),
      cells: cells.map(({ row, column, counts }) => ({
        row: valueOf(row),
        column: valueOf(column),
        ...figuresOf(counts),
      })),
    });
  };

const agentsIn = ({ rows, columns }: CrossShape): 'agent' | undefined =>
  rows === 'agent' || columns === 'agent' ? 'agent' : undefined;

function refusal({ view, rows, columns, from, to }: CrossQuestion): CrossError | undefined {
  if (rows === columns) return { code: 'DIMENSIONS_EQUAL' };
  const allowed = dimensionsOf(view);
  if (![rows, columns].every((dimension) => allowed.includes(dimension))) {
    return { code: 'FIGURE_NOT_BY', allowed };
  }
  const isLong = [rows, columns].some(
    (dimension) => isSpan(dimension) && spansOf({ from, to }, dimension).length > MAX_STEPS,
  );
  return isLong ? { code: 'STEPS_TOO_MANY', most: MAX_STEPS } : undefined;
}

/** Undefined when there are more cases than one request may cost: the counters say so before one is looked at. */
async function tallied(
  question: CrossQuestion,
  { sums }: Pick<Asked, 'sums'>,
  { counted, jurisdiction }: ReadCrossPorts,
): Promise<CrossTally | undefined> {
  const expected = addedUp(await sums(['class']))[question.view] ?? 0;
  if (expected > MAX_CROSS_CASES) return undefined;
  const tally = new CrossTally(question, jurisdiction);
  return (await addAll(tally, question, counted)) ? tally : undefined;
}

/** Read together: ten BatchGetItems. */
const PAGE = 1_000;

/**
 * Adds up the cases of the period, page by page. Each counts on one day of a cohort and so in the list of one month.
 * False when there are more to look at than one request may cost.
 */
async function addAll(
  tally: CrossTally,
  { jurisdictionId, view, from, to }: CrossQuestion,
  counted: CountedCases,
): Promise<boolean> {
  let lookedAt = 0;
  for (const { month } of monthsOf({ from, to })) {
    const days = withinSpan({ from, to }, 'month', month);
    // By receipt: no zone is more than a day away from UTC, and nothing is forwarded before it is received.
    const end = daysLater(days.to, 2);
    let after = view === 'received' ? dayBefore(days.from) : undefined;
    do {
      const page = await counted.list({ jurisdictionId, months: [month], after, limit: PAGE });
      const cases = page.cases.filter(({ place }) => place < end);
      lookedAt += cases.length;
      if (lookedAt > MAX_CROSS_CASES) return false;
      for (const { contributions } of cases) tally.add(contributions, days);
      after = cases.length < page.cases.length ? undefined : page.next;
    } while (after !== undefined);
  }
  return true;
}

/** The lines of the catalogue in its order, empty ones too. */
function labelled(
  tallied: ReadonlyMap<string, Counts>,
  by: CrossDimension,
  sources: RowSources,
): (RowLabel & Figures)[] {
  return groupedUnder([...tallied], { ...linesOf(by, sources), keyOf: ([line]) => line }).map(
    ({ label, own }) => ({ ...label, ...figuresOf(sumCounts(own.map(([, counts]) => counts))) }),
  );
}

const linesOf = (by: CrossDimension, sources: RowSources): Omit<Lines<unknown>, 'keyOf'> =>
  isRoutingNarrowing(by)
    ? routingLabels(by, sources)
    : {
        listed: rowLabels(by, sources),
        unlisted: (value) => unlistedLabel(value, by, sources.jurisdiction.areas),
      };

const valueOf = (line: string): string | null => (line === NONE ? null : line);
