import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import { contributionOf } from '../../shared/domain/statistics-contribution.ts';
import { countingOf } from '../../shared/domain/statistics-drill-down.ts';
import {
  isOnReceipt,
  narrowingsOf,
  OPEN_FIGURES,
} from '../../shared/domain/statistics-open-figures.ts';
import { type Contribution, FORWARDED_COUNTERS } from '../../shared/domain/statistics.ts';
import { narrowedDimension } from '../../shared/domain/statistics-rows.ts';
import { meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { randomClockStates } from '../support/random-clocks.ts';
import { Chance, jurisdiction, jurisdictionId, randomHistory } from '../support/random-cases.ts';
import {
  allCases,
  expectFiguresToReAdd,
  type Opening,
  pageReader,
} from './figure-cases-support.ts';
import {
  CaseStore,
  context,
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

const FORWARDED: readonly string[] = FORWARDED_COUNTERS;
const DAYS = { from: '2019-12-20', to: '2020-03-10' };
/** In the middle of the histories: some of what is open was due before. */
const TODAY = '2020-01-20';

const anEmptyTable = async (listShards?: number): Promise<StatisticsPorts> => {
  const { statistics: tableName } = await createTables(dynoxide.client, randomUUID());
  const sharded = listShards === undefined ? {} : { listShards };
  return inDynamoDb({ client: dynoxide.client, tableName, ...sharded });
};

async function project(ports: StatisticsPorts, versions: readonly Case[]): Promise<void> {
  const statistics = statisticsOver(ports);
  for (let start = 0; start < versions.length; start += 25) {
    await statistics.project(versions.slice(start, start + 25));
  }
}

/** Some thousand figures: all of them in memory, and one in six where each list takes its time. */
const stores = [
  { where: 'in memory', make: inMemory, seeds: 40, actions: 150, oneIn: 1 },
  { where: 'in DynamoDB', make: () => anEmptyTable(), seeds: 1, actions: 60, oneIn: 6 },
  {
    where: 'in DynamoDB, in one shard',
    make: () => anEmptyTable(1),
    ...{ seeds: 1, actions: 60, oneIn: 6 },
  },
];

describe.each(stores)('figures that are opened $where', ({ make, seeds, actions, oneIn }) => {
  it('re-add to their lists, each in every breakdown, whatever happened', async () => {
    let opened = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const chance = new Chance(seed);
      // What people do, and states to which that leads seldom: waits, extensions, parts of every kind.
      const history =
        seed % 2 === 0
          ? randomHistory(chance, actions)
          : randomClockStates(chance, { cases: actions / 5, versions: 2 });
      const ports = await make();
      await project(ports, history);
      const cases = new CaseStore().put(...history);
      const limit = 1 + chance.below(9);
      opened += await expectFiguresToReAdd(ports, cases, {
        ...{ days: DAYS, today: TODAY },
        ...{ limit, oneIn },
      });
    }
    expect(opened).toBeGreaterThan((seeds * 300) / oneIn);
  });

  it('list no case twice while cases change between pages, and all that stay', async () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      for (const figure of ['due', 'openWithin', 'received', 'answered', 'resolution'] as const) {
        const history = randomHistory(new Chance(seed), actions);
        const ports = await make();
        const cases = new CaseStore();
        const opening: Opening = { figure, ...DAYS, today: TODAY };
        const rest = [...history];
        const arrive = async (count: number) => {
          const some = rest.splice(0, count);
          cases.put(...some);
          await project(ports, some);
          counting.push(new Set(countingFor(opening, cases.all())));
        };
        const counting: Set<string>[] = [];
        await arrive(actions / 2);
        const read = pageReader(ports, cases);
        const found = await allCases(read, opening, { limit: 3, betweenPages: () => arrive(9) });
        const ids = new Set<string>(found.map((row) => row.case.caseId));
        const always = [...counting[0]!].filter((id) => counting.every((now) => now.has(id)));
        expect(
          always.filter((id) => !ids.has(id)),
          `${figure}, seed ${seed}`,
        ).toEqual([]);
      }
    }
  });
});

/** Those whose contributions, made anew, say so. */
const countingFor = ({ figure, today, ...period }: Opening, cases: readonly Case[]): string[] =>
  cases
    .filter((current) => {
      const opened = { figure, today, period, within: [] };
      return countingOf(contributionOf(current, context), opened, jurisdiction) !== undefined;
    })
    .map(({ caseId }) => caseId);

/** By what they are counted; rows of what few cases have are of the same lines. */
const dimensionsIn = (contributions: readonly Contribution[]): Set<string> =>
  new Set(
    contributions
      .flatMap(({ cells }) => cells)
      .flatMap(([dimension]) =>
        dimension === 'times'
          ? ['department', 'service']
          : [dimension.replace(/^(returns|done)-/, '')],
      )
      // Who refused and whom they proposed is a table of its own, whose lines open nothing.
      .filter((dimension) => dimension !== 'pair'),
  );

/** And what says by whom a case was forwarded, on the day of the cohort in which all of them lie. */
const besideForwarded = (own: readonly Contribution[], current: Case): readonly Contribution[] =>
  own.some(({ counters }) => counters.some((counter) => FORWARDED.includes(counter)))
    ? [
        ...own,
        ...contributionOf(current, context).filter(({ counters }) =>
          counters.includes('forwarded'),
        ),
      ]
    : own;

describe('what a figure can be narrowed by', () => {
  const versions = [
    ...randomHistory(new Chance(11), 600),
    ...randomClockStates(new Chance(1), { cases: 200, versions: 2 }),
  ];

  it.each(OPEN_FIGURES)('is what it is counted by: %s', (figure) => {
    const period = { from: '2019-01-01', to: '2021-12-31' };
    const today = TODAY;
    for (const current of versions) {
      const own = contributionOf(current, context).filter(
        (one) =>
          countingOf([one], { figure, period, today, within: [] }, jurisdiction) !== undefined,
      );
      if (own.length === 0) continue;
      const allowed = new Set<string>(narrowingsOf(figure).map(narrowedDimension));
      const counted = dimensionsIn(besideForwarded(own, current));
      expect([...allowed].filter((dimension) => !counted.has(dimension))).toEqual([]);
      // A case that a department leads is asked of it by another counter than one that it passed on.
      if (figure !== 'asked') expect(counted).toEqual(allowed);
      for (const { day } of isOnReceipt(figure) ? own : []) {
        expect(day).toBe(context.localDay(current.receivedAt));
      }
    }
  });
});

describe('reading a list', () => {
  it('costs half a unit for each case that is looked at, and a month of them once a page', async () => {
    const client = dynoxide.newClient();
    const { statistics: tableName } = await createTables(client, randomUUID());
    const ports = inDynamoDb({ client, tableName });
    const june = randomClockStates(new Chance(5), { cases: 400, versions: 1 }).map((current) => ({
      ...current,
      receivedAt: `2020-06-${current.receivedAt.slice(8)}`,
    }));
    await project(ports, june);
    const used = meter(client);
    const question = { jurisdictionId, months: ['2020-06'] };
    const first = await ports.lists.list({ ...question, limit: 26 });
    expect(first.cases).toHaveLength(26);
    // Which generation 1, four shards 2, and 26 cases.
    expect(used.units()).toBeLessThanOrEqual(1 + 2 + 13);
    used.reset();
    await ports.lists.list({ ...question, limit: 100 });
    expect(used.units()).toBeLessThanOrEqual(1 + 6 + 50);
  });
});
