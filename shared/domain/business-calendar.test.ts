import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binhDuongCalendar, newYorkCalendar } from '../../test/support/minute-oracle-calendars.ts';
import { CalendarDataError, compileCalendar } from './business-calendar.ts';
import { CalendarData } from './business-calendar-data.ts';
import { calendarProblems } from './business-calendar-problems.ts';
import { timeZoneProblems } from './business-calendar-zone.ts';
import { addWorkingTime, workingTimeBetween } from './working-time.ts';

const office = ['07:30-11:30', '13:00-17:00'];

const aCalendar = (changes: Partial<CalendarData> = {}): CalendarData => ({
  timeZone: 'Asia/Ho_Chi_Minh',
  coveredYears: [2020],
  weekly: {
    monday: office,
    tuesday: office,
    wednesday: office,
    thursday: office,
    friday: office,
    saturday: [],
    sunday: [],
  },
  daysOff: [dayOff('2020-01-01')],
  makeUpWorkdays: [],
  ...changes,
});

const dayOff = (
  date: string,
  kind: 'statutory' | 'swap_off' = 'statutory',
): CalendarData['daysOff'][number] => ({ date, kind, name: 'Nghỉ', status: 'official' });

const weekly = (changes: Partial<CalendarData['weekly']>) => ({
  weekly: { ...aCalendar().weekly, ...changes },
});

describe('a calendar that must not be used', () => {
  it.each<[string, Partial<CalendarData>, string[]]>([
    [
      'a year is missing between the first and the last',
      { coveredYears: [2020, 2022], daysOff: [dayOff('2020-01-01'), dayOff('2022-01-01')] },
      ['coveredYears: 2021 is missing between 2020 and 2022'],
    ],
    [
      'a covered year has no holidays entered',
      { coveredYears: [2020, 2021] },
      ['coveredYears: 2021 is covered but has no day off; enter its holidays'],
    ],
    [
      'a window ends before it starts',
      weekly({ monday: ['11:30-07:30'] }),
      ['weekly.monday: window 1 ends before it starts'],
    ],
    [
      'a window is empty',
      weekly({ monday: ['07:30-07:30'] }),
      ['weekly.monday: window 1 ends before it starts'],
    ],
    [
      'windows overlap',
      weekly({ friday: ['07:30-12:00', '11:30-17:00'] }),
      ['weekly.friday: window 2 starts before window 1 has ended'],
    ],
    [
      'no day has a window',
      weekly({ monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] }),
      ['weekly: no day has a window'],
    ],
    [
      'a day off is listed twice',
      { daysOff: [dayOff('2020-01-01'), dayOff('2020-01-01')] },
      ['daysOff: 2020-01-01 is listed twice'],
    ],
    [
      'a day off lies in another year',
      { daysOff: [dayOff('2020-01-01'), dayOff('2002-09-02')] },
      ['daysOff: 2002-09-02 lies outside the covered years'],
    ],
    [
      'a day is both off and worked',
      {
        daysOff: [dayOff('2020-01-01'), dayOff('2020-05-04', 'swap_off'), dayOff('2020-05-09')],
        makeUpWorkdays: [{ date: '2020-05-09', insteadOf: '2020-05-04' }],
      },
      ['daysOff: 2020-05-09 is also a make-up workday'],
    ],
    [
      'a make-up day is a working day anyway',
      {
        daysOff: [dayOff('2020-01-01'), dayOff('2020-05-04', 'swap_off')],
        makeUpWorkdays: [{ date: '2020-05-08', insteadOf: '2020-05-04' }],
      },
      ['makeUpWorkdays: 2020-05-08 is a working day anyway'],
    ],
    [
      'a make-up day stands in for a day that is not swapped',
      { makeUpWorkdays: [{ date: '2020-05-09', insteadOf: '2020-01-01' }] },
      ['makeUpWorkdays: 2020-05-09 stands in for 2020-01-01, which is not a swapped day off'],
    ],
    [
      'a swapped day is not made up for',
      { daysOff: [dayOff('2020-05-04', 'swap_off')] },
      ['daysOff: 2020-05-04 is swapped but no make-up workday stands in for it'],
    ],
    [
      'a make-up day stands in for a Sunday, whose windows nobody knows',
      {
        daysOff: [dayOff('2020-01-01'), dayOff('2020-05-03', 'swap_off')],
        makeUpWorkdays: [{ date: '2020-05-09', insteadOf: '2020-05-03' }],
      },
      ['makeUpWorkdays: 2020-05-09 stands in for 2020-05-03, whose weekday has no windows'],
    ],
  ])('says so when %s', (_, changes, expected) => {
    expect(calendarProblems(aCalendar(changes)).map(({ message }) => message)).toEqual(expected);
    expect(() => compileCalendar(aCalendar(changes))).toThrow(CalendarDataError);
  });

  it('names every fault at once when compiled', () => {
    const faulty = aCalendar({
      coveredYears: [2020, 2022],
      ...weekly({ monday: ['09:00-08:00'] }),
    });
    expect(() => compileCalendar(faulty)).toThrow(/2021 is missing[^]*2022 is covered[^]*monday/);
  });

  it.each([
    ['a 30th of February', { daysOff: [{ ...dayOff('2020-01-01'), date: '2020-02-30' }] }],
    ['a window without a colon', weekly({ monday: ['0730-1130'] })],
    ['a 25th hour', weekly({ monday: ['07:30-25:00'] })],
    ['no year', { coveredYears: [] }],
    ['an unknown field', { halfDays: [] }],
  ])('is refused by the schema for %s', (_, changes) =>
    expect(CalendarData.safeParse({ ...aCalendar(), ...changes }).success).toBe(false),
  );
});

