import type { LocalDay } from '../statistics.ts';
import { daysLater, type Period } from '../statistics-period.ts';

const DAYS_OF_WEEK = 7;

/** A department is held against so many of its own weeks, as the province asks: two months, and a season does not turn. */
export const WEEKS_BEFORE = 8;

/** The days with which a day is compared. */
export const DAYS_BEFORE = WEEKS_BEFORE * DAYS_OF_WEEK;

/** Monday of the day's week. */
export const mondayOf = (day: LocalDay): LocalDay =>
  daysLater(day, -((new Date(day).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK));

/** The last week that is over, of those that ended at least so many days ago. */
export function lastWeek(today: LocalDay, daysAgo = 0): Period {
  const from = daysLater(mondayOf(daysLater(today, -daysAgo)), -DAYS_OF_WEEK);
  return { from, to: daysLater(from, DAYS_OF_WEEK - 1) };
}

/** The weeks before, oldest first. */
export const weeksBefore = ({ from }: Period): readonly Period[] =>
  Array.from({ length: WEEKS_BEFORE }, (_, index) => {
    const monday = daysLater(from, (index - WEEKS_BEFORE) * DAYS_OF_WEEK);
    return { from: monday, to: daysLater(monday, DAYS_OF_WEEK - 1) };
  });
