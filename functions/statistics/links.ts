import type { Actor } from '../../shared/domain/actor.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import type { ReturnBreakdown } from '../../shared/domain/statistics-routing-rows.ts';
import type { Breakdown, RowLabel } from '../../shared/domain/statistics-rows.ts';
import { casesLink, linesLink } from './cases-link.ts';

type Linked<T> = T & { readonly cases: string | null };

/** Gives the total and each line the link to its cases. */
export const withLinks = <Total extends object, Row extends RowLabel>(
  {
    total,
    rows,
    period,
  }: { readonly total: Total; readonly rows: readonly Row[]; readonly period: Period },
  by: ReturnBreakdown | Breakdown | undefined,
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
  }: {
    readonly by: ReturnBreakdown | Breakdown | undefined;
    readonly period: Period;
    readonly reader: Actor;
  },
): string | null {
  // A pair counts returns, of which a case may have several.
  if (by === 'pair') return null;
  return linesLink(by === undefined ? [] : [[by, value]], { period, reader });
}
