import { describe, expect, it } from 'vitest';
import { CalendarDataError, calendarsOf, compileCalendar } from './business-calendar.ts';
import type { CalendarData, Season } from './business-calendar-data.ts';
import { unknownDepartmentProblems } from './business-calendar-hours-problems.ts';
import type { CalendarProblemCode } from './business-calendar-problem.ts';
import { calendarProblems } from './business-calendar-problems.ts';
import { readCalendar } from './business-calendar-reading.ts';
import { BUILT_IN_CALENDAR, CalendarVersion } from './calendar-version.ts';
import { addWorkingTime, closingOfNthWorkingDay, isOpen, nextOpen } from './working-time.ts';

const week = (windows: string[], saturday: string[] = []) => ({
  monday: windows,
  tuesday: windows,
  wednesday: windows,
  thursday: windows,
  friday: windows,
  saturday,
  sunday: [],
});
const winter = week(['07:30-11:30', '13:00-17:00']);
const summer = week(['07:00-11:30', '13:30-17:00']);

const aSeason = (changes: Partial<Season> = {}): Season => ({
  name: 'Giờ mùa hè',
  from: '05-01',
  until: '09-30',
  weekly: summer,
  ...changes,
});

const aCalendar = (changes: Partial<CalendarData> = {}): CalendarData => ({
  timeZone: 'Asia/Ho_Chi_Minh',
  utcOffset: '+07:00',
  coveredYears: [2019, 2020],
  weekly: winter,
  daysOff: [
    { date: '2019-01-01', name: 'Tết Dương lịch', kind: 'statutory', status: 'official' },
    { date: '2020-01-01', name: 'Tết Dương lịch', kind: 'statutory', status: 'official' },
    { date: '2020-05-04', name: 'Nghỉ hoán đổi', kind: 'swap_off', status: 'official' },
  ],
  makeUpWorkdays: [{ date: '2020-04-25', insteadOf: '2020-05-04' }],
  ...changes,
});

