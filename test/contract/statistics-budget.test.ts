import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { type Case, CHANNELS } from '../../shared/domain/case.ts';
import { countable } from '../../shared/domain/statistics.ts';
import { type CountingStep, countingStep } from '../../shared/domain/statistics-counting.ts';
import { aCase, aRound } from '../support/case-builder.ts';
import { meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { caseIdNumber, Chance, jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import { context, headline, inDynamoDb, statisticsOver } from './statistics-support.ts';

/** design.md, section 4: one month of statistics, 47 departments. */
const MONTH_BUDGET_RRU = 25;
const JUNE = { from: '2020-06-01', to: '2020-06-30' };

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const departments = [...jurisdiction.departments.keys()];
const services = [...jurisdiction.services.values()];
const areas = [...jurisdiction.areas.keys()];

/** A case of June 2020 that has been through everything that counts. */
function aForwardedCase(number: number, chance: Chance): Case {
  const service = chance.oneOf(services);
  const receivedAt = new Date(Date.UTC(2020, 5, 1) + chance.below(29.5 * 86_400_000)).toISOString();
  return aCase({
    caseId: caseIdNumber(number),
    version: 5,
    status: 'closed',
    class: service.class,
    serviceCode: service.code,
    areaCode: chance.oneOf(areas),
    channel: chance.oneOf(CHANNELS),
    receivedAt,
    forwardedAt: receivedAt,
    lead: departments[number % departments.length],
    rounds: [aRound(receivedAt, chance.oneOf(['satisfied', 'acceptable', 'unsatisfied', null]))],
    closeReason: 'judged',
  });
}

const stepsOf = (cases: number): CountingStep[] => {
  const chance = new Chance(1022);
  return Array.from({ length: cases }, (_, number) => {
    const step = countingStep(countable(aForwardedCase(number, chance)), undefined, context);
    if (step === undefined) throw new Error('A case that was never counted has a step');
    return step;
  });
};

/**
 * The same counters in three steps, without the rows of single cases, which no figure reads: writing ten thousand
 * of those takes a minute here. With a weight each case stands for so many.
 */
function inBulk(steps: readonly CountingStep[], weight: number): CountingStep[] {
  const increments = steps.flatMap((step) => step.increments);
  const byDimension = Map.groupBy(increments, ({ dimension }) =>
    dimension === 'service' || dimension === 'department' ? dimension : 'others',
  );
  return [...byDimension.values()].map((some, number) => ({
    caseId: caseIdNumber(number),
    from: 0,
    to: { version: 1, contributions: [] },
    increments: some.map((increment) => ({ ...increment, by: increment.by * weight })),
  }));
}

async function aMeteredTable() {
  const client = createDocumentClient({
    endpoint: dynoxide.endpoint,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { statistics: tableName } = await createTables(client, randomUUID());
  return { ports: inDynamoDb({ client, tableName }), used: meter(client) };
}

async function costOfJune(steps: readonly CountingStep[]) {
  const { ports, used } = await aMeteredTable();
  const [generation] = await ports.ledger.generations(jurisdictionId);
  expect(await ports.ledger.count(generation!, steps)).toMatchObject({ ok: true });
  used.reset();
  const { total, rows } = await headline(statisticsOver(ports), { ...JUNE, by: 'department' });
  expect(rows.filter(({ counts }) => counts.forwarded > 0)).toHaveLength(47);
  return { read: used.units(), forwarded: total.counts.forwarded };
}

describe('a month by department', () => {
  it('costs no more than its budget at a hundred, at ten thousand and at a million cases', async () => {
    const tenThousandCases = stepsOf(10_000);
    const hundred = await costOfJune(stepsOf(100));
    const tenThousand = await costOfJune(inBulk(tenThousandCases, 1));
    const million = await costOfJune(inBulk(tenThousandCases, 100));
    expect([hundred, tenThousand, million].map(({ forwarded }) => forwarded)).toEqual([
      100, 10_000, 1_000_000,
    ]);
    for (const { read } of [hundred, tenThousand, million]) {
      expect(read).toBeGreaterThan(0);
      expect(read).toBeLessThanOrEqual(MONTH_BUDGET_RRU);
    }
    // Ten thousand cases fill every day of every department; beyond that only the numbers get longer.
    expect(million.read / tenThousand.read).toBeLessThan(1.25);
  });
});

describe('counting', () => {
  it('shares the rows of a month among the cases of a batch', async () => {
    const { ports, used } = await aMeteredTable();
    const { project } = statisticsOver(ports);
    const chance = new Chance(25);
    const cases = Array.from({ length: 26 }, (_, number) => aForwardedCase(number, chance));
    await project(cases.slice(0, 1));
    const alone = used.units();
    used.reset();
    await project(cases.slice(1));
    const together = used.units() / 25;
    used.reset();
    await project(cases);
    const again = used.units() / 26;
    // Alone: its note and six rows, two units each for the transaction, and the reads before it.
    expect(alone).toBeLessThanOrEqual(16);
    expect(together).toBeLessThanOrEqual(10);
    // A repeated delivery only reads.
    expect(again).toBeLessThanOrEqual(1.1);
  });
});
