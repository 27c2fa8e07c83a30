import { expect } from 'vitest';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { MEASURES, NONE } from '../../shared/domain/statistics.ts';
import type { Line as LineName } from '../../shared/domain/statistics-drill-down.ts';
import type { OpenFigure } from '../../shared/domain/statistics-open-figures.ts';
import type { ReturnCounts } from '../../shared/domain/statistics-return-figures.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import { isSpan, withinSpan } from '../../shared/domain/statistics-spans.ts';
import {
  type Breakdown,
  BREAKDOWNS,
  DEADLINE_BREAKDOWNS,
  type RowLabel,
  TIME_BREAKDOWNS,
} from '../../shared/domain/statistics-rows.ts';
import {
  createListFigureCases,
  type FigureCases,
} from '../../shared/usecases/list-figure-cases.ts';
import { jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import {
  ROUTING_BREAKDOWNS,
  type RoutingBreakdown,
} from '../../shared/domain/statistics-routing-rows.ts';
import { ACTIVITY_BREAKDOWNS } from '../../shared/domain/statistics-activity-figures.ts';
import { activity } from './activity-support.ts';
import { deadlines, times } from './deadlines-support.ts';
import { returns, routing } from './routing-support.ts';
import {
  type CaseStore,
  context,
  headline,
  type StatisticsPorts,
  statisticsOver,
} from './statistics-support.ts';

type Narrowable = RoutingBreakdown | Breakdown;

export interface Opening extends Period {
  readonly figure: OpenFigure;
  readonly within?: readonly LineName[];
  readonly today: string;
}

const fingerprints = fingerprintsFrom('the pepper of tests, which is long enough');
const MANAGER = { id: 'quang', role: 'manager', department: null } as const;

/** Asks for one page; the morning of a day is when the first is asked for. */
export function pageReader({ lists: counted }: StatisticsPorts, cases: CaseStore) {
  const heads = {
    heads: () => Promise.resolve(new Map(cases.all().map((c) => [c.caseId, c] as const))),
  };
  return async ({ today, within = [], ...opening }: Opening, limit: number, cursor?: string) => {
    const clock = { now: () => new Date(`${today}T01:00:00.000Z`) };
    const list = createListFigureCases({
      ...{ counted, heads, fingerprints },
      ...{ clock, jurisdiction, context },
    });
    const question = { jurisdictionId, by: MANAGER, within, limit, cursor, ...opening };
    const answer = await list(question);
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
}

/** All pages of a list; a case that comes twice fails. */
export async function allCases(
  read: ReturnType<typeof pageReader>,
  opening: Opening,
  { limit, betweenPages }: { limit: number; betweenPages?: () => Promise<void> },
): Promise<FigureCases['rows'][number][]> {
  const found: FigureCases['rows'][number][] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const page = await read(opening, limit, cursor);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    found.push(...page.rows);
    await betweenPages?.();
    cursor = page.next ?? undefined;
    more = page.next !== null;
  }
  const ids = found.map((row) => row.case.caseId);
  expect(new Set(ids).size, `${opening.figure} lists a case twice`).toBe(ids.length);
  return found;
}

interface Line extends Partial<Pick<RowLabel, 'value'>> {
  readonly counts: Readonly<Record<string, number>>;
}

/** Every table of figures that the API gives, line by line. */
async function tables(
  ports: StatisticsPorts,
  days: Period,
  today: string,
): Promise<(readonly [Narrowable | undefined, readonly Line[]])[]> {
  const found: (readonly [Narrowable | undefined, readonly Line[]])[] = [];
  for (const by of [undefined, ...BREAKDOWNS]) {
    const { total, rows } = await headline(statisticsOver(ports), { ...days, by });
    const lines = rows.map(({ value, counts, supporting }) => ({
      value,
      counts: { ...counts, ...(supporting !== undefined && { supporting }) },
    }));
    found.push([by, by === undefined ? [total] : lines]);
  }
  for (const by of [undefined, ...DEADLINE_BREAKDOWNS]) {
    const due = await deadlines(ports, { ...days, by, today });
    const lines = due.rows.map(({ value, counts, parts }) => ({
      value,
      counts: { ...counts, ...prefixed('parts', parts ?? {}) },
    }));
    found.push([by, by === undefined ? [{ counts: { ...due.total.counts } }] : lines]);
  }
  for (const by of [undefined, ...TIME_BREAKDOWNS]) {
    const timed = await times(ports, { ...days, by });
    const all: readonly (typeof timed.total & Partial<RowLabel>)[] =
      by === undefined ? [timed.total] : timed.rows;
    const measured = all.map(({ value, ...figures }) => ({
      ...(value !== undefined && { value }),
      counts: Object.fromEntries(
        // Time lost is of returns, which are opened by a name of their own.
        MEASURES.filter((measure) => measure !== 'lost').map((measure) => [
          measure,
          figures[measure].cases,
        ]),
      ),
    }));
    found.push([by, measured]);
  }
  return [...found, ...(await routedTables(ports, days)), ...(await activityTables(ports, days))];
}

const activityTables = (ports: StatisticsPorts, days: Period) =>
  Promise.all(
    [undefined, ...ACTIVITY_BREAKDOWNS].map(async (by) => {
      const { total, rows } = await activity(ports, { ...days, by });
      return [by, by === undefined ? [total] : rows] as const;
    }),
  );

/** First routing, proposals and returns, with the returns by reason. */
async function routedTables(ports: StatisticsPorts, days: Period) {
  const found: (readonly [Narrowable | undefined, readonly Line[]])[] = [];
  for (const by of [undefined, ...ROUTING_BREAKDOWNS]) {
    const routed = await routing(ports, { ...days, by });
    const ofRouting: readonly (typeof routed.total & Partial<RowLabel>)[] =
      by === undefined ? [routed.total] : routed.rows;
    found.push([
      by,
      ofRouting.map(({ value, counts, proposals }) => ({
        ...(value !== undefined && { value }),
        counts: { ...counts, ...proposals?.counts },
      })),
    ]);
    const sent = await returns(ports, { ...days, by });
    const lines = sent.rows.map(({ value, perCase, refusals, ...counts }) => ({
      value,
      counts: { ...casesIn(perCase), ...casesIn(refusals), ...returnsIn(counts) },
    }));
    const { perCase, ...counts } = sent.total;
    const total = { counts: { ...casesIn(perCase), ...returnsIn(counts) } };
    found.push([by, by === undefined ? [total] : lines]);
  }
  return found;
}

const returnsIn = ({ returns: all, reasons }: ReturnCounts): Record<string, number> => ({
  returns: all,
  ...prefixed('returns', reasons),
});

/** Without the rates. */
const casesIn = (figures: object = {}): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures).filter(
      ([name, value]) => typeof value === 'number' && name !== 'hopsPerCase',
    ),
  );

