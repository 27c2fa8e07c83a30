import { describe, expect, it } from 'vitest';
import {
  lengthOf,
  periodBefore,
  type Preset,
  presetOf,
  presetPeriod,
  sparkPeriod,
  stepFor,
} from './periods.ts';

/** A Monday. */
const TODAY = '2026-11-30';

const expected: readonly (readonly [Preset, string, string])[] = [
  ['thisWeek', '2026-11-30', '2026-11-30'],
  ['thisMonth', '2026-11-01', '2026-11-30'],
  ['lastMonth', '2026-10-01', '2026-10-31'],
  ['last30', '2026-11-01', '2026-11-30'],
  ['thisQuarter', '2026-10-01', '2026-11-30'],
  ['lastQuarter', '2026-07-01', '2026-09-30'],
  ['thisYear', '2026-01-01', '2026-11-30'],
  ['last12Months', '2025-11-01', '2026-10-31'],
];

describe('a choice of days', () => {
  it.each(expected)('%s is %s to %s', (preset, from, to) =>
    expect(presetPeriod(preset, TODAY)).toEqual({ from, to }),
  );

  it('begins a week on Monday, also on a Sunday and over the end of a year', () => {
    expect(presetPeriod('thisWeek', '2026-11-29').from).toBe('2026-11-23');
    expect(presetPeriod('thisWeek', '2027-01-02').from).toBe('2026-12-28');
    expect(presetPeriod('lastMonth', '2027-01-02')).toEqual({
      from: '2026-12-01',
      to: '2026-12-31',
    });
  });

  it('is known again by its days, and other days are none', () => {
    expect(presetOf({ from: '2026-10-01', to: '2026-10-31' }, TODAY)).toBe('lastMonth');
    expect(presetOf({ from: '2026-10-02', to: '2026-10-31' }, TODAY)).toBeUndefined();
  });
});

describe('the period before', () => {
  it.each([
    ['a month is the month before', '2020-03-01 2020-03-31', '2020-02-01 2020-02-29'],
    ['January is December', '2020-01-01 2020-01-31', '2019-12-01 2019-12-31'],
    ['a quarter is the quarter before', '2020-04-01 2020-06-30', '2020-01-01 2020-03-31'],
    ['a year is the year before', '2020-01-01 2020-12-31', '2019-01-01 2019-12-31'],
    ['the first days of a month are the same', '2020-05-01 2020-05-12', '2020-04-01 2020-04-12'],
    ['March so far ends with February', '2021-03-01 2021-03-30', '2021-02-01 2021-02-28'],
    ['any days are as many before them', '2020-03-05 2020-03-11', '2020-02-27 2020-03-04'],
    ['a day is the day before', '2020-03-01 2020-03-01', '2020-02-29 2020-02-29'],
  ])('of %s', (_, days, before) => {
    const [from = '', to = ''] = days.split(' ');
    expect(Object.values(periodBefore({ from, to })).join(' ')).toBe(before);
  });
});

it.each([
  ['2020-06-01', '2020-06-30', 'day'],
  ['2020-01-01', '2020-06-30', 'week'],
  ['2019-01-01', '2020-06-30', 'month'],
] as const)('%s to %s is drawn by %s', (from, to, step) =>
  expect(stepFor({ from, to })).toBe(step),
);

it('the weeks beside a department are eight, up to the last day', () => {
  const weeks = sparkPeriod({ from: '2020-06-01', to: '2020-06-30' });
  expect(weeks.to).toBe('2020-06-30');
  expect(lengthOf(weeks)).toBe(56);
});
