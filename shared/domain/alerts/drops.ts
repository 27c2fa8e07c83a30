import type { DepartmentCode } from '../department.ts';
import type { Period } from '../statistics-period.ts';
import type { DropEvidence, Finding } from './alert.ts';
import { chanceOfSoFew, holding, type Ratio, rateOf } from './chances.ts';

/** In at most one week of twenty even one department is named by accident, over all tests of the week together. */
export const DROP_CHANCE = 0.05;

/** With fewer cases in its week a department is not tested: a single case would move its rate by ten points. */
export const MIN_WEEK_SAMPLE = 10;

/** And with fewer in the eight weeks before nobody knows what is usual with it: five a week. */
export const MIN_BEFORE_SAMPLE = 40;

/** With thousands of cases chance rules out a point or two, which is nothing to call anybody for. */
export const MIN_DROP = 0.05;

/** A department's week of one figure, and its weeks before, oldest first. */
export interface DepartmentWeeks {
  readonly kind: DropEvidence['kind'];
  readonly department: DepartmentCode;
  readonly period: Period;
  readonly week: Ratio;
  readonly before: readonly Ratio[];
}

/**
 * The departments whose week is significantly below their own eight before: by Fisher's exact test, all tests of the week
 * judged together (Holm), by five points at least, and lower than each of the eight. The last keeps weeks that differ more
 * than by lot, as those of a small office do, from raising alerts: of nine such weeks any may be the lowest.
 */
export function dropsOf(tested: readonly DepartmentWeeks[]): readonly Finding[] {
  const tests = tested.filter(isEnough).map((one) => {
    const chance = chanceOfSoFew(one.week, sumOf(one.before));
    return { ...one, chance };
  });
  return holding(tests, DROP_CHANCE)
    .filter(isDrop)
    .map(({ kind, department, period, week, before, chance }) => ({
      subject: { by: 'department', value: department },
      period,
      evidence: { kind, week, before: [...before], chance, tests: tests.length },
    }));
}

/** Looks at sizes only, never at outcomes: a choice by outcome would make a test of another sort. */
const isEnough = ({ week, before }: DepartmentWeeks): boolean =>
  week.denominator >= MIN_WEEK_SAMPLE && sumOf(before).denominator >= MIN_BEFORE_SAMPLE;

const isDrop = ({ week, before }: DepartmentWeeks): boolean =>
  rateOf(sumOf(before)) - rateOf(week) >= MIN_DROP &&
  before.every((one) => one.denominator < MIN_WEEK_SAMPLE || rateOf(week) < rateOf(one));

export const sumOf = (ratios: readonly Ratio[]): Ratio => ({
  numerator: ratios.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: ratios.reduce((sum, { denominator }) => sum + denominator, 0),
});
