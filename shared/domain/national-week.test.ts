import { describe, expect, it } from 'vitest';
import { daysOfWeek } from './national-week.ts';

describe('a week', () => {
  // By a wall calendar.
  it.each([
    ['2020-W01', { from: '2019-12-30', to: '2020-01-05' }],
    ['2020-W53', { from: '2020-12-28', to: '2021-01-03' }],
    ['2021-W01', { from: '2021-01-04', to: '2021-01-10' }],
    ['2026-W48', { from: '2026-11-23', to: '2026-11-29' }],
  ])('%s has the days %j', (week, period) =>
    expect(daysOfWeek(week, '2030-01-01')).toEqual({ ok: true, value: period }),
  );

  it('that has begun ends today', () =>
    expect(daysOfWeek('2020-W11', '2020-03-11')).toEqual({
      ok: true,
      value: { from: '2020-03-09', to: '2020-03-11' },
    }));

  it('to come is refused, and so is a 53rd of a year that has none', () => {
    expect(daysOfWeek('2020-W12', '2020-03-11')).toMatchObject({
      error: { code: 'PERIOD_IN_FUTURE' },
    });
    expect(daysOfWeek('2021-W53', '2030-01-01')).toMatchObject({ error: { code: 'WEEK_UNKNOWN' } });
  });
});
