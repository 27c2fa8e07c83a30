import { daysOf } from '../../shared/domain/calendar-with-year.ts';
import { CalendarYear } from '../../shared/domain/calendar-year.ts';
import { jurisdiction } from './case-builder.ts';

type Days = CalendarYear['daysOff'];

/** A day off as it is entered. */
export const aDayOff = (date: string, differing: Partial<Days[number]> = {}): Days[number] => ({
  date,
  name: 'Ngày nghỉ',
  kind: 'statutory',
  status: 'official',
  ...differing,
});

/** 2028 with its New Year's Day, a swap and nothing else, unless told otherwise. */
export const aCalendarYear = (differing: Readonly<Record<string, unknown>> = {}): CalendarYear =>
  CalendarYear.parse({
    year: 2028,
    daysOff: [
      aDayOff('2028-01-01', { name: 'Tết Dương lịch' }),
      aDayOff('2028-09-01', { name: 'Nghỉ hoán đổi', kind: 'swap_off' }),
    ],
    makeUpWorkdays: [{ date: '2028-08-26', insteadOf: '2028-09-01' }],
    ...differing,
  });

/** A year that is in the bundled calendar, with more days off. */
export const aBundledYear = (year: number, ...daysOff: readonly string[]): CalendarYear => {
  const days = daysOf(jurisdiction.calendarData, year);
  return CalendarYear.parse({
    ...structuredClone(days),
    year,
    daysOff: [...days.daysOff, ...daysOff.map((date) => aDayOff(date))],
  });
};
