import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomial } from '../../../test/support/draws.ts';
import { chance } from '../chance.ts';
import { DepartmentCode } from '../department.ts';
import { type DepartmentWeeks, DROP_CHANCE, dropsOf } from './drops.ts';

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const steady = Array.from({ length: 8 }, () => of(24, 30));

const weeks = (
  week: DepartmentWeeks['week'],
  differing: Partial<DepartmentWeeks> = {},
): DepartmentWeeks => ({
  kind: 'on-time-drop',
  department: DepartmentCode.parse('TA'),
  period: { from: '2026-11-23', to: '2026-11-29' },
  week,
  before: steady,
  ...differing,
});

const another = (code: string, week = of(24, 30)) =>
  weeks(week, { department: DepartmentCode.parse(code) });

describe("a department's week", () => {
  it('is named when it falls far below its own eight before', () => {
    const [found, ...others] = dropsOf([weeks(of(12, 30)), another('SXD'), another('SGTVT')]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      subject: { by: 'department', value: 'TA' },
      period: { from: '2026-11-23', to: '2026-11-29' },
      evidence: { kind: 'on-time-drop', week: of(12, 30), before: steady, tests: 3 },
    });
    expect(found?.evidence.chance).toBeLessThan(0.001);
  });

  it.each([
    { name: 'a case or two fewer', one: weeks(of(22, 30)) },
    { name: 'a week of nine cases, all failed', one: weeks(of(0, 9)) },
    {
      name: 'too little before to know what is usual',
      one: weeks(of(0, 20), { before: Array(8).fill(of(4, 4)) }),
    },
    {
      name: 'four points of thousands',
      one: weeks(of(7_600, 10_000), { before: Array(8).fill(of(8_000, 10_000)) }),
    },
    { name: 'a better week', one: weeks(of(30, 30)) },
    {
      name: 'a week as bad as another one of the eight: such weeks are usual with it',
      one: weeks(of(40, 100), {
        before: [of(40, 100), ...Array<ReturnType<typeof of>>(7).fill(of(80, 100))],
      }),
    },
  ])('is not named for $name', ({ one }) => expect(dropsOf([one])).toEqual([]));

  it('is judged together with the tests of all others: what one test would call significant, fifty do not', () => {
    const worse = weeks(of(18, 30));
    expect(dropsOf([worse])).toHaveLength(1);
    const others = Array.from({ length: 49 }, (_, one) => another(`D${one}`));
    expect(dropsOf([worse, ...others])).toEqual([]);
  });

  it('is named whatever the order in which departments come', () => {
    const all = [weeks(of(8, 30)), another('SXD', of(5, 30)), another('SGTVT'), another('DA')];
    const named = (tested: readonly DepartmentWeeks[]) =>
      dropsOf(tested).map(({ subject }) => subject.value);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(named(shuffled)).toEqual(['SXD', 'TA']);
      }),
    );
  });
});

describe('weeks in which nothing has changed', () => {
  const WEEKS = 400;
  const DEPARTMENTS = 47;

  it('name anybody in one of twenty at most, over 47 departments and both figures', () => {
    const luck = chance(5);
    const tested = (): DepartmentWeeks[] =>
      Array.from({ length: 2 * DEPARTMENTS }, (_, one) => {
        const [cases, share] = [8 + (one % 12) * 6, 0.5 + (0.45 * (one % 7)) / 7];
        const week = () => of(binomial(cases, share, luck), cases);
        return weeks(week(), { before: Array.from({ length: 8 }, week) });
      });
    const named = Array.from({ length: WEEKS }, () => dropsOf(tested()).length);
    const share = named.filter((found) => found > 0).length / WEEKS;
    expect(share).toBeLessThanOrEqual(DROP_CHANCE);
  });

  it('do not hide a drop from 80 to 45 % of forty cases, nine times of ten', () => {
    const luck = chance(9);
    const week = (share: number) => of(binomial(40, share, luck), 40);
    const found = Array.from({ length: 200 }, () => {
      const others = Array.from({ length: DEPARTMENTS }, (_, one) => another(`D${one}`));
      const before = Array.from({ length: 8 }, () => week(0.8));
      return dropsOf([weeks(week(0.45), { before }), ...others]).length;
    });
    expect(found.filter((one) => one === 1).length / found.length).toBeGreaterThan(0.9);
  });
});