describe('the zone of a calendar', () => {
  it('may be stated as an offset, with the same result as from the zone data', () => {
    const { utcOffset, ...fromZoneData } = binhDuongCalendar;
    expect(utcOffset).toBe('+07:00');
    expect(compileCalendar(binhDuongCalendar)).toEqual(compileCalendar(fromZoneData));
  });

  it.each([
    [{ timeZone: 'Asia/Ho_Chi_Minh', utcOffset: '+07:00' }, []],
    [{ timeZone: 'America/New_York' }, []],
    [{ timeZone: 'Asia/Binh_Duong' }, ['timeZone: Asia/Binh_Duong is not a known time zone']],
    [
      { timeZone: 'Asia/Ho_Chi_Minh', utcOffset: '+08:00' },
      ['utcOffset: Asia/Ho_Chi_Minh does not keep +08:00 in all covered years; leave it out'],
    ],
    [
      { timeZone: 'America/New_York', utcOffset: '-05:00' },
      ['utcOffset: America/New_York does not keep -05:00 in all covered years; leave it out'],
    ],
  ])('is checked against the zone data: %j', (zone, expected) =>
    expect(timeZoneProblems(aCalendar(zone)).map(({ message }) => message)).toEqual(expected),
  );
});

describe('any calendar of random windows', () => {
  /** Up to three windows a day, anywhere on the minute. */
  const windows = fc
    .uniqueArray(fc.integer({ min: 0, max: 1440 }), { maxLength: 6 })
    .map((edges) => edges.sort((a, b) => a - b).map(clock))
    .map((edges) =>
      edges.flatMap((edge, index) =>
        index % 2 === 1 ? [`${edges[index - 1] ?? ''}-${edge}`] : [],
      ),
    );
  const clock = (minute: number): string =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const calendars = fc
    .record({
      timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'America/New_York', 'Africa/Casablanca'),
      weekdays: fc.array(windows, { minLength: 6, maxLength: 6 }),
    })
    .map(({ timeZone, weekdays: [tuesday, wednesday, thursday, friday, saturday, sunday] }) =>
      compileCalendar(
        CalendarData.parse({
          ...aCalendar({ timeZone }),
          weekly: { monday: office, tuesday, wednesday, thursday, friday, saturday, sunday },
        }),
      ),
    );
  const instants = fc
    .integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2020, 8, 1) })
    .map((at) => new Date(at));

  it('takes as long to the end of an amount as the amount says, and later for more', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        fc.integer({ min: 0, max: 36_000_000 }),
        (calendar, start, ms) => {
          const end = addWorkingTime(calendar, start, ms);
          const later = addWorkingTime(calendar, start, ms + 1);
          if (!end.ok || !later.ok) throw new Error('2020 has room for ten more hours');
          expect(workingTimeBetween(calendar, start, end.value)).toEqual({ ok: true, value: ms });
          expect(later.value.getTime()).toBeGreaterThan(end.value.getTime());
        },
      ),
      { seed: 1022, numRuns: 300 },
    );
  });

  it('of New York compiles although its offset changes 18 times', () =>
    expect(compileCalendar(newYorkCalendar).dayClosings.length).toBeGreaterThan(2000));
});
