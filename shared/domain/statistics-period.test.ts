import { describe, expect, it } from 'vitest';
import { auditedDays, checkPeriod, localDayIn, monthsOf } from './statistics-period.ts';

const coveredYears = [2019, 2020, 2021];
const check = (from: string, to: string, today = '2020-07-15') =>
  checkPeriod({ from, to }, { today, coveredYears });

describe('a period', () => {
  it.each([
    ['one day', '2020-07-15', '2020-07-15'],
    ['all that is covered up to today', '2019-01-01', '2020-07-15'],
  ])('may be %s', (_, from, to) =>
    expect(check(from, to)).toEqual({ ok: true, value: { from, to } }),
  );

  it.each([
    {
      fault: 'ends before it starts',
      from: '2020-03-02',
      to: '2020-03-01',
      code: 'PERIOD_REVERSED',
    },
    { fault: 'ends tomorrow', from: '2020-07-01', to: '2020-07-16', code: 'PERIOD_IN_FUTURE' },
    {
      fault: 'is ten years and a day',
      from: '2010-07-15',
      to: '2020-07-15',
      code: 'PERIOD_TOO_LONG',
    },
    {
      fault: 'starts before the calendar',
      from: '2018-12-31',
      to: '2019-01-01',
      code: 'CALENDAR_NOT_COVERED',
    },
  ])('that $fault is refused', ({ from, to, code }) =>
    expect(check(from, to)).toMatchObject({ ok: false, error: { code } }),
  );

  it('of ten years to the day is not too long', () =>
    expect(check('2010-07-16', '2020-07-15')).toMatchObject({
      error: { code: 'CALENDAR_NOT_COVERED', firstDay: '2019-01-01', lastDay: '2021-12-31' },
    }));

  it('after the calendar ends is refused although the day has come', () =>
    expect(check('2022-01-01', '2022-01-02', '2022-06-01')).toMatchObject({
      error: { code: 'CALENDAR_NOT_COVERED' },
    }));
});

describe('the days that may hold counters', () => {
  it.each([
    { today: '2019-07-15', to: '2020-07-15' },
    { today: '2020-12-31', to: '2021-12-31' },
    { today: '2021-07-15', to: '2021-12-31' },
    { today: '2024-07-15', to: '2021-12-31' },
  ])('on $today end on $to', ({ today, to }) =>
    expect(auditedDays(coveredYears, today)).toEqual({ from: '2019-01-01', to }),
  );
});

describe('the months of a period', () => {
  it('are clipped at both ends and cross the year', () =>
    expect(monthsOf({ from: '2019-11-20', to: '2020-01-05' })).toEqual([
      { month: '2019-11', firstDay: 20, lastDay: 31 },
      { month: '2019-12', firstDay: 1, lastDay: 31 },
      { month: '2020-01', firstDay: 1, lastDay: 5 },
    ]));

  it('are one month for days of the same one', () =>
    expect(monthsOf({ from: '2020-02-03', to: '2020-02-29' })).toEqual([
      { month: '2020-02', firstDay: 3, lastDay: 29 },
    ]));
});

describe('the local day of an instant', () => {
  it.each([
    ['2019-12-31T16:59:59.999Z', '2019-12-31'],
    ['2019-12-31T17:00:00.000Z', '2020-01-01'],
    ['2020-02-28T17:00:00.000Z', '2020-02-29'],
    ['2031-05-05T18:00:00.000Z', '2031-05-06'],
  ])('%s is %s in Vietnam, whatever the zone of the machine', (instant, day) => {
    const zone = { timeZone: 'Asia/Ho_Chi_Minh', coveredYears };
    expect(localDayIn({ ...zone, utcOffset: '+07:00' })(instant)).toBe(day);
    expect(localDayIn(zone)(instant)).toBe(day);
  });

  it.each([
    ['2020-07-01T03:59:59.999Z', '2020-06-30'],
    ['2020-12-01T04:59:59.999Z', '2020-11-30'],
  ])('follows daylight saving: %s is %s in New York', (instant, day) =>
    expect(localDayIn({ timeZone: 'America/New_York', coveredYears })(instant)).toBe(day),
  );
});
