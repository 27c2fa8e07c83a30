import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counted, type Spread } from '../../../test/support/draws.ts';
import { chance } from '../chance.ts';
import { type BurstQuestion, burstsOf, type DailyReceipts, type Report } from './bursts.ts';

const DAY = '2026-11-30';

const series = (differing: Partial<DailyReceipts> = {}): DailyReceipts => ({
  by: 'service',
  value: 'flooding',
  today: 0,
  before: Array.from({ length: 56 }, (_, day) => day % 2),
  burstDays: [],
  ...differing,
});
const asked = (
  of: readonly DailyReceipts[],
  differing: Partial<BurstQuestion> = {},
): BurstQuestion => ({ day: DAY, series: of, placesBy: 'ward', raised: [], ...differing });
const reports = (count: number, service: string, place: string): Report[] =>
  Array.from({ length: count }, () => ({ service, place }));
const subjects = (question: BurstQuestion, of: readonly Report[] = []) =>
  burstsOf(question, of).map(({ subject: { by, value } }) => `${by} ${value ?? ''}`);

describe('a burst', () => {
  it('is raised for a flood: forty reports where there is one in two days', () => {
    const [found, ...others] = burstsOf(
      asked([series({ today: 40 })]),
      reports(40, 'flooding', 'A'),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      subject: { by: 'service', value: 'flooding' },
      period: { from: DAY, to: DAY },
      evidence: {
        kind: 'burst',
        received: 40,
        days: 56,
        bound: 7,
        mostly: { by: 'ward', value: 'A', received: 40 },
      },
    });
  });

  it.each([
    { name: 'a few more than usual', one: series({ today: 7 }) },
    { name: 'seven of what never was', one: series({ today: 7, before: Array(56).fill(0) }) },
    { name: 'a hotline of two weeks less a day', one: series({ today: 40, before: [1, 0, 1] }) },
    {
      name: 'a busy service on a busy day',
      one: series({ today: 40, before: Array.from({ length: 56 }, (_, day) => 20 + (day % 14)) }),
    },
  ])('is not: $name', ({ one }) => expect(subjects(asked([one]))).toEqual([]));

  it('is raised after another one, of which the day is left out of what is usual', () => {
    const before = Array.from({ length: 56 }, (_, day) => (day === 9 ? 60 : day % 2));
    expect(subjects(asked([series({ today: 40, before })]))).toEqual([]);
    const after = series({ today: 40, before, burstDays: [9] });
    expect(subjects(asked([after]))).toEqual(['service flooding']);
  });

  it('is none any more where it has become usual: more than seven such days', () => {
    const before = Array.from({ length: 56 }, (_, day) => (day < 20 ? 40 : 1));
    const burstDays = Array.from({ length: 20 }, (_, day) => day);
    expect(subjects(asked([series({ today: 40, before, burstDays })]))).toEqual([]);
  });
});

describe('the same reports', () => {
  const ward = series({ by: 'ward', value: 'A' });
  const all = series({ by: 'all', value: null });
  const flood = reports(40, 'flooding', 'A');

  it('are told of once, of whatever they are part', () => {
    const others = reports(3, 'tree', 'A');
    const question = asked([series({ today: 40 }), { ...ward, today: 43 }, { ...all, today: 43 }]);
    expect(subjects(question, [...flood, ...others])).toEqual(['ward A']);
  });

  it('are told of under the name under which they were before, whatever came since', () => {
    const question = asked([series({ today: 40 }), { ...ward, today: 43 }], {
      raised: [{ by: 'service', value: 'flooding' }],
    });
    const of = [...flood, ...reports(3, 'tree', 'A')];
    expect(subjects(question, of)).toEqual(['service flooding']);
  });

  it('are not taken for those of another burst in the same ward', () => {
    const of = [...flood, ...reports(30, 'power-outage', 'A'), ...reports(30, 'power-outage', 'B')];
    const question = asked([
      series({ today: 40 }),
      series({ value: 'power-outage', today: 60 }),
      { ...ward, today: 70 },
      { ...all, today: 100 },
    ]);
    expect(subjects(question, of)).toEqual(['ward A', 'service power-outage']);
  });

  it('are a burst of the whole province where none of its parts is one', () => {
    const each = Array.from({ length: 9 }, (_, one) => series({ value: `s${one}`, today: 7 }));
    const of = each.flatMap(({ value }) => reports(7, value ?? '', '-'));
    expect(subjects(asked([...each, { ...all, today: 63 }]), of)).toEqual(['all ']);
  });

  it('are told of in whatever order they came', () => {
    const of = [...flood, ...reports(30, 'power-outage', 'B'), ...reports(5, 'tree', 'A')];
    const lines = [
      series({ today: 40 }),
      series({ value: 'power-outage', today: 30 }),
      { ...ward, today: 45 },
      series({ by: 'ward', value: 'B', today: 30 }),
      { ...all, today: 75 },
    ];
    const expected = burstsOf(asked(lines), of);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(of, { minLength: of.length }),
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        (shuffled, shuffledLines) => {
          expect(burstsOf(asked(shuffledLines), shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('days on which nothing has changed', () => {
  const DAYS = 250;
  const LINES = 100;

  it.each([
    { mean: 0.3, dispersion: 1 },
    { mean: 0.3, dispersion: 3 },
    { mean: 3, dispersion: 2 },
    { mean: 20, dispersion: 2 },
  ])(
    'raise an alert on one in a hundred at most: $mean a day, dispersion $dispersion',
    (spread) => {
      const luck = chance(7);
      const lines = (): DailyReceipts[] =>
        Array.from({ length: LINES }, (_, one) => {
          const own: Spread = { ...spread, mean: spread.mean * (0.5 + (one % 10) / 10) };
          const before = Array.from({ length: 56 }, () => counted(own, luck));
          return series({ value: `s${one}`, today: counted(own, luck), before });
        });
      const days = Array.from({ length: DAYS }, () => subjects(asked(lines())).length);
      expect(days.filter((found) => found > 0).length / DAYS).toBeLessThanOrEqual(0.01);
    },
  );

  it('do not hide a flood of ten times the usual', () => {
    const luck = chance(11);
    const own: Spread = { mean: 4, dispersion: 1.5 };
    const lines = Array.from({ length: 30 }, (_, one) =>
      series({
        value: `s${one}`,
        today: counted(own, luck),
        before: Array.from({ length: 56 }, () => counted(own, luck)),
      }),
    );
    const flooded = lines.map((line, one) => (one === 5 ? { ...line, today: 40 } : line));
    expect(subjects(asked(flooded))).toEqual(['service s5']);
  });
});
