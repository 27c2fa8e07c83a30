import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfSoFew, chanceOfSoMany, firstBelow, holding, LEAST_CHANCE } from './chances.ts';

/** By counting with whole numbers of any size, as nobody would for a thousand cases. */
function chosen(of: number, some: number): bigint {
  let product = 1n;
  for (let one = 1; one <= some; one += 1) {
    product = (product * BigInt(of - some + one)) / BigInt(one);
  }
  return product;
}

const SCALE = 10 ** 15;
const share = (part: bigint, whole: bigint) => Number((part * BigInt(SCALE)) / whole) / SCALE;

describe("Fisher's exact test", () => {
  it('gives what the book gives for the lady tasting tea: 1 in 70', () => {
    const cups = { numerator: 0, denominator: 4 };
    expect(chanceOfSoFew(cups, { numerator: 4, denominator: 4 })).toBeCloseTo(1 / 70, 12);
  });

  it('agrees with a count of all ways of drawing lots', () => {
    const ratio = fc
      .tuple(fc.integer({ min: 1, max: 30 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([denominator, part]) => ({ numerator: Math.round(denominator * part), denominator }));
    fc.assert(
      fc.property(ratio, ratio, (part, rest) => {
        const successes = part.numerator + rest.numerator;
        const failures = part.denominator + rest.denominator - successes;
        let ways = 0n;
        for (let x = 0; x <= part.numerator; x += 1) {
          const others = part.denominator - x;
          if (x > successes || others > failures) continue;
          ways += chosen(successes, x) * chosen(failures, others);
        }
        const all = chosen(successes + failures, part.denominator);
        expect(chanceOfSoFew(part, rest)).toBeCloseTo(share(ways, all), 9);
      }),
    );
  });

  it('stands large numbers: ten thousand cases of a week', () => {
    const week = { numerator: 7_600, denominator: 10_000 };
    const before = { numerator: 61_600, denominator: 80_000 };
    // The normal approximation gives 0.0125 at this size.
    expect(chanceOfSoFew(week, before)).toBeGreaterThan(0.012);
    expect(chanceOfSoFew(week, before)).toBeLessThan(0.0135);
  });
});

describe('a negative binomial count', () => {
  const counting = fc.record({
    mean: fc.double({ min: 0.01, max: 80, noNaN: true }),
    size: fc.double({ min: 0.05, max: 5_000, noNaN: true }),
  });

  it('is one by a chance below the one asked for from its bound on, and not before', () => {
    fc.assert(
      fc.property(counting, fc.double({ min: 1e-7, max: 0.3, noNaN: true }), (one, chance) => {
        const first = firstBelow(chance, one);
        expect(chanceOfSoMany(first, one)).toBeLessThan(chance);
        if (first > 0) expect(chanceOfSoMany(first - 1, one)).toBeGreaterThanOrEqual(chance);
      }),
      { numRuns: 60 },
    );
  });

  it('is geometric at size 1, of which everybody knows the tail', () => {
    expect(chanceOfSoMany(5, { mean: 1, size: 1 })).toBeCloseTo(1 / 32, 12);
    expect(firstBelow(1 / 33, { mean: 1, size: 1 })).toBe(6);
  });

  it('is nearly a Poisson at a large size, at means beyond what a double can hold the first term of', () => {
    const poisson = { mean: 2_000, size: 1e9 };
    expect(chanceOfSoMany(2_001, poisson)).toBeCloseTo(0.49, 1);
    expect(firstBelow(0.001, poisson)).toBeGreaterThan(2_130);
    expect(firstBelow(0.001, poisson)).toBeLessThan(2_145);
  });

  it('says no chance smaller than sums can tell', () =>
    expect(chanceOfSoMany(500, { mean: 1, size: 100 })).toBe(LEAST_CHANCE));
});

describe("Holm's procedure", () => {
  const tests = (...chances: number[]) => chances.map((chance) => ({ chance }));

  it('holds the smallest against the level by all tests, the next by one fewer', () => {
    expect(holding(tests(0.03, 0.001, 0.02), 0.05)).toEqual(tests(0.001, 0.02, 0.03));
    expect(holding(tests(0.03, 0.001, 0.026), 0.05)).toEqual(tests(0.001));
    expect(holding(tests(0.02, 0.04, 0.03), 0.05)).toEqual([]);
  });

  it('knows of no test', () => expect(holding([], 0.05)).toEqual([]));
});
