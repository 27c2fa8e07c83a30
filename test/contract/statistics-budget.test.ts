import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { type Case } from '../../shared/domain/case.ts';
import { CHANNELS } from '../../shared/domain/channel.ts';
import { type CountingStep, countingStep } from '../../shared/domain/statistics-counting.ts';
import { aCase, aRound } from '../support/case-builder.ts';
import { meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { caseIdNumber, Chance, jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import { deadlines } from './deadlines-support.ts';
import { context, headline, inDynamoDb, NOWHERE, statisticsOver } from './statistics-support.ts';

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

const MONTH_START = Date.UTC(2020, 5, 1);
const DAY_MS = 86_400_000;

/** A case of June 2020 that has been through everything that counts. */
function aForwardedCase(number: number, chance: Chance): Case {
  const service = chance.oneOf(services);
  const receivedAt = new Date(MONTH_START + chance.below(29.5 * DAY_MS)).toISOString();
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
    answerDueAt: daysAfter(receivedAt, chance.below(7)),
    extensions: chance.below(2),
    rounds: [aRound(receivedAt, chance.oneOf(['satisfied', 'acceptable', 'unsatisfied', null]))],
    closeReason: 'judged',
  });
}

/** Logged with its service and place, routed, accepted, answered and judged within a month. */
function aUsualLife(): Case[] {
  const logged = {
    caseId: caseIdNumber(1),
    class: 'field_report',
    serviceCode: 'road-damage',
    areaCode: '25966',
    receivedAt: '2020-06-02T02:00:00.000Z',
  };
  const forwardedAt = '2020-06-02T02:03:00.000Z';
  const answerDueAt = '2020-06-09T10:00:00.000Z';
  const routed = { ...logged, status: 'routed', forwardedAt, answerDueAt, lead: 'TA' };
  const round = (judgement: 'satisfied' | null) => [aRound('2020-06-04T02:00:00.000Z', judgement)];
  return [
    logged,
    routed,
    { ...routed, status: 'in_progress' },
    { ...routed, status: 'answered', rounds: round(null) },
    { ...routed, status: 'closed', closeReason: 'judged', rounds: round('satisfied') },
  ].map((differing, index) => aCase({ ...differing, version: index + 1 }));
}

const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString();

const stepsOf = (cases: number): CountingStep[] => {
  const chance = new Chance(1022);
  return Array.from({ length: cases }, (_, number) => {
    const step = countingStep(aForwardedCase(number, chance), undefined, context);
    if (step === undefined) throw new Error('A case that was never counted has a step');
    return step;
  });
};

/** Rows that one transaction may hold beside a note. */
const ROWS_AT_ONCE = 99;

/**
 * The same counters in few steps, without the rows of single cases, which no figure reads: writing ten thousand of
 * those takes a minute here. With a weight each case stands for so many. Times have a budget of their own.
 */
function inBulk(steps: readonly CountingStep[], weight: number): CountingStep[] {
  const increments = steps
    .flatMap((step) => step.increments)
    .filter(({ dimension }) => dimension !== 'times');
  const rows = [
    ...Map.groupBy(increments, ({ day, dimension, value }) =>
      [day.slice(0, 7), dimension, value].join(' '),
    ).values(),
  ];
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, number) => ({
    caseId: caseIdNumber(number),
    from: 0,
    to: { version: 1, contributions: [] },
    listed: NOWHERE,
    increments: rows
      .slice(number * ROWS_AT_ONCE, (number + 1) * ROWS_AT_ONCE)
      .flat()
      .map((increment) => ({ ...increment, by: increment.by * weight })),
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
  const read = used.units();
  used.reset();
  // In the middle of the month, so that its rows are read for what has passed and for what is to come.
  const due = await deadlines(ports, { ...JUNE, by: 'department', today: '2020-06-15' });
  expect(due.rows.filter(({ counts }) => counts.due > 0)).toHaveLength(47);
  const deadlineUnits = used.units();
  used.reset();
  const places = await headline(statisticsOver(ports), { ...JUNE, by: 'ward' });
  expect(places.total.counts).toEqual(total.counts);
  return {
    read,
    deadlines: deadlineUnits,
    places: used.units(),
    forwarded: total.counts.forwarded,
  };
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
    for (const month of [hundred, tenThousand, million]) {
      expect(month.read).toBeGreaterThan(0);
      expect(month.read).toBeLessThanOrEqual(MONTH_BUDGET_RRU);
      expect(month.deadlines).toBeGreaterThan(0);
      expect(month.deadlines).toBeLessThanOrEqual(MONTH_BUDGET_RRU);
      // 136 places, of which any division is added up.
      expect(month.places).toBeGreaterThan(0);
      expect(month.places).toBeLessThanOrEqual(MONTH_BUDGET_RRU);
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
    const scattered = Array.from({ length: 26 }, (_, number) => aForwardedCase(number, chance));
    await project(scattered.slice(0, 1));
    const alone = used.units();
    used.reset();
    await project(scattered.slice(1));
    const together = used.units() / 25;
    used.reset();
    await project(scattered);
    const again = used.units() / 26;
    // Alone: its note, its place in the list of the month and six rows, two units each for the transaction, and the reads
    // before it.
    expect(alone).toBeLessThanOrEqual(18);
    // Each has its place in the list and the row of its times to itself, and most that of their area, of which there are
    // 136; one transaction holds no more than 100 rows.
    expect(together).toBeLessThanOrEqual(16);
    // A repeated delivery only reads.
    expect(again).toBeLessThanOrEqual(1.1);
  });

  it('of the changes of a usual life costs what each changes', async () => {
    const { ports, used } = await aMeteredTable();
    const { project } = statisticsOver(ports);
    const costs: number[] = [];
    for (const version of aUsualLife()) {
      used.reset();
      await project([version]);
      costs.push(used.units());
    }
    const [logged, routed, accepted, answered, judged] = costs;
    // A new case is put into the list of its month. Routing leaves the row of the desk for that of the lead, and the hand-off is measured.
    expect([logged, routed]).toEqual([16, 18]);
    // Nothing is counted of an acceptance but its version; a judgement changes no time.
    expect([accepted, answered, judged]).toEqual([4, 16, 14]);
  });
});
