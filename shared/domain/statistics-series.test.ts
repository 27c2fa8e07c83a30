import { expect, it } from 'vitest';
import { seriesOf } from './statistics-series.ts';
import { spansOf } from './statistics-spans.ts';

it('a series adds up what the days of each step were counted for', () => {
  const steps = spansOf({ from: '2020-05-31', to: '2020-06-09' }, 'week');
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
