import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { type Case, ReturnReason } from '../../shared/domain/case.ts';
import { CHANNELS } from '../../shared/domain/channel.ts';
import {
  type CountingStep,
  countingStep,
  type Increment,
} from '../../shared/domain/statistics-counting.ts';
import { aCase, aRound } from '../support/case-builder.ts';
import { meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { caseIdNumber, Chance, jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import {
  RETURN_BREAKDOWNS,
  ROUTING_BREAKDOWNS,
} from '../../shared/domain/statistics-routing-rows.ts';
import { deadlines } from './deadlines-support.ts';
import { returns, routing } from './routing-support.ts';
import { series } from './series-support.ts';
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

const AGENTS = Array.from({ length: 20 }, (_, number) => `agent-${number}`);
const WAYS = [...Array<null>(8).fill(null), ...jurisdiction.rules.map(({ code }) => code)];

/** What the machine said and who sent it where first; one in twelve comes back once, from one of a few neighbours. */
function aFirstRouting(number: number, service: string, chance: Chance) {
  const lead = departments[number % departments.length];
  const neighbour = departments[(number + 1 + chance.below(8)) % departments.length];
  const first = chance.onceIn(12) ? neighbour : lead;
  const hop = {
    number: 1,
    from: first,
    reason: chance.oneOf(ReturnReason.options),
    proposed: lead,
    at: '2020-06-20T02:00:00.000Z',
    lostMs: chance.below(2 * DAY_MS),
  };
  return {
    lead,
    proposed: {
      model: '2020-05-28',
      service: chance.onceIn(12) ? chance.oneOf(services).code : service,
      area: null,
      lead: chance.onceIn(12) ? null : first,
      rule: null,
      sure: !chance.onceIn(12),
    },
    firstRoute: {
      lead: first,
      by: chance.oneOf(AGENTS),
      rule: chance.oneOf(WAYS),
      named: chance.onceIn(6) || null,
      service: null,
    },
    hops: first === lead ? [] : [hop],
  };
}

/** A case of June 2020 that has been through everything that counts. */
function aForwardedCase(number: number, chance: Chance): Case {
  const service = chance.oneOf(services);
  const receivedAt = new Date(MONTH_START + chance.below(29.5 * DAY_MS)).toISOString();
  return aCase({
    ...aFirstRouting(number, service.code, chance),
    caseId: caseIdNumber(number),
    version: 5,
    status: 'closed',
    class: service.class,
    serviceCode: service.code,
    areaCode: chance.oneOf(areas),
    channel: chance.oneOf(CHANNELS),
    receivedAt,
    forwardedAt: receivedAt,
    answerDueAt: daysAfter(receivedAt, chance.below(7)),
    extensions: chance.below(2),
    rounds: [aRound(receivedAt, chance.oneOf(['satisfied', 'acceptable', 'unsatisfied', null]))],
    closeReason: 'judged',
  });
}

/** Logged with its service and place, sent to the wrong department and back, accepted, answered and judged within a month. */
function aUsualLife(): Case[] {
  const logged = {
    caseId: caseIdNumber(1),
    class: 'field_report',
    serviceCode: 'road-damage',
    areaCode: '25966',
    receivedAt: '2020-06-02T02:00:00.000Z',
    proposed: {
      model: '2020-05-28',
      service: 'road-damage',
      area: '25966',
      lead: 'SGTVT',
      rule: null,
      sure: true,
    },
  };
  const forwardedAt = '2020-06-02T02:03:00.000Z';
  const answerDueAt = '2020-06-09T10:00:00.000Z';
  const firstRoute = { lead: 'SGTVT', by: 'lan', rule: null, named: null, service: null };
  const routed = {
    ...logged,
    ...{ status: 'routed', forwardedAt, answerDueAt, firstRoute, lead: 'SGTVT' },
  };
  const hop = {
    number: 1,
    from: 'SGTVT',
    reason: 'wrong_department',
    proposed: 'TA',
    at: '2020-06-02T03:00:00.000Z',
    lostMs: 57 * 60_000,
  };
  const returned = { ...routed, status: 'received', lead: null, hops: [hop] };
  const again = { ...returned, status: 'routed', lead: 'TA' };
  const round = (judgement: 'satisfied' | null) => [aRound('2020-06-04T02:00:00.000Z', judgement)];
  return [
    logged,
    routed,
    returned,
    again,
    { ...again, status: 'in_progress' },
    { ...again, status: 'answered', rounds: round(null) },
    { ...again, status: 'closed', closeReason: 'judged', rounds: round('satisfied') },
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
  // No update may be as long as a full row, so a few days come after the others.
  const someDays = Map.groupBy(increments, ({ day }) => Number(day.slice(8)) % 8);
  return [...someDays.values()].flatMap(slicesOf).map((slice, number) => ({
    caseId: caseIdNumber(number),
    from: 0,
    to: { version: 1, contributions: [] },
    listed: NOWHERE,
    increments: slice.map((increment) => ({ ...increment, by: increment.by * weight })),
  }));
}

/** As many whole rows as one transaction takes. */
function slicesOf(increments: readonly Increment[]): Increment[][] {
  const rows = [
    ...Map.groupBy(increments, ({ day, dimension, value }) =>
      [day.slice(0, 7), dimension, value].join(' '),
    ).values(),
  ];
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, slice) =>
    rows.slice(slice * ROWS_AT_ONCE, (slice + 1) * ROWS_AT_ONCE).flat(),
  );
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
  const placeUnits = used.units();
  used.reset();
  const byDay = await series(ports, { ...JUNE, step: 'day', by: 'department' });
  expect(byDay.ok && byDay.value.rows.length).toBeGreaterThanOrEqual(47);
  return {
    read,
    deadlines: deadlineUnits,
    places: placeUnits,
    series: used.units(),
    forwarded: total.counts.forwarded,
    ports,
    used,
  };
}

/** Each breakdown of first routing and of returns, in read units. */
async function costsOfRouting({ ports, used }: Awaited<ReturnType<typeof costOfJune>>) {
  const costs: Record<string, number> = {};
  for (const by of ROUTING_BREAKDOWNS) {
    used.reset();
    const { total } = await routing(ports, { ...JUNE, by });
    expect(total.counts.misrouted).toBeGreaterThan(0);
    costs[`routing ${by}`] = used.units();
  }
  for (const by of RETURN_BREAKDOWNS) {
    used.reset();
    const { total } = await returns(ports, { ...JUNE, by });
    expect(total.returns).toBeGreaterThan(0);
    costs[`returns ${by}`] = used.units();
  }
  return costs;
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
      // Day by day, of the same rows.
      expect(month.series).toBeGreaterThan(0);
      expect(month.series).toBeLessThanOrEqual(month.read);
    }
    for (const month of [hundred, tenThousand, million]) {
      const costs = Object.entries(await costsOfRouting(month));
      expect(costs.filter(([, units]) => units > MONTH_BUDGET_RRU)).toEqual([]);
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
    // Alone: its note, its place in the list of the month and eight rows, two units each for the transaction, and the
    // reads before it.
    expect(alone).toBeLessThanOrEqual(22);
    // Each has its place in the list and the row of its times to itself, and most that of their area, of which there are
    // 136; one transaction holds no more than 100 rows; twenty agents were at work; and two of the 25 were returned, which
    // costs each ten rows more.
    expect(together).toBeLessThanOrEqual(22);
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
    const [logged, routed, returned, again, accepted, answered, judged] = costs;
    // A new case is put into the list of its month, and what the classifier proposed has a row.
    expect(logged).toBe(18);
    // Routing leaves the rows of the desk and of what nobody had routed, and the hand-off is measured.
    expect([routed, returned]).toEqual([24, 34]);
    expect(again).toBe(16);
    // Nothing is counted of an acceptance but its version, and a judgement changes no time. Seven rows of the answer say
    // that it was sent to the wrong department first.
    expect([accepted, answered, judged]).toEqual([4, 34, 14]);
  });
});
