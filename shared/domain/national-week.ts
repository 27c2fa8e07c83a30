import * as z from 'zod';
import { err, ok, type Result } from './result.ts';
import { daysLater, type Period, type PeriodError } from './statistics-period.ts';
import type { LocalDay } from './statistics.ts';

/** ISO 8601: `2020-W12`, Monday to Sunday; the week of the year's first Thursday is its first. */
export const IsoWeek = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/);
export type IsoWeek = z.infer<typeof IsoWeek>;

export type WeekError = PeriodError | { readonly code: 'WEEK_UNKNOWN' };

/** The days of a week that have begun. */
export function daysOfWeek(week: IsoWeek, today: LocalDay): Result<Period, WeekError> {
  const [year = '', number = ''] = week.split('-W');
  const fourth = `${year}-01-04`;
  const monday = daysLater(mondayOf(fourth), (Number(number) - 1) * 7);
  // A year has 52 weeks, and some have a 53rd.
  if (daysLater(monday, 3).slice(0, 4) !== year) return err({ code: 'WEEK_UNKNOWN' });
  if (monday > today) return err({ code: 'PERIOD_IN_FUTURE', today });
  const sunday = daysLater(monday, 6);
  return ok({ from: monday, to: sunday < today ? sunday : today });
}

const mondayOf = (day: LocalDay): LocalDay =>
  daysLater(day, -((new Date(day).getUTCDay() + 6) % 7));
