import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventBody } from '../../shared/domain/case-events.ts';
import { CASE_STATUSES } from '../../shared/domain/case.ts';
import {
  inDynamoDb as casesInDynamoDb,
  inMemory as casesInMemory,
} from '../contract/case-ports.ts';
import {
  inDynamoDb as statisticsInDynamoDb,
  inMemory as statisticsInMemory,
} from '../contract/statistics-support.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { type Ports, SimulatedHotline } from './hotline.ts';
import { breachesOf } from './invariants.ts';

/** One seed or a range of them: `SIMULATION_SEEDS=201-5000 npx vitest run --project simulation`. */
const [from = 1, to = from] = (process.env['SIMULATION_SEEDS'] ?? '1-200').split('-').map(Number);
const SEEDS = Array.from({ length: to - from + 1 }, (_, index) => from + index);
const isWhole = SEEDS.length >= 200;
const ACTIONS = 34;
/** Many times what a story takes, for a machine that does other things too. */
const STORY_MS = 1_000;

/** What must come up, or the stories show less than they promise. */
const EVERYTHING: readonly string[] = [
  ...EventBody.options.map(({ shape }) => shape.type.value),
  ...CASE_STATUSES,
  ...['VERSION_CONFLICT', 'IDEMPOTENCY_KEY_REUSED', 'CASE_NOT_FOUND', 'done'],
  ...['notArrived', 'answerLost', 'overtaken'],
];

const happened = ({ stream, faults, told }: SimulatedHotline): string[] => [
  ...stream.flatMap(({ event }) => [event.body.type, event.status]),
  ...Object.entries(faults.struck).flatMap(([fault, times]) => (times > 0 ? [fault] : [])),
  ...told.flatMap(({ answers }) => answers.map((a) => (a.ok ? 'done' : a.error.code))),
];

async function play(seed: number, ports: Ports, actions = ACTIONS): Promise<SimulatedHotline> {
  const hotline = new SimulatedHotline(seed, ports);
  for (let action = 0; action < actions; action += 1) await hotline.act();
  await hotline.end();
  return hotline;
}

const inMemory = async (): Promise<Ports> => ({
  cases: await casesInMemory(),
  statistics: await statisticsInMemory(),
});

/** The whole story, for whoever looks for what led there. */
const storyOf = (seed: number, hotline: SimulatedHotline, breaches: readonly string[]): string =>
  [`seed ${seed}`, ...breaches, '', ...hotline.story()].join('\n');

async function expectNoBreach(seed: number, hotline: SimulatedHotline): Promise<void> {
  const breaches = await breachesOf(hotline);
  if (breaches.length > 0) expect.fail(storyOf(seed, hotline, breaches));
}

describe('whatever goes wrong between people and the store, in memory', () => {
  it(
    'nothing is lost, doubled, miscounted or denied',
    { timeout: SEEDS.length * STORY_MS },
    async () => {
      const seen = new Set<string>();
      for (const seed of SEEDS) {
        const hotline = await play(seed, await inMemory());
        await expectNoBreach(seed, hotline);
        for (const one of happened(hotline)) seen.add(one);
      }
      // Nobody moves deadlines but who publishes a calendar.
      if (isWhole) expect(EVERYTHING.filter((one) => !seen.has(one))).toEqual(['DeadlinesMoved']);
    },
  );

  it('a seed tells the same story each time', async () => {
    const [seed = 1] = SEEDS;
    const first = await play(seed, await inMemory());
    const second = await play(seed, await inMemory());
    expect(second.story()).toEqual(first.story());
  });
});

describe('whatever goes wrong between people and the store, in DynamoDB', () => {
  let dynoxide: Dynoxide;
  beforeAll(async () => {
    dynoxide = await startDynoxide();
  });
  afterAll(() => dynoxide.close());

  it('nothing is lost, doubled, miscounted or denied', async () => {
    const { client } = dynoxide;
    for (const seed of SEEDS.slice(0, 3)) {
      const tables = await createTables(client, `simulation-${seed}`);
      const ports = {
        cases: casesInDynamoDb(client, { tableName: tables.cases }),
        statistics: statisticsInDynamoDb({ client, tableName: tables.statistics }),
      };
      await expectNoBreach(seed, await play(seed, ports));
    }
  });
});
