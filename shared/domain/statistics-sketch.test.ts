import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BINS,
  binOf,
  countIn,
  merged,
  quantile,
  RELATIVE_ERROR,
  type Sketch,
} from './statistics-sketch.ts';

const DAY_MS = 86_400_000;
const SHARES = [0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 1];

/** Times as they come: many of minutes, some of months. */
const time = fc.oneof(
  fc.integer({ min: 0, max: 50 }),
  fc.integer({ min: 0, max: 3_600_000 }),
  fc.integer({ min: 0, max: 400 * DAY_MS }),
  fc
    .double({ min: 0, max: Math.log(7000 * DAY_MS), noNaN: true })
    .map((log) => Math.floor(Math.exp(log))),
);
const sample = fc.array(time, { minLength: 1, maxLength: 300 });

const sketchOf = (times: readonly number[], by = 1): Sketch =>
  merged(times.map((ms) => new Map([[binOf(ms), by]])));

/** Nearest rank, by sorting. */
const exactQuantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.max(1, Math.ceil(times.length * share)) - 1]!;

const expectWithinError = (estimate: number | null, exact: number) => {
  expect(estimate).not.toBeNull();
  // The last digits of a double are not of the promise.
  expect(Math.abs(estimate! - exact)).toBeLessThanOrEqual(exact * RELATIVE_ERROR * (1 + 1e-9));
};

const withoutEmpty = (sketch: Sketch): Sketch => new Map([...sketch].filter(([, n]) => n !== 0));

describe('a percentile from bins', () => {
  it('is within 2 % of the exact one, for any sample and share', () =>
    fc.assert(
      fc.property(sample, fc.constantFrom(...SHARES), (times, share) =>
        expectWithinError(quantile(sketchOf(times), share), exactQuantile(times, share)),
      ),
      { numRuns: 2_000 },
    ));

  it('is the same of sketches added up as of all values in one', () =>
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 6 }), (samples) => {
        const parts = merged(samples.map((times) => sketchOf(times)));
        expect(parts).toEqual(sketchOf(samples.flat()));
        for (const share of SHARES) {
          expectWithinError(quantile(parts, share), exactQuantile(samples.flat(), share));
        }
      }),
    ));

  it('forgets what is taken back, whatever the order', () =>
    fc.assert(
      fc.property(sample, sample, (kept, removed) => {
        const before = merged([sketchOf(removed, -1), sketchOf(kept), sketchOf(removed)]);
        expect(withoutEmpty(before)).toEqual(withoutEmpty(sketchOf(kept)));
        for (const share of SHARES) {
          expect(quantile(before, share)).toBe(quantile(sketchOf(kept), share));
        }
      }),
    ));

  it('never falls as the value grows', () =>
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(binOf(Math.min(a, b))).toBeLessThanOrEqual(binOf(Math.max(a, b)));
      }),
    ));

  it('is none without values', () => {
    expect(quantile(new Map(), 0.5)).toBeNull();
    expect(quantile(merged([sketchOf([7]), sketchOf([7], -1)]), 0.5)).toBeNull();
    expect(countIn(new Map())).toBe(0);
  });

  it.each([
    ['nothing', 0, 0],
    ['one ms', 1, 1],
    ['less than nothing, by two clocks that differ', -5, 0],
  ])('is exact for %s', (_, ms, expected) => expect(quantile(sketchOf([ms]), 0.5)).toBe(expected));

  it('keeps what no case lasts in the last of fewer than a thousand bins', () => {
    expect(BINS).toBeLessThan(1000);
    expect(binOf(1_000 * 366 * DAY_MS)).toBe(BINS - 1);
    expect(binOf(20 * 366 * DAY_MS)).toBeLessThan(BINS);
  });
});
