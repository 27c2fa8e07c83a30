import { expect, it } from 'vitest';
import { missedBars } from './bars.ts';

/** Exactly what issue and documentation promise. */
const least = {
  texts: 600,
  classAccuracy: 0.97,
  classMacroF1: 0,
  serviceAccuracy: 0,
  serviceMacroF1: 0.9,
  coverage: 0.8,
  precision: 0.95,
  calibrationError: 1,
};

it.each([
  [{}, []],
  [{ classAccuracy: 0.9699 }, ['classAccuracy 0.9699 is under 0.97']],
  [{ serviceMacroF1: 0.8999 }, ['serviceMacroF1 0.8999 is under 0.9']],
  [{ precision: 0.9499 }, ['precision 0.9499 is under 0.95']],
  [{ coverage: 0.7999 }, ['coverage 0.7999 is under 0.8']],
  [{ precision: Number.NaN }, ['precision NaN is under 0.95']],
])('a classifier with %j misses %j', (differing, missed) => {
  expect(missedBars({ ...least, ...differing })).toEqual(missed);
});
