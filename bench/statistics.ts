import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { StatisticsTable } from '../shared/adapters/dynamodb/statistics-table.ts';
import type { Case } from '../shared/domain/case.ts';
import { createProjectCases } from '../shared/usecases/project-cases.ts';
import { deadlines } from '../test/contract/deadlines-support.ts';
import { returns, routing } from '../test/contract/routing-support.ts';
import { series } from '../test/contract/series-support.ts';
import {
  CaseStore,
  context,
  headline,
  inDynamoDb,
  inMemory,
  statisticsOver,
} from '../test/contract/statistics-support.ts';
import { type Meter, meter } from '../test/support/consumed-capacity.ts';
import { createTables } from '../test/support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../test/support/dynoxide.ts';
import { aForwardedCase, usualLives } from '../test/support/month-of-cases.ts';
import { Chance, jurisdictionId } from '../test/support/random-cases.ts';
import { BulkLedger } from './statistics/bulk-ledger.ts';
import { byScanning, storeHeads } from './statistics/scanning.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const SCANNED = [1_000, 10_000, 50_000];
/** What a figure of a month may cost, and by how much with ten times the cases: numbers get a digit longer. */
const MONTH_BUDGET_RRU = 25;
const FLAT = 1.15;
const JUNE = { from: '2020-06-01', to: '2020-06-30' };
const GENERATION = { jurisdictionId, number: 1 };
const BATCH = 25;
/** Least of several is the cost: whatever else the machine does only adds. */
const READINGS = 7;

/** What figures cost as cases grow, what counting costs, and what the same month costs who would go through the cases. */
export async function statistics(): Promise<void> {
  const dynoxide = await startDynoxide();
  try {
    const emulator = { ...dynoxide, used: meter(dynoxide.client) };
    await project(emulator);
    const month = await grow(emulator);
    await scan(emulator, month);
    await rebuild(emulator);
  } finally {
    await dynoxide.close();
  }
}

type Emulator = Dynoxide & { readonly used: Meter };

const since = (started: number): number => (performance.now() - started) / 1_000;

async function aTable({ client }: Emulator) {
  const names = await createTables(client, randomUUID());
  return { client, tableName: names.statistics, cases: names.cases };
}

/** Events a second: the domain and memory on one core, and with the emulated DynamoDB. */
async function project(dynoxide: Emulator): Promise<void> {
  const events = usualLives(2_000);
  const rate = async (how: (batch: readonly Case[]) => Promise<void>): Promise<number> => {
    const started = performance.now();
    for (let start = 0; start < events.length; start += BATCH) {
      await how(events.slice(start, start + BATCH));
    }
    return events.length / since(started);
  };
  const memory = await rate(statisticsOver(await inMemory()).project);
  const { used } = dynoxide;
  used.reset();
  const stored = await rate(statisticsOver(inDynamoDb(await aTable(dynoxide))).project);
  console.log(
    `projector    ${memory.toFixed(0)} events a second on one core (counting alone), ${stored.toFixed(0)} with the ` +
      `emulated DynamoDB; ${(used.written() / events.length).toFixed(2)} WRU an event in batches of ${BATCH}`,
  );
}

interface Cost {
  readonly cases: number;
  readonly units: number;
  readonly ms: number;
}

/** What a manager opens for a month, each by department. */
const questions: Readonly<Record<string, (table: StatisticsTable) => Promise<unknown>>> = {
  headline: (table) => headline(statisticsOver(inDynamoDb(table)), { ...JUNE, by: 'department' }),
  deadlines: (table) =>
    deadlines(inDynamoDb(table), { ...JUNE, by: 'department', today: '2020-06-15' }),
  'by day': (table) => series(inDynamoDb(table), { ...JUNE, step: 'day', by: 'department' }),
  places: (table) => headline(statisticsOver(inDynamoDb(table)), { ...JUNE, by: 'ward' }),
  routing: (table) => routing(inDynamoDb(table), { ...JUNE, by: 'department' }),
  returns: (table) => returns(inDynamoDb(table), { ...JUNE, by: 'department' }),
};

async function costOf(ask: () => Promise<unknown>, used: Meter): Promise<Omit<Cost, 'cases'>> {
  let ms = Number.POSITIVE_INFINITY;
  let units = 0;
  for (let reading = 0; reading < READINGS; reading += 1) {
    used.reset();
    const started = performance.now();
    await ask();
    ms = Math.min(ms, 1_000 * since(started));
    units = used.units();
  }
  return { units, ms };
}

