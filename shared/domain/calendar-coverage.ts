import type { CalendarData } from './business-calendar-data.ts';
import { localDayIn } from './statistics-period.ts';

/**
 * The days off of the next year are decided in the autumn, and a target of weeks reaches over New Year: from this local
 * day on the next year has to be there.
 */
export const NEXT_YEAR_NEEDED_FROM = '10-01';

/** The first year that the calendar has to cover on that day and does not. */
export function missingYear(
  calendar: Pick<CalendarData, 'timeZone' | 'utcOffset' | 'coveredYears'>,
  now: Date,
): number | undefined {
  const today = localDayIn(calendar)(now.toISOString());
  const year = Number(today.slice(0, 4));
  const needed = today.slice(5) >= NEXT_YEAR_NEEDED_FROM ? [year, year + 1] : [year];
  return needed.find((one) => !calendar.coveredYears.includes(one));
}

/** Days off from that day on of which it is not sure yet that they are right; to be corrected before their year begins. */
export const uncertainDays = (
  { daysOff }: Pick<CalendarData, 'daysOff'>,
  from: string,
): CalendarData['daysOff'] => daysOff.filter((day) => day.date >= from && isUncertain(day));

export const isUncertain = ({ status }: CalendarData['daysOff'][number]): boolean =>
  status === 'projected' || status === 'law_unverified';
