import type { Actor } from '../../shared/domain/actor.ts';
import { NONE } from '../../shared/domain/statistics.ts';
import type { Line } from '../../shared/domain/statistics-drill-down.ts';
import { type Period, withinMonth } from '../../shared/domain/statistics-period.ts';
import type { ReturnBreakdown } from '../../shared/domain/statistics-routing-rows.ts';
import type { RowLabel } from '../../shared/domain/statistics-rows.ts';
import { mayOpen } from '../../shared/usecases/list-figure-cases.ts';

const PATH = '/v1/statistics/cases';
/** Where the cases of a line's figures are listed, `{figure}` standing for the name of one; null where the reader may not. */
export const casesLink = (period: Period, within: readonly Line[], by: Actor): string | null =>
  linkTo({ days: new URLSearchParams(Object.entries(period)).toString(), within, by });

interface Opened {
  readonly days: string;
  readonly within: readonly Line[];
  readonly by: Actor;
}

function linkTo({ days, within, by }: Opened): string | null {
  if (!mayOpen(by, within)) return null;
  const lines = new URLSearchParams(within.map(([...line]) => line)).toString();
  return `${PATH}?${days}${lines && '&'}${lines}&figure={figure}`;
}

/** Of a number in a series: `{from}` and `{to}` stand for the days of its step. */
export const stepsLink = (within: readonly Line[], by: Actor): string | null =>
  linkTo({ days: 'from={from}&to={to}', within, by });

type Linked<T> = T & { readonly cases: string | null };

/** Gives the total and each line the link to its cases. */
export const withLinks = <Total extends object, Row extends RowLabel>(
  {
    total,
    rows,
    period,
  }: { readonly total: Total; readonly rows: readonly Row[]; readonly period: Period },
  by: ReturnBreakdown | undefined,
  reader: Actor,
): { readonly total: Linked<Total>; readonly rows: Linked<Row>[] } => ({
  total: { ...total, cases: casesLink(period, [], reader) },
  rows: rows.map((row) => ({ ...row, cases: rowLink(row, { by, period, reader }) })),
});

function rowLink(
  { value }: RowLabel,
  {
    by,
    period,
    reader,
  }: { readonly by: ReturnBreakdown | undefined; readonly period: Period; readonly reader: Actor },
): string | null {
  if (by === undefined) return casesLink(period, [], reader);
  // A pair counts returns, of which a case may have several.
  if (by === 'pair') return null;
  return by === 'month'
    ? casesLink(withinMonth(period, value ?? ''), [], reader)
    : casesLink(period, [[by, value ?? NONE]], reader);
}
