import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import type { CalendarData } from './business-calendar-data.ts';
import { firstDifference } from './calendar-difference.ts';
import { withCalendar } from './jurisdiction-lookups.ts';

const { calendarData: builtIn } = jurisdiction;
const local = (time: string) => new Date(`${time.replace(' ', 'T')}:00+07:00`).getTime();
const differenceAfter = (data: Partial<CalendarData>) =>
  firstDifference(jurisdiction, withCalendar(jurisdiction, { ...builtIn, ...data }));

const dayOff = (date: string) => ({
  date,
  name: 'Nghỉ',
  kind: 'statutory' as const,
  status: 'official' as const,
});

describe('two calendars count differently', () => {
  it('never, when they differ in words alone', () =>
    expect(differenceAfter({ note: 'Sửa tên' })).toBe(Infinity));

  it('from the opening of a day that is now off', () =>
    expect(differenceAfter({ daysOff: [...builtIn.daysOff, dayOff('2026-03-10')] })).toBe(
      local('2026-03-10 07:30'),
    ));

  it('from the opening of the first day of a new year', () => {
    const coveredYears = [...builtIn.coveredYears, 2028];
    const daysOff = [...builtIn.daysOff, dayOff('2028-01-01')];
    expect(differenceAfter({ coveredYears, daysOff })).toBe(local('2028-01-03 07:30'));
  });

  it('from the earlier closing of a day that ends at another time', () => {
    const weekly = { ...builtIn.weekly, friday: ['07:30-11:30', '13:00-16:00'] };
    expect(differenceAfter({ weekly })).toBe(local('2019-01-04 16:00'));
  });

  it('from the first of them in any department', () =>
    expect(differenceAfter({ departments: { SYT: { roundTheClock: true } } })).toBe(
      local('2019-01-01 00:00'),
    ));

  it('from the beginning of years that only one of them covers', () =>
    expect(differenceAfter({ coveredYears: [2018, ...builtIn.coveredYears] })).toBe(
      local('2018-01-01 00:00'),
    ));
});
