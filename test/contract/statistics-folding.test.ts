import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { foldJournal } from '../../shared/adapters/dynamodb/statistics-folding.ts';
import { readEntries, readPlan } from '../../shared/adapters/dynamodb/statistics-journal.ts';
import type { Case } from '../../shared/domain/case.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { Chance, jurisdictionId, randomHistory } from '../support/random-cases.ts';
import {
  CaseStore,
  expectFiguresOf,
  headline,
  inDynamoDb,
  statisticsOver,
} from './statistics-support.ts';

const DAYS = { from: '2019-12-01', to: '2020-12-31' };
const GENERATION = { jurisdictionId, number: 1 };
/** So few that every batch folds. */
const foldAtBytes = 1;

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const aTableName = async (): Promise<string> =>
  (await createTables(dynoxide.client, randomUUID())).statistics;

/** A fold makes some hundred calls, so about every other one is cut off, at any place. */
const MORTALITY = 250;

/** A process that dies at any of its calls: before it is sent, or before the answer has arrived. */
function mortal(chance: Chance): DynamoDBDocumentClient {
  const client = dynoxide.newClient();
  client.middlewareStack.add(
    (next) => async (call) => {
      if (chance.onceIn(MORTALITY)) throw new Error('Died before the call');
      const answer = await next(call);
      if (chance.onceIn(MORTALITY)) throw new Error('Died before the answer');
      return answer;
    },
    { step: 'initialize', name: 'mortality' },
  );
  return client;
}

/** Somebody does something when this reader is about to ask for rows of counters, once. */
function beforeRows(meanwhile: () => Promise<void>): DynamoDBDocumentClient {
  const client = dynoxide.newClient();
  let isDone = false;
  client.middlewareStack.add(
    (next) => async (call) => {
      const { ExpressionAttributeValues: values } = call.input as {
        readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
      };
      if (!isDone && String(values?.[':pk']).endsWith('#class')) {
        isDone = true;
        await meanwhile();
      }
      return next(call);
    },
    { step: 'initialize', name: 'meanwhile', priority: 'high' },
  );
  return client;
}

async function untilDone(work: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    try {
      await work();
      return;
    } catch {
      // Lambda delivers the batch again.
    }
  }
  throw new Error('A batch was never taken');
}

function batches(history: readonly Case[], chance: Chance): (readonly Case[])[] {
  const cut: (readonly Case[])[] = [];
  for (let start = 0; start < history.length;) {
    const end = start + 1 + chance.below(12);
    cut.push(history.slice(start, end));
    start = end;
  }
  return cut;
}

describe('folding the journal into the counters', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'loses and doubles nothing, wherever processes die (%i)',
    async (seed) => {
      const chance = new Chance(seed);
      const tableName = await aTableName();
      const history = randomHistory(chance, 150);
      // Two projectors, each of half of the cases, at the same time.
      const halves = [0, 1].map((half) =>
        history.filter(({ caseId }) => caseId.charCodeAt(25) % 2 === half),
      );
      await Promise.all(
        halves.map(async (half) => {
          const { project } = statisticsOver(
            inDynamoDb({ client: mortal(chance), tableName, foldAtBytes }),
          );
          for (const batch of batches(half, chance)) await untilDone(() => project(batch));
        }),
      );
      const table = { client: dynoxide.client, tableName };
      expect((await readPlan(GENERATION, table)).fold).toBeGreaterThan(3);
      const cases = new CaseStore().put(...history);
      const statistics = statisticsOver(inDynamoDb(table), cases);
      await expectFiguresOf(statistics, cases.all(), DAYS);
      expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    },
  );

  it('shows a reader the counters of one moment, even when cases are folded in between', async () => {
    const tableName = await aTableName();
    const table = { client: dynoxide.newClient(), tableName };
    const versions = randomHistory(new Chance(9), 60).filter(({ version }) => version === 1);
    const [first, ...others] = versions;
    await statisticsOver(inDynamoDb(table)).project([first!]);
    const { project } = statisticsOver(inDynamoDb({ ...table, foldAtBytes }));
    // After the reader has the journal and before it has the rows, which are then ahead of it.
    const client = beforeRows(async () => {
      for (const version of others) await project([version]);
    });
    const { total } = await headline(statisticsOver(inDynamoDb({ client, tableName })), DAYS);
    expect(others.length).toBeGreaterThan(5);
    expect(total.counts.received).toBe(versions.length);
  });

  it('does a fold once, however many try', async () => {
    const tableName = await aTableName();
    const history = randomHistory(new Chance(10), 100);
    const table = { client: dynoxide.newClient(), tableName };
    const statistics = statisticsOver(inDynamoDb(table), new CaseStore().put(...history));
    for (const batch of batches(history, new Chance(11))) await statistics.project(batch);
    expect((await readEntries(GENERATION, table)).length).toBeGreaterThan(3);
    await Promise.all([1, 2, 3].map(() => foldJournal(GENERATION, table)));
    expect(await readPlan(GENERATION, table)).toMatchObject({ fold: 1, isDone: true });
    await expectFiguresOf(statistics, statistics.cases.all(), DAYS);
    expect(await foldJournal(GENERATION, table)).toEqual({ entries: 0, bytes: 0 });
    expect(await readEntries(GENERATION, table)).toEqual([]);
    await expectFiguresOf(statistics, statistics.cases.all(), DAYS);
  });
});
