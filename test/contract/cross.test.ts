import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import { NONE } from '../../shared/domain/statistics.ts';
import {
  CROSS_DIMENSIONS,
  CROSS_VIEWS,
  type CrossDimension,
  type CrossShape,
  dimensionsOf,
  MAX_CROSS_CASES,
} from '../../shared/domain/statistics-cross.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import { BREAKDOWNS } from '../../shared/domain/statistics-rows.ts';
import { isSpan, withinSpan } from '../../shared/domain/statistics-spans.ts';
import type { CountedCases } from '../../shared/ports/statistics.ts';
import type { Cross } from '../../shared/usecases/read-cross.ts';
import { meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { cohort, naiveLines, naiveOfView, type OfCohort } from '../support/naive-cross.ts';
import { Chance, jurisdictionId, randomHistory } from '../support/random-cases.ts';
import { randomClockStates } from '../support/random-clocks.ts';
import { cross, readCross } from './cross-support.ts';
import { allCases, type Opening, pageReader } from './figure-cases-support.ts';
import {
  CaseStore,
  headline,
  inDynamoDb,
  inMemory,
  type StatisticsPorts,
  statisticsOver,
} from './statistics-support.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const DAYS = { from: '2019-12-25', to: '2020-02-20' };

const anEmptyTable = async (): Promise<StatisticsPorts> => {
  const { statistics: tableName } = await createTables(dynoxide.client, randomUUID());
  return inDynamoDb({ client: dynoxide.client, tableName });
};

async function projected(ports: StatisticsPorts, versions: readonly Case[]): Promise<CaseStore> {
  const statistics = statisticsOver(ports);
  for (let start = 0; start < versions.length; start += 25) {
    await statistics.project(versions.slice(start, start + 25));
  }
  return new CaseStore().put(...versions);
}

/** Each pair of dimensions once; which of them are the rows, and which cohort it is of, changes with the seed. */
function tablesOf(seed: number): CrossShape[] {
  const view = CROSS_VIEWS[seed % CROSS_VIEWS.length]!;
  const known = dimensionsOf(view);
  return known.flatMap((one, index) =>
    known
      .slice(index + 1)
      .map((other) =>
        seed % 4 < 2 ? { view, rows: one, columns: other } : { view, rows: other, columns: one },
      ),
  );
}

const stores = [
  { where: 'in memory', make: inMemory, seeds: 100, actions: 150, oneIn: 6 },
  { where: 'in DynamoDB', make: anEmptyTable, seeds: 4, actions: 120, oneIn: 12 },
];

describe.each(stores)('one dimension by another $where', ({ make, seeds, actions, oneIn }) => {
  it('is what a walk through the cases finds, for every pair and both cohorts', async () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const ports = await make();
      const cases = await projected(ports, randomHistory(new Chance(seed), actions));
      // Others with each seed, so that together they are all.
      const tables = tablesOf(seed).filter((_, number) => (number + seed) % oneIn === 0);
      for (const shape of tables) {
        const answer = await cross(ports, { ...DAYS, ...shape });
        expectCounted(answer, shape, cohort(cases.all(), shape.view, DAYS));
      }
    }
  });

  it('has the lines of the headline', async () => {
    const ports = await make();
    await projected(ports, randomHistory(new Chance(4), actions));
    for (const by of BREAKDOWNS) {
      const { total, rows } = await headline(statisticsOver(ports), { ...DAYS, by });
      for (const view of CROSS_VIEWS) {
        const columns = by === 'class' ? 'channel' : 'class';
        const answer = await cross(ports, { ...DAYS, view, rows: by, columns });
        expect(answer.total.counts[view]).toBe(total.counts[view]);
        // A place or a service that counts in the other cohort alone has a line of its own in the headline.
        const ofView = rows.filter(({ counts }) => counts[view] > 0);
        const found = answer.rows.filter(({ counts }) => counts[view] > 0);
        expect(found.map(nameAnd(view)), `${by} ${view}`).toEqual(ofView.map(nameAnd(view)));
      }
    }
  });

  it('opens the cases of each cell, as many as it says', async () => {
    let opened = 0;
    for (let seed = 1; seed <= Math.ceil(seeds / 10); seed += 1) {
      const ports = await make();
      const cases = await projected(ports, randomHistory(new Chance(seed), actions));
      const read = pageReader(ports, cases);
      const some = tablesOf(seed).filter((_, number) => number % (4 * oneIn) === seed % 4);
      for (const shape of some) {
        for (const { opening, count } of figuresIn(
          await cross(ports, { ...DAYS, ...shape }),
          shape,
        )) {
          const found = await allCases(read, opening, { limit: 7 });
          expect(found.length, JSON.stringify(opening)).toBe(count);
          opened += 1;
        }
      }
    }
    expect(opened).toBeGreaterThan(seeds * 2);
  });
});

const nameAnd =
  (view: 'received' | 'forwarded') =>
  ({ value, name, counts }: Cross['rows'][number]) => [value, name, counts[view]];

