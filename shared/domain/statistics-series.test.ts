import { describe, expect, it } from 'vitest';
import { daysLater } from './statistics-period.ts';
import { seriesOf, stepsOf } from './statistics-series.ts';

describe('the steps of a period', () => {
  it('are its days', () =>
    expect(
      stepsOf({ from: '2020-02-28', to: '2020-03-01' }, 'day').map(({ from }) => from),
    ).toEqual(['2020-02-28', '2020-02-29', '2020-03-01']));

  // The 1st of June 2020 is a Monday.
  it('are weeks from Monday to Sunday, clipped at both ends', () =>
    expect(stepsOf({ from: '2020-05-31', to: '2020-06-09' }, 'week')).toEqual([
      { from: '2020-05-31', to: '2020-05-31' },
      { from: '2020-06-01', to: '2020-06-07' },
      { from: '2020-06-08', to: '2020-06-09' },
    ]));

  it('are months, clipped at both ends', () =>
    expect(stepsOf({ from: '2019-12-15', to: '2020-01-03' }, 'month')).toEqual([
      { from: '2019-12-15', to: '2019-12-31' },
      { from: '2020-01-01', to: '2020-01-03' },
    ]));

  it.each(['day', 'week', 'month'] as const)('by %s follow each other without a gap', (step) => {
    const period = { from: '2019-11-24', to: '2020-06-30' };
    const steps = stepsOf(period, step);
    expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([period.from, period.to]);
    for (const [index, { from, to }] of steps.entries()) {
      expect(from <= to).toBe(true);
      if (index > 0) expect(from).toBe(daysLater(steps[index - 1]?.to ?? '', 1));
    }
  });
});

it('a series adds up what the days of each step were counted for', () => {
  const steps = stepsOf({ from: '2020-05-31', to: '2020-06-09' }, 'week');
  const days = [
    { day: '2020-05-31', counts: { received: 2 } },
    { day: '2020-06-01', counts: { received: 1, forwarded: 3, satisfied: 1, acceptable: 1 } },
    { day: '2020-06-07', counts: { received: 4, answered: 2 } },
    { day: '2020-06-10', counts: { received: 9 } },
  ];
  expect(seriesOf(days, steps)).toEqual({
    received: [2, 5, 0],
    forwarded: [0, 3, 0],
    answered: [0, 2, 0],
    satisfactory: [0, 2, 0],
  });
});
