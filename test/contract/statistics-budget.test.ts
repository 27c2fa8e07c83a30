import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CountingStep,
  countingStep,
  type Increment,
} from '../../shared/domain/statistics-counting.ts';
import { meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { caseIdNumber, Chance, jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import {
  RETURN_BREAKDOWNS,
  ROUTING_BREAKDOWNS,
} from '../../shared/domain/statistics-routing-rows.ts';
import { aForwardedCase, usualLives } from '../support/month-of-cases.ts';
import { ACTIVITY_BREAKDOWNS } from '../../shared/domain/statistics-activity-figures.ts';
import { activity } from './activity-support.ts';
import { deadlines } from './deadlines-support.ts';
import { FOLD_AT_BYTES, sizeOf } from '../../shared/adapters/dynamodb/statistics-folding.ts';
import { readEntries, readPlan } from '../../shared/adapters/dynamodb/statistics-journal.ts';
import type { StatisticsTable } from '../../shared/adapters/dynamodb/statistics-table.ts';
import { returns, routing } from './routing-support.ts';
import { series } from './series-support.ts';
import { createReadMonthlyFigures } from '../../shared/usecases/read-monthly-figures.ts';
import {
  clock,
  context,
  foldAll,
  headline,
  inDynamoDb,
  NOWHERE,
  type StatisticsPorts,
  statisticsOver,
} from './statistics-support.ts';

/** What counting may cost an event. */
const WRITE_BUDGET_WRU = 4;
/** One month of statistics, 47 departments. */
const MONTH_BUDGET_RRU = 25;
/** A year of them. */
const YEAR_BUDGET_RRU = 300;
/** The report of a month, with the totals of the one before; percentiles have a budget of their own. */
const REPORT_BUDGET_RRU = 75;
const JUNE = { from: '2020-06-01', to: '2020-06-30' };

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

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
  const client = dynoxide.newClient();
  const { statistics: tableName } = await createTables(client, randomUUID());
  const table = { client, tableName };
  return { ports: inDynamoDb(table), used: meter(client), table };
}

/** As long as the journal ever gets: of another month, so that it changes no figure of June, and is read all the same. */
async function fillJournal(ports: StatisticsPorts, table: StatisticsTable): Promise<void> {
  const { project } = statisticsOver(ports);
  const events = usualLives(500, Date.UTC(2020, 8, 1));
  const generation = { jurisdictionId, number: 1 };
  const { fold } = await readPlan(generation, table);
  for (let start = 0; start < events.length; start += 25) {
    await project(events.slice(start, start + 25));
    // The first fold takes away what lay there; then come its own entries and new ones.
    const hasFolded = (await readPlan(generation, table)).fold > fold;
    const { bytes } = sizeOf(await readEntries(generation, table));
    if (hasFolded && bytes > 1.8 * FOLD_AT_BYTES) return;
  }
  throw new Error('The journal never got that long');
}

async function costOfJune(steps: readonly CountingStep[]) {
  const { ports, used, table } = await aMeteredTable();
  const [generation] = await ports.ledger.generations(jurisdictionId);
  expect(await ports.ledger.count(generation!, steps)).toMatchObject({ ok: true });
  await foldAll(table);
  await fillJournal(ports, table);
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

/** Each breakdown of first routing, of returns and of activity, in read units. */
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
  for (const by of ACTIVITY_BREAKDOWNS) {
    used.reset();
    const { total } = await activity(ports, { ...JUNE, by });
    expect(total.counts.answersGiven).toBeGreaterThan(0);
    costs[`activity ${by}`] = used.units();
  }
  return costs;
}

/** What a report reads, beside what its tables cost when each is asked for by itself. */
async function costOfReport({ ports, used, ...month }: Awaited<ReturnType<typeof costOfJune>>) {
  const { reader } = ports;
  const parts = { read: month.read, deadlines: month.deadlines, places: month.places };
  let apart = Object.values(parts).reduce((sum, units) => sum + units, month.series);
  for (const by of ['service', 'channel'] as const) {
    used.reset();
    await headline(statisticsOver(ports), { ...JUNE, by });
    apart += used.units();
  }
  used.reset();
  const read = createReadMonthlyFigures({
    ...{ series: reader, times: reader, clock, jurisdiction, context },
  });
  const report = await read({ jurisdictionId, month: '2020-06' });
  expect(report.ok && report.value.total.counts.forwarded).toBe(month.forwarded);
  expect(report.ok && report.value.before).not.toBeNull();
  return { together: used.units(), apart };
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
      const { together, apart } = await costOfReport(month);
      expect(together).toBeGreaterThan(0);
      expect(together).toBeLessThanOrEqual(REPORT_BUDGET_RRU);
      expect(together).toBeLessThan(apart);
    }
    // Ten thousand cases fill every day of every department; beyond that only the numbers get longer.
    expect(million.read / tenThousand.read).toBeLessThan(1.25);
  });
});

/** Four weeks of June in each month of the year, added up, of what a question by department reads. */
function inEachMonth(steps: readonly CountingStep[]): CountingStep {
  const sums = new Map<string, Increment>();
  for (const one of steps.flatMap(({ increments }) => increments)) {
    const { day, dimension, value, counter } = one;
    const isRead = dimension === 'class' || dimension === 'department';
    if (!isRead || day < JUNE.from || day > '2020-06-28') continue;
    const key = [day, dimension, value, counter].join(' ');
    sums.set(key, { ...one, by: one.by + (sums.get(key)?.by ?? 0) });
  }
  const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));
  const increments = months.flatMap((month) =>
    [...sums.values()].map((one) => ({ ...one, day: `2020-${month}-${one.day.slice(8)}` })),
  );
  return {
    caseId: caseIdNumber(0),
    from: 0,
    to: { version: 1, contributions: [] },
    listed: NOWHERE,
    increments,
  };
}

it('a year by department costs no more than its budget at a million cases a month', async () => {
  const { ports, used, table } = await aMeteredTable();
  const [generation] = await ports.ledger.generations(jurisdictionId);
  await ports.ledger.count(generation!, inBulk([inEachMonth(stepsOf(10_000))], 100));
  await foldAll(table);
  await fillJournal(ports, table);
  used.reset();
  const year = { from: '2020-01-01', to: '2020-12-31', by: 'department' } as const;
  const { total } = await headline(statisticsOver(ports), year);
  const read = used.units();
  expect(total.counts.forwarded).toBeGreaterThan(10_000_000);
  expect(read).toBeGreaterThan(12 * 5);
  expect(read).toBeLessThanOrEqual(YEAR_BUDGET_RRU);
});

describe('counting', () => {
  it('costs at most four write units an event in batches of 25, folding included', async () => {
    const { ports, used, table } = await aMeteredTable();
    const { project } = statisticsOver(ports);
    const events = usualLives(1_000);
    used.reset();
    for (let start = 0; start < events.length; start += 25) {
      await project(events.slice(start, start + 25));
    }
    await foldAll(table);
    expect(used.written() / events.length).toBeLessThanOrEqual(WRITE_BUDGET_WRU);
  });
});
