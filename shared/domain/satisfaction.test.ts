import { describe, expect, it } from 'vitest';
import { MIN_RANKING_SAMPLE, satisfactionOf, shareOf } from './satisfaction.ts';

describe('a share', () => {
  // Intervals worked out by hand from Wilson's formula and compared with published tables.
  it.each([
    { numerator: 0, denominator: 10, rate: 0, low: 0, high: 0.2775 },
    { numerator: 10, denominator: 10, rate: 1, low: 0.7225, high: 1 },
    { numerator: 5, denominator: 10, rate: 0.5, low: 0.2366, high: 0.7634 },
    { numerator: 1, denominator: 1, rate: 1, low: 0.2065, high: 1 },
    { numerator: 81, denominator: 263, rate: 0.308, low: 0.2553, high: 0.3662 },
    { numerator: 789, denominator: 1025, rate: 0.7698, low: 0.743, high: 0.7945 },
  ])('of $numerator in $denominator lies between $low and $high', (expected) => {
    const { numerator, denominator, rate, low, high } = expected;
    const share = shareOf(numerator, denominator);
    expect(share.rate).toBeCloseTo(rate, 3);
    expect(share.low).toBeCloseTo(low, 3);
    expect(share.high).toBeCloseTo(high, 3);
  });

  it('of nothing is no rate, rather than 0 % or 100 %', () =>
    expect(shareOf(0, 0)).toEqual({
      numerator: 0,
      denominator: 0,
      rate: null,
      low: null,
      high: null,
    }));
});

describe('satisfaction', () => {
  const counts = { forwarded: 100, answered: 80, satisfied: 30, acceptable: 10, unsatisfied: 10 };

  it('puts the same satisfactory cases over each denominator', () => {
    const { ofForwarded, ofAnswered, ofJudged, judgedOfAnswered } = satisfactionOf(counts);
    expect(ofForwarded).toMatchObject({ numerator: 40, denominator: 100, rate: 0.4 });
    expect(ofAnswered).toMatchObject({ numerator: 40, denominator: 80, rate: 0.5 });
    expect(ofJudged).toMatchObject({ numerator: 40, denominator: 50, rate: 0.8 });
    expect(judgedOfAnswered).toMatchObject({ numerator: 50, denominator: 80 });
  });

  it.each([
    [MIN_RANKING_SAMPLE - 1, false],
    [MIN_RANKING_SAMPLE, true],
  ])('of %i forwarded cases may be ranked: %s', (forwarded, rankable) =>
    expect(satisfactionOf({ ...counts, forwarded }).rankable).toBe(rankable),
  );
});
