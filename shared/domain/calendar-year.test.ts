import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { compileCalendar } from './business-calendar.ts';
import type { CalendarData, Weekly } from './business-calendar-data.ts';
import { daysOf, withYear } from './calendar-with-year.ts';
import { CalendarYear, yearProblems } from './calendar-year.ts';
import { DepartmentCode } from './department.ts';
import { isOpen } from './working-time.ts';

const { calendarData: builtIn } = jurisdiction;
const SGTVT = DepartmentCode.parse('SGTVT');

const everyDay = (...windows: string[]): Weekly => ({
  monday: windows,
  tuesday: windows,
  wednesday: windows,
  thursday: windows,
  friday: windows,
  saturday: [],
  sunday: [],
});
const early = everyDay('07:00-11:00', '13:00-17:00');
const summer = everyDay('06:30-11:30', '13:30-16:30');

/** 2028 with its New Year's Day, a swap and nothing else, unless told otherwise. */
const aYear = (differing: Readonly<Record<string, unknown>> = {}): CalendarYear =>
  CalendarYear.parse({
    year: 2028,
    daysOff: [
      { date: '2028-01-01', name: 'Tết Dương lịch', kind: 'statutory', status: 'official' },
      { date: '2028-09-01', name: 'Nghỉ hoán đổi', kind: 'swap_off', status: 'official' },
    ],
    makeUpWorkdays: [{ date: '2028-08-26', insteadOf: '2028-09-01' }],
    ...differing,
  });
const dayOff = (date: string, kind = 'statutory') => ({
  date,
  name: 'Nghỉ',
  kind,
  status: 'official',
});

