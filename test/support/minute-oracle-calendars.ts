import { readFileSync } from 'node:fs';
import fc from 'fast-check';
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

const week = (weekday: readonly string[], saturday: readonly string[] = []) => ({
  ...{ monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday },
  ...{ saturday, sunday: [] },
});

/** The deployed days off with seasons that turn over New Year and on 29 February, and departments of every kind. */
const seasonalCalendar = CalendarData.parse({
  ...binhDuongCalendar,
  seasons: [
    {
      name: 'Giờ mùa hè',
      from: '05-01',
      until: '09-30',
      weekly: week(['07:00-11:30', '13:30-17:00']),
    },
    {
      name: 'Giờ mùa khô',
      from: '12-15',
      until: '02-29',
      weekly: week(['08:00-12:00', '13:00-17:00']),
    },
    {
      name: 'Giãn cách xã hội',
      ...{ from: '2020-04-01', until: '2020-04-22' },
      weekly: week(['07:00-09:00', '09:30-11:00', '14:00-15:30', '16:00-16:01']),
    },
  ],
  departments: {
    STOP: { weekly: week(['07:00-19:00'], ['07:30-11:30']) },
    SCHOOL: {
      seasons: [{ name: 'Nghỉ hè', from: '02-29', until: '08-15', weekly: week(['09:00-11:00']) }],
    },
    NIGHT: {
      // Never on Mondays, for which most Saturdays are made up.
      weekly: {
        ...week(['00:00-06:00', '18:00-24:00'], ['00:00-02:00']),
        ...{ monday: [], sunday: ['22:00-24:00'] },
      },
      seasons: [{ name: 'Đêm hè', from: '06-01', until: '06-30', weekly: week(['20:00-24:00']) }],
    },
    DUTY: { roundTheClock: true },
  },
});

/** A calendar to be judged, and whose hours. */
export interface OracleTarget {
  readonly data: CalendarData;
  readonly department?: string;
}

export const fixedTargets: readonly OracleTarget[] = [
  { data: binhDuongCalendar },
  { data: newYorkCalendar },
  { data: seasonalCalendar },
  { data: seasonalCalendar, department: 'STOP' },
  { data: seasonalCalendar, department: 'SCHOOL' },
  { data: seasonalCalendar, department: 'NIGHT' },
  { data: seasonalCalendar, department: 'DUTY' },
  {
    data: { ...newYorkCalendar, departments: { DUTY: { roundTheClock: true } } },
    department: 'DUTY',
  },
];

/** Up to four windows a day anywhere on the minute, with seasons of their own. */
export function randomTargets(): fc.Arbitrary<OracleTarget> {
  const clock = (minute: number): string =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const windows = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 8 })
    .map((edges) => edges.sort((a, b) => a - b).map(clock))
    .map((edges) =>
      edges.flatMap((edge, index) => (index % 2 === 1 ? [`${edges[index - 1]!}-${edge}`] : [])),
    );
  const weekly = fc.record({
    ...{ monday: fc.constant(office), tuesday: windows, wednesday: windows, thursday: windows },
    ...{ friday: windows, saturday: windows, sunday: windows },
  });
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
  return fc
    .record({
      timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'America/New_York', 'Europe/Berlin'),
      weekly,
      season: fc.record({ name: fc.constant('Mùa'), from: day, until: day, weekly }),
    })
    .map(({ timeZone, weekly: usual, season }) => ({
      data: CalendarData.parse({
        timeZone,
        ...{ coveredYears: [2023, 2024], weekly: usual, seasons: [season], makeUpWorkdays: [] },
        daysOff: binhDuongCalendar.daysOff.filter(
          ({ date, kind }) => /^202[34]/.test(date) && kind !== 'swap_off',
        ),
      }),
    }));
}
