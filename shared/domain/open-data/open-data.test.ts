import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeUpCases, tallyOf } from '../../../test/support/open-month.ts';
import { type OpenCase, type OpenColumn } from './open-case.ts';
import { openCases } from './open-cases.ts';
import { type FigureRow, figureRows, OPEN_REST, toldCohorts } from './open-figures.ts';
import { hiddenLines, isSmall, MIN_CELL } from './small-cells.ts';

const months = fc.tuple(fc.integer(), fc.oneof(fc.nat(40), fc.integer({ min: 40, max: 300 })));

function publishedOf(seed: number, size: number) {
  const all = madeUpCases(seed, size);
  const tally = tallyOf(all);
  const told = toldCohorts(tally);
  return { all, tally, rows: figureRows(told), cases: openCases(tally.groups, told) };
}

type Published = ReturnType<typeof publishedOf>;
const known = new Map<string, Published>();

/** The same months for every check, each made once. */
const forMonths = (check: (month: Published) => void) =>
  fc.assert(
    fc.property(months, ([seed, size]) => {
      const name = `${seed}/${size}`;
      const month = known.get(name) ?? publishedOf(seed, size);
      known.set(name, month);
      check(month);
    }),
    { numRuns: 200, seed: 22 },
  );

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const tableOf = ({ dimension, within }: FigureRow) => `${dimension}/${within ?? ''}`;
/** The row above a table: a class over its services, all cases over the rest. */
const aboveOf = (rows: readonly FigureRow[], { dimension, within }: FigureRow) =>
  rows.find((row) =>
    dimension === 'service'
      ? row.dimension === 'class' && row.value === within
      : row.dimension === 'total',
  );

describe('figures of a month', () => {
  it('tell nothing small, and nothing small is the difference of what a row tells', () =>
    forMonths(({ rows }) => {
      for (const row of rows) {
        const { received, receivedAnswered, forwarded, answered, satisfactory } = row;
        const pairs = [
          [received, 0],
          [forwarded, 0],
          [received, receivedAnswered],
          [receivedAnswered, 0],
          [satisfactory, 0],
          [forwarded, satisfactory],
          [answered, satisfactory],
          [forwarded, answered],
        ];
        for (const [whole, part] of pairs)
          if (whole != null && part != null)
            expect(isSmall(whole - part), JSON.stringify(row)).toBe(false);
      }
    }));

  it('add up to what is above them, so that nothing comes back as a rest', () =>
    forMonths(({ rows }) => {
      for (const own of Map.groupBy(rows, tableOf).values())
        for (const cohort of ['received', 'forwarded'] as const) {
          const above = aboveOf(rows, own[0]!)?.[cohort] ?? null;
          if (above === null || own[0]?.dimension === 'total') continue;
          expect(sumOf(own.map((row) => row[cohort] ?? 0)), tableOf(own[0]!)).toBe(above);
        }
    }));

  it('leave of each part that is not told at least five values that it may have', () =>
    forMonths(({ rows }) => {
      for (const own of Map.groupBy(rows, tableOf).values()) {
        const above = aboveOf(rows, own[0]!);
        if (above === undefined || own[0]?.dimension === 'total') continue;
        for (const width of widthsOf(own, above)) expect(width).toBeGreaterThanOrEqual(MIN_CELL);
      }
    }));

  it('have the totals of all cases', () =>
    forMonths(({ rows, tally }) => {
      const [total] = rows.filter(({ dimension }) => dimension === 'total');
      const received = sumOf([...tally.received.area.values()].map(({ cases }) => cases));
      if (!isSmall(received) && received > 0) expect(total?.received).toBe(received);
    }));
});

/**
 * How many values somebody must think possible for each part that is not told, who knows all the rows of a table and what is above: what is
 * left for the hidden rows is somewhere in them, and no row holds more than it has.
 */
function widthsOf(rows: readonly FigureRow[], above: FigureRow): number[] {
  const divisions = [
    { of: 'received', part: 'receivedAnswered' },
    { of: 'forwarded', part: 'satisfactory' },
  ] as const;
  return divisions.flatMap(({ of, part }) => {
    const [whole, whollyTold] = [above[of], above[part]];
    if (whole === null || whollyTold === null) return [];
    const hidden = rows.filter((row) => row[of] !== null && row[of] > 0 && row[part] === null);
    const size = sumOf(hidden.map((row) => row[of] ?? 0));
    const left = whollyTold - sumOf(rows.map((row) => row[part] ?? 0));
    // Nobody, or everybody: then what is known is not small, as each row is not.
    if (left === 0 || left === size) return [];
    return hidden.map((row) => {
      const own = row[of] ?? 0;
      return Math.min(own, left) - Math.max(0, left - (size - own));
    });
  });
}