/** Whether work is done at this local time. */
const open = (calendar: CalendarData, local: string, department?: string): boolean => {
  const at = new Date(`${local.replace(' ', 'T')}:00+07:00`);
  const answer = isOpen(compileCalendar(calendar, department), at);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

describe('a calendar with one more year', () => {
  const calendar = withYear(builtIn, aYear());

  it('covers it, by the usual hours but for its own days', () => {
    expect(calendar.coveredYears.at(-1)).toBe(2028);
    expect(open(calendar, '2028-01-03 08:00')).toBe(true);
    expect(open(calendar, '2028-08-26 08:00')).toBe(true);
    expect(open(calendar, '2028-09-01 08:00')).toBe(false);
  });

  it('says of every other year what it said before', () => {
    for (const year of builtIn.coveredYears) {
      expect(daysOf(calendar, year)).toEqual(daysOf(builtIn, year));
    }
    expect(calendar.weekly).toEqual(builtIn.weekly);
  });

  it('gives back the days that were entered', () => {
    const { daysOff, makeUpWorkdays } = aYear();
    expect(daysOf(calendar, 2028)).toEqual({ daysOff, makeUpWorkdays });
  });

  it('has a year as it was entered last', () => {
    const again = withYear(
      calendar,
      aYear({ daysOff: [dayOff('2028-01-02')], makeUpWorkdays: [] }),
    );
    expect(daysOf(again, 2028).daysOff.map(({ date }) => date)).toEqual(['2028-01-02']);
    expect(again.coveredYears).toEqual(calendar.coveredYears);
  });
});

describe('a swap over New Year', () => {
  it('belongs to the year of the day that is worked', () => {
    const without = withYear(
      builtIn,
      aYear({ year: 2019, daysOff: [dayOff('2019-01-01')], makeUpWorkdays: [] }),
    );
    expect(daysOf(builtIn, 2019).daysOff[0]?.date).toBe('2018-12-31');
    expect(without.daysOff.map(({ date }) => date)).not.toContain('2018-12-31');
  });

  it('is left alone by the year of the day off', () => {
    const year = aYear({
      daysOff: [dayOff('2028-01-01'), dayOff('2029-01-02', 'swap_off')],
      makeUpWorkdays: [{ date: '2028-12-30', insteadOf: '2029-01-02' }],
    });
    const next = { year: 2029, daysOff: [dayOff('2029-01-01')], makeUpWorkdays: [] };
    const calendar = withYear(withYear(builtIn, year), aYear(next));
    expect(open(calendar, '2029-01-02 08:00')).toBe(false);
    expect(open(calendar, '2028-12-30 08:00')).toBe(true);
  });
});

describe('hours that a year brings', () => {
  const calendar = withYear(builtIn, aYear({ hours: { weekly: early } }));

  it('hold in that year alone', () => {
    expect(open(calendar, '2027-12-31 07:10')).toBe(false);
    expect(open(calendar, '2028-01-03 07:10')).toBe(true);
    expect(open(calendar, '2028-12-29 07:10')).toBe(true);
    expect(open(calendar, '2028-12-29 11:10')).toBe(false);
  });

  it('go on in the next year, until others are entered', () => {
    const next = withYear(
      calendar,
      aYear({ year: 2029, daysOff: [dayOff('2029-01-01')], makeUpWorkdays: [] }),
    );
    expect(open(next, '2029-06-01 07:10')).toBe(true);
    const usual = withYear(
      next,
      aYear({
        year: 2029,
        daysOff: [dayOff('2029-01-01')],
        makeUpWorkdays: [],
        hours: { weekly: builtIn.weekly },
      }),
    );
    expect(open(usual, '2029-06-01 07:10')).toBe(false);
    expect(open(usual, '2028-06-01 07:10')).toBe(true);
  });

  it('leave no trace where they are the usual ones', () => {
    expect(withYear(builtIn, aYear({ hours: { weekly: builtIn.weekly } }))).toEqual(
      withYear(builtIn, aYear()),
    );
  });

  it('have seasons within them', () => {
    const seasons = [{ name: 'Giờ mùa hè', from: '04-15', until: '08-14', weekly: summer }];
    const seasonal = withYear(builtIn, aYear({ hours: { weekly: early, seasons } }));
    expect(open(seasonal, '2028-04-14 06:40')).toBe(false);
    expect(open(seasonal, '2028-04-17 06:40')).toBe(true);
    expect(open(seasonal, '2028-08-15 07:10')).toBe(true);
    expect(open(seasonal, '2028-08-15 06:40')).toBe(false);
  });

  it('take the place of seasons that returned every year, and only in that year', () => {
    const seasons = [{ name: 'Giờ mùa hè', from: '04-15', until: '08-14', weekly: summer }];
    const yearly = { ...builtIn, seasons };
    const kept = withYear(yearly, aYear());
    expect(open(kept, '2028-06-01 06:40')).toBe(true);
    const own = withYear(yearly, aYear({ hours: { weekly: early } }));
    expect(open(own, '2027-06-01 06:40')).toBe(true);
    expect(open(own, '2028-06-01 06:40')).toBe(false);
    expect(yearProblems(aYear({ hours: { weekly: early } }), known(yearly))).toEqual([]);
  });
});

describe('hours of a department', () => {
  it('are its own in that year and those of everybody before', () => {
    const calendar = withYear(builtIn, aYear({ departments: { SGTVT: { weekly: early } } }));
    expect(open(calendar, '2028-01-03 07:10', SGTVT)).toBe(true);
    expect(open(calendar, '2028-01-03 07:10')).toBe(false);
    expect(open(calendar, '2027-12-31 07:10', SGTVT)).toBe(false);
    expect(open(calendar, '2027-12-31 07:40', SGTVT)).toBe(true);
    const next = withYear(
      calendar,
      aYear({ year: 2029, daysOff: [dayOff('2029-01-01')], makeUpWorkdays: [] }),
    );
    expect(open(next, '2029-01-03 07:10', SGTVT)).toBe(true);
  });

  it('are given up with null', () => {
    const duty = withYear(builtIn, aYear({ departments: { SGTVT: { roundTheClock: true } } }));
    expect(open(duty, '2028-01-01 03:00', SGTVT)).toBe(true);
    const none = withYear(duty, aYear({ departments: { SGTVT: null } }));
    expect(none.departments).toBeUndefined();
    expect(open(none, '2028-01-01 03:00', SGTVT)).toBe(false);
  });

  it('replace a duty desk', () => {
    const duty = withYear(builtIn, aYear({ departments: { SGTVT: { roundTheClock: true } } }));
    const office = withYear(duty, aYear({ departments: { SGTVT: { weekly: early } } }));
    expect(open(office, '2028-01-03 07:10', SGTVT)).toBe(true);
    expect(open(office, '2028-01-03 03:00', SGTVT)).toBe(false);
  });
});

const known = (calendar: CalendarData) => ({
  calendar,
  isKnown: (code: string) => jurisdiction.departments.has(DepartmentCode.parse(code)),
});
const problems = (year: CalendarYear) =>
  yearProblems(year, known(builtIn)).map(({ code, path }) => [code, path]);

describe('what is wrong with a year', () => {
  it('is nothing', () => expect(problems(aYear())).toEqual([]));

  it.each<[string, Readonly<Record<string, unknown>>, [string, string]]>([
    [
      'a window that ends before it starts',
      { hours: { weekly: everyDay('11:30-07:30') } },
      ['WINDOW_ENDS_BEFORE_START', 'hours.weekly.monday[0]'],
    ],
    [
      'windows that overlap',
      { hours: { weekly: everyDay('07:30-11:30', '11:00-17:00') } },
      ['WINDOWS_OVERLAP', 'hours.weekly.monday[1]'],
    ],
    [
      'a day that is both off and worked',
      { daysOff: [...aYear().daysOff, dayOff('2028-08-26')] },
      ['DAY_OFF_AND_MAKE_UP', 'daysOff[2]'],
    ],
    ['no day off', { daysOff: [], makeUpWorkdays: [] }, ['YEAR_WITHOUT_DAYS_OFF', 'year']],
    [
      'a day of another year',
      { daysOff: [...aYear().daysOff, dayOff('2082-01-01')] },
      ['DAY_OFF_OUTSIDE_YEARS', 'daysOff[2]'],
    ],
    [
      'an unknown department',
      { departments: { NOBODY: null } },
      ['DEPARTMENT_UNKNOWN', 'departments.NOBODY'],
    ],
    [
      'seasons that overlap',
      {
        hours: {
          weekly: early,
          seasons: [
            { name: 'Hè', from: '2028-04-01', until: '2028-08-31', weekly: summer },
            { name: 'Thu', from: '2028-08-01', until: '2028-10-31', weekly: early },
          ],
        },
      },
      ['SEASONS_OVERLAP', 'hours.seasons[1]'],
    ],
    [
      'years left out before it',
      { year: 2030, daysOff: [dayOff('2030-01-01')], makeUpWorkdays: [] },
      ['YEAR_MISSING_BETWEEN', 'calendar.coveredYears'],
    ],
    [
      'a day that another year has given away',
      {
        daysOff: [dayOff('2028-01-01'), dayOff('2027-01-01', 'swap_off')],
        makeUpWorkdays: [{ date: '2028-01-08', insteadOf: '2027-01-01' }],
      },
      ['DAY_OFF_LISTED_TWICE', expect.stringMatching(/^calendar\.daysOff/) as string],
    ],
  ])('is %s', (_, differing, expected) => {
    expect(problems(aYear(differing))[0]).toEqual(expected);
  });

  it('is said in both languages, by the place where it was entered', () => {
    const [problem] = yearProblems(
      aYear({ hours: { weekly: everyDay('11:30-07:30') } }),
      known(builtIn),
    );
    expect(problem?.message).toBe('hours.weekly.monday: window 1 ends before it starts');
    expect(problem?.messageVi).toBe('hours.weekly.monday: khung giờ 1 kết thúc trước khi bắt đầu');
  });
});
