import * as z from 'zod';
import { err, ok, type Result } from '../result.ts';
import { dayBefore, nextMonth, type Period, type PeriodError } from '../statistics-period.ts';
import type { LocalDay } from '../statistics.ts';

/** `2020-06` */
export const ReportMonth = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type ReportMonth = z.infer<typeof ReportMonth>;

export interface MonthOfReport {
  /** The days of the month that have begun. */
  readonly period: Period;
  /** The whole month before; undefined while this one goes on, with which it cannot be compared yet. */
  readonly before: Period | undefined;
}

/** What a report of the month is about on the day of asking. */
export function monthOfReport(
  month: ReportMonth,
  today: LocalDay,
): Result<MonthOfReport, PeriodError> {
  const from = `${month}-01`;
  if (from > today) return err({ code: 'PERIOD_IN_FUTURE', today });
  const last = dayBefore(`${nextMonth(month)}-01`);
  if (last >= today) return ok({ period: { from, to: today }, before: undefined });
  const to = dayBefore(from);
  return ok({ period: { from, to: last }, before: { from: `${to.slice(0, 7)}-01`, to } });
}
