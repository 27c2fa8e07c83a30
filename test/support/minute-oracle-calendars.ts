import { readFileSync } from 'node:fs';
import { CalendarData } from '../../shared/domain/business-calendar-data.ts';

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027];
const office = ['08:30-12:00', '12:45-17:15'];

/** The calendar that is deployed. */
export const binhDuongCalendar = CalendarData.parse(
  JSON.parse(
    readFileSync(
      new URL('../../shared/jurisdictions/binh-duong/calendar.json', import.meta.url),
      'utf8',
    ),
  ),
);

/** Daylight saving, with windows across both of its changes (Sundays at 02:00), night shifts and a half-day. */
export const newYorkCalendar = CalendarData.parse({
  timeZone: 'America/New_York',
  coveredYears: YEARS,
  weekly: {
    monday: ['00:00-05:00', ...office],
    tuesday: office,
    wednesday: office,
    thursday: [...office, '22:00-24:00'],
    friday: ['00:00-06:00', '08:30-12:00'],
    saturday: [],
    sunday: ['00:30-02:15', '02:30-03:45', '20:00-24:00'],
  },
  daysOff: YEARS.flatMap((year) => [
    { date: `${year}-01-01`, name: "New Year's Day", kind: 'statutory', status: 'official' },
    { date: `${year}-07-04`, name: 'Independence Day', kind: 'statutory', status: 'official' },
    ...(year === 2024
      ? [{ date: '2024-07-05', name: 'Swapped', kind: 'swap_off', status: 'official' }]
      : []),
  ]),
  makeUpWorkdays: [{ date: '2024-06-29', insteadOf: '2024-07-05' }],
});
