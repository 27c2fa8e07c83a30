import { err, ok, type Result } from '../result.ts';
import {
  dayBefore,
  daysOfMonth,
  type Month,
  type Period,
  type PeriodError,
} from '../statistics-period.ts';
import type { LocalDay } from '../statistics.ts';

export interface MonthOfReport {
  /** The days of the month that have begun. */
  readonly period: Period;
  /** The whole month before; undefined while this one goes on, with which it cannot be compared yet. */
  readonly before: Period | undefined;
}

/** What a report of the month is about on the day of asking. */
export function monthOfReport(month: Month, today: LocalDay): Result<MonthOfReport, PeriodError> {
  const { from, to: last } = daysOfMonth(month);
  if (from > today) return err({ code: 'PERIOD_IN_FUTURE', today });
  if (last >= today) return ok({ period: { from, to: today }, before: undefined });
  const to = dayBefore(from);
  return ok({ period: { from, to: last }, before: { from: `${to.slice(0, 7)}-01`, to } });
}