describe('cases of a month', () => {
  it('are five or more of each that is told, in all columns together', () =>
    forMonths(({ cases }) => {
      for (const { cases: alike, row } of cases)
        expect(alike, JSON.stringify(row)).toBeGreaterThanOrEqual(MIN_CELL);
      expect(new Set(cases.map(({ row }) => JSON.stringify(row))).size).toBe(cases.length);
    }));

  it('are all that were received, or none where they are fewer than five', () =>
    forMonths(({ cases, all }) => {
      const received = all.filter(({ day }) => day > 0).length;
      expect(sumOf(cases.map((group) => group.cases))).toBe(received < MIN_CELL ? 0 : received);
    }));

  it('leave nothing small when they are taken off the figures', () =>
    forMonths(({ cases, rows }) => {
      for (const row of rows.filter(({ value, received }) => value !== OPEN_REST && received)) {
        const own = cases.filter(({ row: told }) => isOf(told, row));
        const left = (row.received ?? 0) - sumOf(own.map((group) => group.cases));
        if (row.dimension === 'channel') continue;
        expect(isSmall(left), `${JSON.stringify(row)} ${left}`).toBe(false);
        if (row.receivedAnswered === null) continue;
        const answered = sumOf(
          own.filter(({ row: told }) => seenAnswered(told) === true).map((group) => group.cases),
        );
        const open = sumOf(
          own.filter(({ row: told }) => seenAnswered(told) === false).map((group) => group.cases),
        );
        expect(isSmall(row.receivedAnswered - answered)).toBe(false);
        expect(isSmall((row.received ?? 0) - row.receivedAnswered - open)).toBe(false);
      }
    }));

  it('leave nothing small of what a table of figures hides together', () =>
    forMonths(({ cases, rows }) => {
      for (const own of Map.groupBy(rows, tableOf).values()) {
        const above = aboveOf(rows, own[0]!);
        const { dimension } = own[0]!;
        if (above === undefined || dimension === 'total' || dimension === 'channel') continue;
        if (above.received === null || above.receivedAnswered === null) continue;
        const told = own.filter(({ receivedAnswered }) => receivedAnswered !== null);
        const hidden = own.filter((row) => !told.includes(row) && row.received !== null);
        const seen = (answered: boolean) =>
          sumOf(
            cases
              .filter(({ row }) => hidden.some((line) => isOf(row, line)))
              .filter(({ row }) => seenAnswered(row) === answered)
              .map((group) => group.cases),
          );
        const toldIn = (of: (row: FigureRow) => number) => sumOf(told.map(of));
        const answered = above.receivedAnswered - toldIn((row) => row.receivedAnswered ?? 0);
        const size = above.received - toldIn((row) => row.received ?? 0);
        expect(isSmall(answered - seen(true)), tableOf(own[0]!)).toBe(false);
        expect(isSmall(size - answered - seen(false)), tableOf(own[0]!)).toBe(false);
      }
    }));

  it('tell no more than there was', () =>
    forMonths(({ cases, all }) => {
      const received = all.filter(({ day }) => day > 0);
      for (const service of new Set(cases.map(({ row }) => row.service)))
        if (service !== null)
          expect(
            sumOf(cases.filter(({ row }) => row.service === service).map((group) => group.cases)),
          ).toBeLessThanOrEqual(received.filter((one) => one.service === service).length);
    }));
});

const isOf = (told: OpenCase, { dimension, within, value }: FigureRow): boolean => {
  if (dimension === 'total') return true;
  if (dimension === 'service') return told.class === within && told.service === value;
  return dimension !== 'channel' && told[dimension] === value;
};

const seenAnswered = ({ answers, judgement, deadline }: OpenCase): boolean | undefined => {
  if (answers !== null) return answers !== '0';
  const judged = judgement !== null && judgement !== 'none';
  return judged || deadline === 'on_time' || deadline === 'late' ? true : undefined;
};

describe('hidden lines', () => {
  it.each([
    [
      [3, 20, 9, 0],
      [0, 2],
    ],
    [
      [2, 1, 30],
      [0, 1, 2],
    ],
    [
      [4, 4, 30],
      [0, 1],
    ],
    [[5, 6], []],
    [[3], [0]],
  ])('of %j are %j', (sizes, expected) =>
    expect([...hiddenLines(sizes.map((size) => ({ size, parts: [size] })))].toSorted()).toEqual(
      expected,
    ),
  );
});

it('of 300 cases most are told with what they were about and what became of them', () => {
  const { cases } = publishedOf(1022, 400);
  const toldIn = (column: OpenColumn) =>
    sumOf(cases.filter(({ row }) => row[column] !== null).map((group) => group.cases));
  expect(toldIn('class')).toBe(300);
  expect(toldIn('service')).toBeGreaterThan(250);
  expect(toldIn('judgement')).toBeGreaterThan(250);
  expect(toldIn('area')).toBeGreaterThan(100);
});
