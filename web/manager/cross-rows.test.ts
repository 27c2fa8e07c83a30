import { describe, expect, it } from 'vitest';
import { chosenTable } from './cross-chosen.ts';
import type { Cross, CrossCell } from './cross-figures.ts';
import { shownCross, sortedRows, type Sorting } from './cross-rows.ts';
import { crossSheets } from './cross-sheets.ts';

const share = (numerator: number, denominator: number) => ({
  ...{ numerator, denominator },
  rate: denominator === 0 ? null : numerator / denominator,
  low: denominator === 0 ? null : (numerator / denominator) * 0.9,
  high: 1,
});

const cell = (forwarded: number, satisfactory: number): CrossCell => ({
  counts: {
    ...{ forwarded, answered: forwarded, judged: satisfactory, satisfactory },
    ...{ satisfied: satisfactory, acceptable: 0, unsatisfied: 0, reopened: 0, endedUnanswered: 0 },
  },
  satisfaction: {
    ofForwarded: share(satisfactory, forwarded),
    ofAnswered: share(satisfactory, forwarded),
    ofJudged: share(satisfactory, satisfactory),
    judgedOfAnswered: share(satisfactory, forwarded),
    rankable: forwarded >= 30,
  },
  cases: null,
});

const line = (value: string | null, ...[forwarded, satisfactory]: [number, number]) => ({
  ...{ value, name: `Đơn vị ${value ?? 'không'}`, nameEn: `Unit ${value ?? 'none'}` },
  ...cell(forwarded, satisfactory),
});

// 100 cases of two classes: A has many, B few but perfect, C none, and some have no department.
const CROSS = {
  view: 'forwarded',
  period: { from: '2020-06-01', to: '2020-06-30', timeZone: 'Asia/Ho_Chi_Minh' },
  ...{ rowsBy: 'department', columnsBy: 'class', asOf: '2020-07-01T00:00:00Z', definitions: {} },
  total: cell(100, 70),
  rows: [line('C', 0, 0), line('B', 4, 4), line('A', 50, 30), line(null, 46, 36)],
  columns: [line('procedure', 40, 30), line('information', 0, 0), line(null, 60, 40)],
  cells: [
    { row: 'A', column: 'procedure', ...cell(40, 30) },
    { row: 'A', column: null, ...cell(10, 0) },
    { row: 'B', column: null, ...cell(4, 4) },
    { row: null, column: null, ...cell(46, 36) },
  ],
} as Cross;

const order = (
  by: string,
  { up = false, figure = 'forwarded' }: Partial<Omit<Sorting, 'by'>> = {},
) => sortedRows(shownCross(CROSS), { figure, by, up }).map(({ line: { value } }) => value);

describe('the rows of a cross table', () => {
  it('and its columns are those that hold something, with a place for each cell', () => {
    const { columns, rows } = shownCross(CROSS);
    expect(columns.map(({ value }) => value)).toEqual(['procedure', null]);
    expect(rows.map(({ line: { value } }) => value)).toEqual(['B', 'A', null]);
    expect(rows.map(({ cells }) => cells.map((one) => one && 1))).toEqual([
      [undefined, 1],
      [1, 1],
      [undefined, 1],
    ]);
  });

  it.each([
    ['total', ['A', null, 'B']],
    ['column:-', [null, 'A', 'B']],
    ['column:procedure', ['A', null, 'B']],
    ['column:gone', ['A', null, 'B']],
  ])('are sorted by %s, the largest first', (by, expected) => expect(order(by)).toEqual(expected));

  it('keep the order of the catalogue, or turn it round', () => {
    expect(order('order', { up: true })).toEqual(['B', 'A', null]);
    expect(order('order')).toEqual([null, 'A', 'B']);
  });

  it('go last where their rate is of few cases, whichever way they are sorted', () => {
    const rate = { figure: 'ofForwarded' } as const;
    expect(order('total', rate)).toEqual([null, 'A', 'B']);
    expect(order('total', { ...rate, up: true })).toEqual(['A', null, 'B']);
  });
});

describe('an address', () => {
  it('that says nothing is the first table', () =>
    expect(chosenTable({})).toEqual({
      ...{ view: 'forwarded', rows: 'department', columns: 'class' },
      sorting: { figure: 'forwarded', by: 'total', up: false },
    }));

  it.each(['model', 'rule', 'agent'])('by %s is of the forwarded', (columns) =>
    expect(chosenTable({ cohort: 'received', columns }).view).toBe('forwarded'),
  );

  it('of days lets them run forwards', () =>
    expect(chosenTable({ rows: 'day' }).sorting).toMatchObject({ by: 'order', up: true }));

  it('with what nobody knows, or of the other cohort, is as the page begins', () =>
    expect(
      chosenTable({ cohort: 'received', rows: 'colour', figure: 'ofForwarded' }),
    ).toMatchObject({ rows: 'department', sorting: { figure: 'received' } }));
});

describe('the file of a cross table', () => {
  const sheets = crossSheets(
    CROSS,
    { figure: 'ofForwarded', by: 'total', up: false },
    {
      ...{ rows: 'Hàng', columns: 'Cột', total: 'Cộng', all: 'Mọi con số' },
      ...{ name: (figure) => figure, named: ({ name }) => name },
    },
  );

  it('has a rate with both of its numbers, as the table is sorted', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['ofForwarded', 'satisfactory', 'forwarded', 'Mọi con số'],
    ]);
    expect(sheets[0]?.head).toEqual(['Hàng', 'Đơn vị procedure', 'Đơn vị không', 'Cộng']);
    expect(sheets[0]?.rows[1]).toEqual([
      ...['Đơn vị A', { rate: 0.75 }, { rate: 0 }, { rate: 0.6 }],
    ]);
    expect(sheets[2]?.rows).toEqual([
      ['Đơn vị không', 0, 46, 46],
      ['Đơn vị A', 40, 10, 50],
      ['Đơn vị B', 0, 4, 4],
      ['Cộng', 40, 60, 100],
    ]);
  });

  it('ends with every figure of every cell that holds something', () => {
    const all = sheets[3];
    expect(all?.rows).toHaveLength(4);
    expect(all?.rows[1]?.slice(0, 3)).toEqual(['Đơn vị A', 'Đơn vị procedure', 40]);
    expect(all?.head).toHaveLength(2 + 13);
  });
});
