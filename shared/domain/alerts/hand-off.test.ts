import { describe, expect, it } from 'vitest';
import { binomial } from '../../../test/support/draws.ts';
import { chance } from '../chance.ts';
import { binOf, merged } from '../statistics-sketch.ts';
import { handOffsIn, slipOf, type SlipQuestion } from './hand-off.ts';

const MINUTE_MS = 60_000;
const sketchOf = (...minutes: number[]) =>
  merged(minutes.map((one) => new Map([[binOf(one * MINUTE_MS), 1]])));
const day = (differing: Partial<SlipQuestion>): SlipQuestion => ({
  period: { from: '2026-11-30', to: '2026-11-30' },
  targetMinutes: 5,
  done: { late: 1, of: 40 },
  waiting: 0,
  ...differing,
});
const before = { late: 100, of: 2_000 };

describe('hand-offs of a sketch', () => {
  it('are late beyond the target and the width of its bin', () => {
    expect(handOffsIn(sketchOf(1, 4.99, 5, 5.21, 60), 5)).toEqual({ late: 2, of: 5 });
    expect(handOffsIn(sketchOf(), 5)).toEqual({ late: 0, of: 0 });
  });
});

describe('a slip of hand-offs', () => {
  it('is told when a third is late where a twentieth is usual', () => {
    expect(slipOf(day({ done: { late: 13, of: 40 } }), before)).toMatchObject({
      subject: { by: 'all', value: null },
      evidence: { kind: 'hand-off-slip', late: 13, of: 40, waiting: 0, before, targetMinutes: 5 },
    });
  });

  it('is told of a desk that hands nothing off any more: who waits is late', () => {
    const found = slipOf(day({ done: { late: 0, of: 10 }, waiting: 15 }), before);
    expect(found?.evidence).toMatchObject({ late: 15, of: 25, waiting: 15 });
  });

  it.each([
    { name: 'a usual day', question: day({}), usual: before },
    {
      name: 'nineteen calls, all late',
      question: day({ done: { late: 19, of: 19 } }),
      usual: before,
    },
    {
      name: 'nine points more of thousands',
      question: day({ done: { late: 420, of: 3_000 } }),
      usual: before,
    },
    {
      name: 'a desk that is always late',
      question: day({ done: { late: 16, of: 40 } }),
      usual: { late: 800, of: 2_000 },
    },
    {
      name: 'a hotline without a past',
      question: day({ done: { late: 30, of: 40 } }),
      usual: { late: 0, of: 3 },
    },
  ])('is not told: $name', ({ question, usual }) =>
    expect(slipOf(question, usual)).toBeUndefined(),
  );

  it('is told on one usual day of a hundred at most, however often the day is looked at', () => {
    const luck = chance(3);
    const DAYS = 400;
    const told = Array.from({ length: DAYS }, () => {
      const usual = { late: binomial(2_000, 0.15, luck), of: 2_000 };
      let done = { late: 0, of: 0 };
      return Array.from({ length: 96 }, () => {
        done = { late: done.late + binomial(2, 0.15, luck), of: done.of + 2 };
        return slipOf(day({ done }), usual);
      }).some((found) => found !== undefined);
    });
    expect(told.filter(Boolean).length / DAYS).toBeLessThanOrEqual(0.01);
  });
});
