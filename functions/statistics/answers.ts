import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import type { ReturnBreakdown } from '../../shared/domain/statistics-routing-rows.ts';
import type { Breakdown, RowLabel } from '../../shared/domain/statistics-rows.ts';
import { withLinks } from './links.ts';

interface Asked<By> {
  readonly query: { readonly by?: By };
  readonly staff: StaffMember;
  readonly timeZone: string;
}

/** What every figure is given with. */
export const answer = <
  By extends ReturnBreakdown | Breakdown | undefined,
  Total extends object,
  Row extends RowLabel,
  Rest extends { readonly period: Period; readonly total: Total; readonly rows: readonly Row[] },
>(
  { query: { by }, staff, timeZone }: Asked<By>,
  {
    period,
    total,
    rows,
    ...rest
  }: Rest & {
    readonly total: Total;
    readonly rows: readonly Row[];
  },
) => ({
  ...rest,
  ...withLinks({ total, rows, period }, by, actorOf(staff)),
  period: { ...period, timeZone },
  by: by ?? null,
});
