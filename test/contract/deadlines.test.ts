import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import { createCountCases, createProjectCases } from '../../shared/usecases/project-cases.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { naiveDeadlines, naiveParts, naiveTimes } from '../support/naive-deadlines.ts';
import { Chance, jurisdictionId } from '../support/random-cases.ts';
import { randomClockStates } from '../support/random-clocks.ts';
import { deadlines, expectDeadlinesOf, times } from './deadlines-support.ts';
import {
  CaseStore,
  clock,
  context,
  inDynamoDb,
  inMemory,
  jobsOver,
  NOWHERE,
  type StatisticsPorts,
  statisticsOver,
} from './statistics-support.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const anEmptyTable = async (journalShards?: number): Promise<StatisticsPorts> => {
  const { client } = dynoxide;
  const { statistics: tableName } = await createTables(client, randomUUID());
  return inDynamoDb({ client, tableName, ...(journalShards !== undefined && { journalShards }) });
};

const PERIODS = [
  { from: '2019-12-01', to: '2020-12-31' },
  { from: '2019-12-28', to: '2020-01-04' },
  { from: '2020-01-20', to: '2020-01-20' },
];

async function inBatches(
  versions: readonly Case[],
  { project }: Pick<ReturnType<typeof statisticsOver>, 'project'>,
) {
  for (let start = 0; start < versions.length; start += 25) {
    await project(versions.slice(start, start + 25));
  }
}

describe.each([
  ['in memory', () => inMemory(), 40],
  ['in DynamoDB', () => anEmptyTable(), 2],
  ['in DynamoDB, over three shards', () => anEmptyTable(3), 1],
] as const)('deadlines and times %s', (_, make, histories) => {
  it('are what going through all cases finds, whatever a case was before', async () => {
    for (let seed = 1; seed <= histories; seed += 1) {
      const versions = randomClockStates(new Chance(seed), { cases: 40, versions: 4 });
      const cases = new CaseStore().put(...versions);
      const statistics = statisticsOver(await make(), cases);
      await inBatches(versions, statistics);
      for (const days of PERIODS) await expectDeadlinesOf(statistics, cases.all(), days);
      expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    }
  });

  it('are the same after a rebuild', async () => {
    const versions = randomClockStates(new Chance(1022), { cases: 40, versions: 2 });
    const cases = new CaseStore().put(...versions);
    const statistics = statisticsOver(await make(), cases);
    await inBatches(versions.slice(0, 50), statistics);
    expect(await statistics.rebuild(jurisdictionId)).toMatchObject({ ok: true });
    await expectDeadlinesOf(statistics, cases.all(), PERIODS[0]!);
    expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
  });

  it('show a bin that holds what no case has', async () => {
    const ports = await make();
    const statistics = statisticsOver(ports, new CaseStore());
    const [generation] = await ports.ledger.generations(jurisdictionId);
    const ghost = { day: '2020-02-03', dimension: 'times', value: 'SGTVT/road-damage' } as const;
    const [current] = randomClockStates(new Chance(1), { cases: 1, versions: 1 });
    await ports.ledger.count(generation!, [
      {
        caseId: current!.caseId,
        from: 0,
        to: { version: 1, contributions: [] },
        increments: [{ ...ghost, counter: 'resolution.123', by: 2 }],
        // As counting does for whatever it counts.
        listed: { ...NOWHERE, months: ['2020-02'] },
      },
    ]);
    expect(await statistics.reconcile(jurisdictionId)).toMatchObject({
      drift: [{ ...ghost, counter: 'resolution.123', counted: 2, expected: 0 }],
    });
  });
});

it('the made-up cases are in every bucket', () => {
  const cases = new CaseStore().put(
    ...randomClockStates(new Chance(1), { cases: 400, versions: 1 }),
  );
  const days = PERIODS[0]!;
  const counts = naiveDeadlines(cases.all(), days, '2020-01-20');
  const parts = naiveParts(cases.all(), 'VPUB', { days, today: '2020-01-20' });
  const { handOff, resolution } = naiveTimes(cases.all(), days);
  for (const some of [counts, parts]) {
    for (const [bucket, count] of Object.entries(some)) {
      expect(count, bucket).toBeGreaterThan(5);
    }
  }
  expect(handOff.length).toBeGreaterThan(100);
  expect(resolution.length).toBeGreaterThan(100);
});

describe('a calendar that changes', () => {
  const versions = randomClockStates(new Chance(7), { cases: 60, versions: 2 });
  const days = PERIODS[0]!;

  /** The hours of the new one are half as long. */
  const changed = {
    ...context,
    workingMs: (time: Parameters<typeof context.workingMs>[0]) =>
      (context.workingMs(time) ?? 0) / 2,
    calendarVersion: () => 'other-2',
  };

  const over = (ports: StatisticsPorts, cases: CaseStore) => {
    const { ledger } = ports;
    const projectCases = createProjectCases({ ledger, context: changed });
    const countCases = createCountCases({ ledger, context: changed });
    const how = { context: changed, projectCases, countCases, clock, span: days };
    return {
      project: (some: readonly Case[]) => projectCases(jurisdictionId, some),
      reconcile: jobsOver({ ...ports, cases, ...how }).reconcile,
    };
  };

  it('is no drift, and what was measured by the old one is taken back as it was counted', async () => {
    const [first, second] = [versions.slice(0, 60), versions.slice(60)];
    const ports = await inMemory();
    const cases = new CaseStore().put(...first);
    await inBatches(first, statisticsOver(ports, cases));
    const before = await times(ports, days);
    const later = over(ports, cases);
    expect(await later.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    expect(await times(ports, days)).toEqual(before);

    cases.put(...second);
    await inBatches(second, later);
    expect(await later.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    const { resolution } = (await times(ports, days)).total;
    const exact = naiveTimes(cases.all(), days).resolution;
    expect(resolution.cases).toBe(exact.length);
    const median = exact[Math.ceil(exact.length / 2) - 1]! / 2;
    expect(Math.abs(resolution.p50! - median)).toBeLessThanOrEqual(0.021 * median);
  });
});

describe('a day later', () => {
  it('what was due and is open is overdue, without a change of any case', async () => {
    const statistics = statisticsOver(await inMemory());
    const cases = randomClockStates(new Chance(3), { cases: 200, versions: 1 });
    await inBatches(cases, statistics);
    const days = PERIODS[0]!;
    const seen: number[] = [];
    for (const today of ['2019-12-01', '2019-12-20', '2020-01-10', '2020-02-20', '2020-12-31']) {
      const { counts } = (await deadlines(statistics, { ...days, today })).total;
      expect(counts.openWithin + counts.openOverdue + counts.doneOnTime + counts.doneLate).toBe(
        counts.due,
      );
      expect(counts).toEqual(naiveDeadlines(cases, days, today));
      seen.push(counts.openOverdue);
    }
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen[0]).toBe(0);
    // What waits for the citizen is never overdue.
    const last = (await deadlines(statistics, { ...days, today: '2027-01-01' })).total.counts;
    expect(last.openWithin).toBe(last.paused);
    expect(last.paused).toBeGreaterThan(0);
  });
});