function expectCounted(
  answer: Cross,
  { view, rows, columns }: CrossShape,
  members: readonly OfCohort[],
): void {
  const naive = (some: readonly OfCohort[]) => naiveOfView(some, view, DAYS);
  const standing = members.map((one) => ({
    one,
    lines: { [rows]: naiveLines(one, rows), [columns]: naiveLines(one, columns) },
  }));
  const of = (...lines: readonly (readonly [CrossDimension, string | null])[]) =>
    standing
      .filter((member) => lines.every(([by, value]) => member.lines[by]?.includes(value)))
      .map(({ one }) => one);
  expect(answer.total.counts).toEqual(naive(members));
  for (const [by, lines] of [[rows, answer.rows] as const, [columns, answer.columns] as const]) {
    for (const { value, counts } of lines) {
      expect(counts, `${view} ${by} ${value ?? ''}`).toEqual(naive(of([by, value])));
    }
  }
  const pairs = new Set(
    standing.flatMap(({ lines }) =>
      (lines[rows] ?? []).flatMap((row) =>
        (lines[columns] ?? []).map((column) => JSON.stringify([row, column])),
      ),
    ),
  );
  const told = answer.cells.map(({ row, column }) => JSON.stringify([row, column]));
  expect(told.toSorted(), `${view} ${rows} by ${columns}`).toEqual([...pairs].toSorted());
  for (const { row, column, counts } of answer.cells) {
    const own = of([rows, row], [columns, column]);
    expect(counts, `${rows} ${row ?? ''} ${columns} ${column ?? ''}`).toEqual(naive(own));
  }
  expectToAddUp(answer, { view, rows, columns });
}

/** Cells make up their rows and columns, and those the total, where a case is in one line of each. */
function expectToAddUp(
  { cells, rows, columns, total }: Cross,
  { view, rows: rowsBy, columns: columnsBy }: CrossShape,
): void {
  const sum = (some: Cross['cells'] | Cross['rows']) =>
    some.reduce((soFar, { counts }) => soFar + counts[view], 0);
  for (const { value, counts } of columnsBy === 'supporting' ? [] : rows) {
    expect(sum(cells.filter(({ row }) => row === value))).toBe(counts[view]);
  }
  for (const { value, counts } of rowsBy === 'supporting' ? [] : columns) {
    expect(sum(cells.filter(({ column }) => column === value))).toBe(counts[view]);
  }
  if (rowsBy !== 'supporting') expect(sum(rows)).toBe(total.counts[view]);
  if (columnsBy !== 'supporting') expect(sum(columns)).toBe(total.counts[view]);
}

/** What the first cells of a table count, and where that is opened. */
const figuresIn = ({ cells }: Cross, shape: CrossShape) =>
  cells.slice(0, 9).flatMap((cell) =>
    Object.entries(cell.counts)
      .filter(([, count]) => count > 0)
      .map(([figure, count]) => ({ opening: openingOf(cell, shape, figure), count })),
  );

/** Where the link of a cell leads. */
function openingOf(
  { row, column }: Cross['cells'][number],
  { rows, columns }: CrossShape,
  figure: string,
): Opening {
  let days: Period = DAYS;
  const within: NonNullable<Opening['within']>[number][] = [];
  for (const [by, value] of [[rows, row] as const, [columns, column] as const]) {
    if (isSpan(by)) days = withinSpan(days, by, value ?? '');
    else within.push([by, value ?? NONE]);
  }
  // Every name in the answers is that of a figure; the list refuses any other.
  return { ...days, figure: figure as Opening['figure'], within, today: '2020-03-01' };
}

describe('a table of too much', () => {
  const shape = { ...DAYS, view: 'received', rows: 'class', columns: 'channel' } as const;

  it('is refused by what is counted, before a case is looked at', async () => {
    const ports = await inMemory();
    const [generation] = await ports.ledger.generations(jurisdictionId);
    await ports.ledger.count(generation!, [
      {
        caseId: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' as Case['caseId'],
        from: 0,
        to: { version: 1, contributions: [] },
        listed: { receivedAt: '2020-01-01T00:00:00.000Z', months: [] },
        increments: [
          {
            ...{ day: '2020-01-01', dimension: 'class', value: '-', counter: 'received' },
            by: MAX_CROSS_CASES + 1,
          },
        ],
      },
    ]);
    const lists = { list: () => Promise.reject(new Error('looked at')) };
    expect(await readCross({ ...ports, lists }, shape)).toEqual({
      ok: false,
      error: { code: 'CASES_TOO_MANY', most: MAX_CROSS_CASES },
    });
  });

  it('is refused when other cases of the same months are too many to look through', async () => {
    const ports = await inMemory();
    let page = 0;
    const lists: CountedCases = {
      list: ({ limit }) => {
        page += 1;
        const one = { caseId: 'a' as Case['caseId'], contributions: [] };
        const cases = Array.from({ length: limit }, () => ({ ...one, place: '2020-01-01T00#a' }));
        return Promise.resolve({ cases, next: `2020-01-01T00#${page}` });
      },
    };
    expect(await readCross({ ...ports, lists }, shape)).toMatchObject({
      error: { code: 'CASES_TOO_MANY' },
    });
    expect(page).toBe(MAX_CROSS_CASES / 1_000 + 1);
  });
});

describe('reading a table', () => {
  it('costs little more than half a unit a case of its months', async () => {
    const client = dynoxide.newClient();
    const { statistics: tableName } = await createTables(client, randomUUID());
    const ports = inDynamoDb({ client, tableName });
    const june = randomClockStates(new Chance(5), { cases: 400, versions: 1 }).map((current) => ({
      ...current,
      receivedAt: `2020-06-${current.receivedAt.slice(8)}`,
    }));
    await projected(ports, june);
    const used = meter(client);
    const days = { from: '2020-06-01', to: '2020-06-30' };
    const table = { view: 'received', rows: 'department', columns: 'service' } as const;
    const { total } = await cross(ports, { ...days, ...table });
    // Received late on the last evening in UTC is received in July here.
    expect(total.counts.received).toBeGreaterThan(380);
    // The notes 200, their lists 8, the classes with the journal at most 10, and twice which generation it is.
    expect(used.units()).toBeLessThanOrEqual(220);
  });
});

it('every dimension is in some table', () =>
  expect(new Set(CROSS_VIEWS.flatMap(dimensionsOf))).toEqual(new Set(CROSS_DIMENSIONS)));