async function grow(dynoxide: Emulator): Promise<Cost> {
  const table = await aTable(dynoxide);
  const { used } = dynoxide;
  const ledger = new BulkLedger(table);
  const count = createProjectCases({ ledger, context });
  const chance = new Chance(1022);
  const names = Object.keys(questions);
  console.log(`\nRRU and ms of a month  ${names.map((name) => name.padStart(17)).join('')}`);
  const costs = new Map<string, Cost[]>();
  let counted = 0;
  for (const cases of SIZES) {
    for (; counted < cases; counted += 1_000) {
      const some = Array.from({ length: 1_000 }, (_, n) => aForwardedCase(counted + n, chance));
      await count(jurisdictionId, some);
    }
    await ledger.flush(GENERATION);
    const cells: string[] = [];
    for (const [name, ask] of Object.entries(questions)) {
      const cost = { cases, ...(await costOf(() => ask(table), used)) };
      costs.set(name, [...(costs.get(name) ?? []), cost]);
      cells.push(`${cost.units.toFixed(1)} R ${cost.ms.toFixed(1)} ms`.padStart(17));
    }
    console.log(`${String(cases).padStart(9)} cases       ${cells.join('')}`);
  }
  await year(table, used);
  return judge(costs);
}

/** Eleven empty months and a full one, so the answer is one month more than that of the month alone. */
async function year(table: StatisticsTable, used: Meter): Promise<void> {
  const { units } = await costOf(
    () =>
      headline(statisticsOver(inDynamoDb(table)), {
        from: '2020-01-01',
        to: '2020-12-31',
        by: 'department',
      }),
    used,
  );
  console.log(`a year by department, of which one month has cases: ${units.toFixed(1)} R`);
}

function judge(costs: ReadonlyMap<string, readonly Cost[]>): Cost {
  for (const [name, all] of costs) {
    const units = all.map((cost) => cost.units);
    const [full = Number.NaN, last = Number.NaN] = units.slice(-2);
    if (Math.max(...units) <= MONTH_BUDGET_RRU && last / full <= FLAT) continue;
    console.error(
      `${name}: ${units.join(', ')} R of ${MONTH_BUDGET_RRU}, ${last / full} of ${FLAT}`,
    );
    process.exitCode = 1;
  }
  const month = costs.get('headline')?.at(-1);
  if (month === undefined) throw new Error('The headline is always asked for');
  return month;
}

/** The baseline: the same question to the cases themselves. */
async function scan(dynoxide: Emulator, month: Cost): Promise<void> {
  const { client, cases: tableName } = await aTable(dynoxide);
  const { used } = dynoxide;
  const chance = new Chance(1022);
  console.log(`\nthe same month by going through the cases, to the counters at ${month.cases}`);
  let stored = 0;
  for (const cases of SCANNED) {
    const some = Array.from({ length: cases - stored }, (_, n) =>
      aForwardedCase(stored + n, chance),
    );
    await storeHeads(some, { client, tableName });
    stored = cases;
    used.reset();
    const started = performance.now();
    const byDepartment = await byScanning(client, tableName);
    const ms = 1_000 * since(started);
    const found = [...byDepartment.values()].reduce((sum, count) => sum + count, 0);
    if (found !== cases) throw new Error(`${found} of ${cases} cases were found`);
    const units = used.units();
    console.log(
      `${String(cases).padStart(9)} cases   ${units.toFixed(0)} R, ${ms.toFixed(0)} ms: ` +
        `${(units / month.units).toFixed(0)} times the units, ${(ms / month.ms).toFixed(0)} times the time`,
    );
  }
}

async function rebuild(dynoxide: Emulator): Promise<void> {
  const chance = new Chance(1022);
  const store = new CaseStore();
  store.put(...Array.from({ length: 5_000 }, (_, number) => aForwardedCase(number, chance)));
  const statistics = statisticsOver(inDynamoDb(await aTable(dynoxide)), store);
  const started = performance.now();
  const rebuilt = await statistics.rebuild(jurisdictionId);
  if (!rebuilt.ok) throw new Error(rebuilt.error.code);
  console.log(`\nrebuild      ${(rebuilt.value.cases / since(started)).toFixed(0)} cases a second`);
}