const local = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`);
const shown = (result: ReturnType<typeof nextOpen>): string => {
  if (!result.ok) return result.error.code;
  return new Date(result.value.getTime() + 7 * 3_600_000)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');
};
const opening = (data: CalendarData, day: string, department?: string): string =>
  shown(nextOpen(compileCalendar(data, department), local(`${day} 00:00`)));

describe('seasonal hours', () => {
  const data = aCalendar({ seasons: [aSeason()] });

  it.each([
    ['2020-04-30', '2020-04-30 07:30', 'the last day before'],
    ['2020-05-01', '2020-05-01 07:00', 'the first day'],
    ['2020-09-30', '2020-09-30 07:00', 'the last day'],
    ['2020-10-01', '2020-10-01 07:30', 'the day after'],
    ['2019-07-01', '2019-07-01 07:00', 'the year before'],
    ['2020-05-04', '2020-05-05 07:00', 'a day off within'],
    ['2020-04-25', '2020-04-25 07:30', 'a make-up Saturday before it, for a day within it'],
  ])('on %s open at %s: %s', (day, opens) => expect(opening(data, day)).toBe(opens));

  it.each([
    ['2020-01-02', '2020-01-02 07:00'],
    ['2020-02-28', '2020-02-28 07:00'],
    ['2020-02-29', '2020-03-02 07:30'],
    ['2019-02-28', '2019-02-28 07:00'],
    ['2019-03-01', '2019-03-01 07:30'],
    ['2019-11-14', '2019-11-14 07:30'],
    ['2019-11-15', '2019-11-15 07:00'],
  ])('may pass over New Year and end on 29 February: on %s open at %s', (day, opens) =>
    expect(opening(aCalendar({ seasons: [aSeason({ from: '11-15', until: '02-29' })] }), day)).toBe(
      opens,
    ),
  );

  it('from 29 February begin on 1 March in a year without it', () => {
    const spring = aCalendar({ seasons: [aSeason({ from: '02-29', until: '03-31' })] });
    expect([opening(spring, '2019-02-28'), opening(spring, '2019-03-01')]).toEqual([
      '2019-02-28 07:30',
      '2019-03-01 07:00',
    ]);
  });

  it('given by dates hold in that year only', () => {
    const once = aCalendar({ seasons: [aSeason({ from: '2020-06-01', until: '2020-06-30' })] });
    expect([opening(once, '2019-06-03'), opening(once, '2020-06-01')]).toEqual([
      '2019-06-03 07:30',
      '2020-06-01 07:00',
    ]);
  });
});

describe('hours of a department', () => {
  const late = week(['10:00-18:00']);
  const oneStop = week(['08:00-12:00'], ['08:00-10:00']);
  const data = aCalendar({
    seasons: [aSeason()],
    departments: {
      LATE: { weekly: late },
      STOP: { weekly: oneStop },
      SUMMER: { seasons: [aSeason({ weekly: late })] },
      SAME: { seasons: [] },
      DUTY: { roundTheClock: true },
      MONDAYS: { weekly: { ...week([]), tuesday: ['09:00-10:00'], saturday: ['09:00-10:00'] } },
    },
  });

  it.each([
    ['LATE', '2020-06-01', '2020-06-01 10:00', 'its weekly hours have no season'],
    ['LATE', '2020-05-04', '2020-05-05 10:00', 'the days off are the jurisdiction’s'],
    ['LATE', '2020-04-25', '2020-04-25 10:00', 'and the make-up days, with its own hours'],
    ['STOP', '2020-05-02', '2020-05-02 08:00', 'it may work on Saturdays'],
    ['SUMMER', '2020-06-01', '2020-06-01 10:00', 'seasons of its own'],
    ['SUMMER', '2020-03-02', '2020-03-02 07:30', 'and the jurisdiction’s weekly hours outside'],
    ['SAME', '2020-06-01', '2020-06-01 07:30', 'an empty list of seasons is none'],
    ['MONDAYS', '2020-04-25', '2020-04-25 09:00', 'what it never worked it does not make up for'],
    ['TA', '2020-06-01', '2020-06-01 07:00', 'a department that is not named'],
    ['constructor', '2020-06-01', '2020-06-01 07:00', 'nor is what every object has'],
  ])('%s on %s: open at %s (%s)', (department, day, opens) =>
    expect(opening(data, day, department)).toBe(opens),
  );

  it('lasts the whole make-up Saturday where it usually works a part of it', () => {
    const calendar = compileCalendar(data, 'STOP');
    expect(shown(closingOfNthWorkingDay(calendar, local('2020-04-25 08:00'), 0))).toBe(
      '2020-04-25 12:00',
    );
    expect(shown(closingOfNthWorkingDay(calendar, local('2020-04-18 08:00'), 0))).toBe(
      '2020-04-18 10:00',
    );
  });

  it('is compiled when it is asked for, once, and shared by all without hours of their own', () => {
    const calendarFor = calendarsOf(data);
    expect(calendarFor('TA')).toBe(calendarFor());
    expect(calendarFor('DUTY')).toBe(calendarFor('DUTY'));
    expect(calendarFor('DUTY')).not.toBe(calendarFor());
    expect(calendarFor('LATE')).toEqual(compileCalendar(data, 'LATE'));
  });
});

describe('a duty desk round the clock', () => {
  const calendar = compileCalendar(
    aCalendar({ departments: { DUTY: { roundTheClock: true } } }),
    'DUTY',
  );

  it('works through nights, weekends and days off', () => {
    expect(isOpen(calendar, local('2020-01-01 03:00'))).toEqual({ ok: true, value: true });
    expect(shown(addWorkingTime(calendar, local('2020-05-01 22:30'), 60 * 3_600_000))).toBe(
      '2020-05-04 10:30',
    );
  });

  it.each([
    ['2020-05-01 22:30', 0, '2020-05-02 00:00'],
    ['2020-05-01 22:30', 2, '2020-05-04 00:00'],
    ['2020-05-02 00:00', 0, '2020-05-03 00:00'],
    ['2020-12-31 10:00', 0, '2021-01-01 00:00'],
    ['2020-12-31 10:00', 1, 'CALENDAR_NOT_COVERED'],
  ])('ends its working days at 24:00: %s and %i days is %s', (at, days, expected) =>
    expect(shown(closingOfNthWorkingDay(calendar, local(at), days))).toBe(expected),
  );
});

describe('hours that must not be used', () => {
  const open = { ...winter, tuesday: ['07:30-12:00', '11:30-17:00'] };
  const cases: [string, Partial<CalendarData>, [CalendarProblemCode, string]][] = [
    ['windows that overlap', { weekly: open }, ['WINDOWS_OVERLAP', 'weekly.tuesday[1]']],
    [
      'windows out of order',
      { weekly: { ...winter, monday: ['13:00-17:00', '07:30-11:30'] } },
      ['WINDOWS_OUT_OF_ORDER', 'weekly.monday[1]'],
    ],
    [
      'a department’s window that ends before it starts',
      { departments: { TA: { weekly: { ...winter, friday: ['17:00-13:00'] } } } },
      ['WINDOW_ENDS_BEFORE_START', 'departments.TA.weekly.friday[0]'],
    ],
    [
      'a season’s windows that overlap',
      { seasons: [aSeason({ weekly: open })] },
      ['WINDOWS_OVERLAP', 'seasons[0].weekly.tuesday[1]'],
    ],
    [
      'a season without windows',
      { seasons: [aSeason({ weekly: week([]) })] },
      ['WITHOUT_WINDOWS', 'seasons[0].weekly'],
    ],
    [
      'seasons that overlap every year',
      { seasons: [aSeason(), aSeason({ from: '09-30', until: '10-31' })] },
      ['SEASONS_OVERLAP', 'seasons[1]'],
    ],
    [
      'seasons that overlap over New Year',
      {
        seasons: [
          aSeason({ from: '11-01', until: '02-15' }),
          aSeason({ from: '2020-02-15', until: '2020-03-01' }),
        ],
      },
      ['SEASONS_OVERLAP', 'seasons[1]'],
    ],
    [
      'a season that ends before it starts',
      { seasons: [aSeason({ from: '2020-06-02', until: '2020-06-01' })] },
      ['SEASON_ENDS_BEFORE_START', 'seasons[0].until'],
    ],
    [
      'a season with a date at one end only',
      { seasons: [aSeason({ from: '2020-06-02' })] },
      ['SEASON_MIXES_DATES', 'seasons[0].until'],
    ],
    [
      'a season of another year',
      { seasons: [aSeason({ from: '2022-06-01', until: '2022-06-30' })] },
      ['SEASON_OUTSIDE_YEARS', 'seasons[0]'],
    ],
    [
      'a department without a word about its hours',
      { departments: { TA: {} } },
      ['DEPARTMENT_WITHOUT_HOURS', 'departments.TA'],
    ],
    [
      'a duty desk with windows',
      { departments: { TA: { roundTheClock: true, weekly: winter } } },
      ['DEPARTMENT_ROUND_THE_CLOCK_WITH_HOURS', 'departments.TA'],
    ],
    [
      'a make-up day that the season works anyway',
      {
        seasons: [aSeason({ from: '04-01', weekly: week(['07:00-11:30'], ['07:00-11:30']) })],
      },
      ['MAKE_UP_ON_WORKING_DAY', 'makeUpWorkdays[0]'],
    ],
  ];

  it.each(cases)('are named for %s', (_, changes, [code, path]) => {
    expect(calendarProblems(aCalendar(changes))).toMatchObject([{ code, path }]);
    expect(() => compileCalendar(aCalendar(changes))).toThrow(CalendarDataError);
  });

  it('may touch where one season follows the other', () =>
    expect(
      calendarProblems(
        aCalendar({ seasons: [aSeason(), aSeason({ from: '10-01', until: '04-30' })] }),
      ),
    ).toEqual([]));

  it('name a department that does not exist', () =>
    expect(
      unknownDepartmentProblems(
        aCalendar({ departments: { TA: { roundTheClock: true }, XX: { roundTheClock: true } } }),
        (code) => code === 'TA',
      ),
    ).toMatchObject([{ code: 'DEPARTMENT_UNKNOWN', path: 'departments.XX' }]));
});

describe('a calendar from outside', () => {
  it('is read whole when it is right', () => {
    const data = aCalendar({ seasons: [aSeason()], departments: { TA: { roundTheClock: true } } });
    expect(readCalendar(data)).toEqual({ ok: true, value: data });
  });

  it.each<[string, unknown, unknown[]]>([
    [
      'an unknown field',
      { ...aCalendar(), halfDays: [] },
      [{ code: 'FIELD_UNKNOWN', path: 'halfDays' }],
    ],
    [
      'a missing one and a wrong one at once',
      { ...aCalendar(), timeZone: undefined, coveredYears: ['2020'] },
      [
        { code: 'FIELD_MISSING', path: 'timeZone' },
        { code: 'FIELD_INVALID', path: 'coveredYears[0]' },
      ],
    ],
    [
      'a day that no year has',
      aCalendar({ seasons: [aSeason({ from: '02-30' })] }),
      [{ code: 'FIELD_INVALID', path: 'seasons[0].from' }],
    ],
    [
      'a department code that is none',
      aCalendar({ departments: { ta: { roundTheClock: true } } }),
      [{ code: 'FIELD_INVALID', path: 'departments.ta' }],
    ],
    ['what is no calendar', 3, [{ code: 'FIELD_INVALID', path: 'calendar' }]],
    [
      'an offset that the zone does not keep',
      aCalendar({ utcOffset: '+08:00' }),
      [{ code: 'OFFSET_NOT_KEPT', path: 'utcOffset' }],
    ],
    [
      'a year without days off, in both languages',
      aCalendar({ coveredYears: [2019, 2020, 2021] }),
      [
        {
          code: 'YEAR_WITHOUT_DAYS_OFF',
          path: 'coveredYears[2]',
          message: 'coveredYears: 2021 is covered but has no day off; enter its holidays',
          messageVi: 'coveredYears: năm 2021 chưa có ngày nghỉ nào; hãy nhập các ngày nghỉ của năm',
        },
      ],
    ],
  ])('is refused for %s', (_, raw, problems) =>
    expect(readCalendar(raw)).toMatchObject({ ok: false, error: problems }),
  );
});

describe('the version of a calendar', () => {
  it('is carried by what is compiled, the built-in one where none is named', () => {
    const version = CalendarVersion.parse('2027-01');
    expect(compileCalendar(aCalendar({ version })).version).toBe('2027-01');
    expect(compileCalendar(aCalendar()).version).toBe(BUILT_IN_CALENDAR);
    expect(CalendarVersion.parse(BUILT_IN_CALENDAR)).toBe(BUILT_IN_CALENDAR);
  });

  it.each(['', '-1', 'Tết', '2026 01', 'x'.repeat(33)])('is never %j', (version) =>
    expect(CalendarVersion.safeParse(version).success).toBe(false),
  );
});