const prefixed = (prefix: string, counts: object): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, n]) => [`${prefix}.${name}`, n as number]));

/** Where the link of a line leads. */
function openingOf(by: Narrowable | undefined, value: string | null | undefined, days: Period) {
  if (by === undefined) return days;
  return isSpan(by)
    ? withinSpan(days, by, value ?? '')
    : { ...days, within: [[by, value ?? NONE] as const] };
}

interface Openings {
  readonly days: Period;
  readonly today: string;
  readonly limit: number;
  /** Opens one in so many of them. */
  readonly oneIn?: number;
}

/** Opens every figure of every line that is not 0, and every figure of the totals; the lists must re-add to it. */
export async function expectFiguresToReAdd(
  ports: StatisticsPorts,
  cases: CaseStore,
  { days, today, limit, oneIn = 1 }: Openings,
): Promise<number> {
  const read = pageReader(ports, cases);
  const figures = (await tables(ports, days, today)).flatMap(([by, lines]) =>
    lines.flatMap(({ value, counts }) =>
      Object.entries(counts)
        .filter(([, count]) => count > 0 || by === undefined)
        .map(([figure, count]) => ({ by, value, figure, count })),
    ),
  );
  const opened = figures.filter((_, number) => number % oneIn === 0);
  for (const { by, value, figure, count } of opened) {
    // Every name in the answers is that of a figure; the list refuses any other.
    const opening = { ...openingOf(by, value, days), figure: figure as OpenFigure, today };
    const found = await allCases(read, opening, { limit });
    const listed = found.reduce((sum, { times: counted }) => sum + counted, 0);
    expect(listed, `${figure} of ${by ?? 'all'} ${value ?? ''}`).toBe(count);
  }
  return opened.length;
}
