import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { someFacts } from '../support/routing-facts.ts';
import { proposeRoute } from '../../shared/domain/routing.ts';
import { binCounter, type Measure } from '../../shared/domain/statistics.ts';
import type { CountingStep, Increment } from '../../shared/domain/statistics-counting.ts';
import { binOf } from '../../shared/domain/statistics-sketch.ts';
import { meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { caseIdNumber, Chance, jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import { times } from './deadlines-support.ts';
import { foldAll, inDynamoDb, NOWHERE } from './statistics-support.ts';

/** docs/access-patterns.md: percentiles of a month, with as many cases as the hotline has had (3,057 in eight). */
const USUAL = { cases: 400, budgetRru: 10 };
/** And with as many as a city of millions has. A sketch is full at some point: a million cases measured 700. */
const BUSY = { cases: 50_000, budgetRru: 185 };

const DAYS = 30;
const MINUTE_MS = 60_000;

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

/** Where each service and place sends its cases. */
const pairs = [
  ...new Set(
    [...jurisdiction.services.values()].flatMap((service) =>
      [...jurisdiction.areas.keys()].map((areaCode) => {
        const route = proposeRoute(someFacts({ service, areaCode }), jurisdiction);
        return `${route.decided && route.to !== 'desk' ? route.lead : '-'}/${service.code}`;
      }),
    ),
  ),
];

/** Most quick and some slow: the logarithm is roughly normal. */
function aTime(chance: Chance, medianMinutes: number): number {
  const bell = chance.fraction() + chance.fraction() + chance.fraction() + chance.fraction() - 2;
  return Math.round(medianMinutes * MINUTE_MS * Math.exp(2 * bell));
}

/** Bins of so many cases of June 2020, by row. */
function juneRows(cases: number): Increment[][] {
  const chance = new Chance(cases);
  const rows = new Map<string, Map<string, Increment>>();
  const add = (row: Omit<Increment, 'by' | 'counter'>, measure: Measure, ms: number) => {
    const counter = binCounter(measure, binOf(ms));
    const bins = rows.get(`${row.day} ${row.value}`) ?? new Map<string, Increment>();
    rows.set(`${row.day} ${row.value}`, bins);
    bins.set(counter, { ...row, counter, by: 1 + (bins.get(counter)?.by ?? 0) });
  };
  for (let n = 0; n < cases; n += 1) {
    const value = chance.oneOf(pairs);
    const aDay = () => `2020-06-${String(1 + chance.below(DAYS)).padStart(2, '0')}`;
    add({ day: aDay(), dimension: 'times', value }, 'handOff', aTime(chance, 3));
    const answered = { day: aDay(), dimension: 'times', value } as const;
    const worked = aTime(chance, 900);
    // Opened again, its resolution takes longer than its first answer.
    const reopened = chance.onceIn(12) ? 2 : 1;
    add(answered, 'firstResponse', worked);
    add(answered, 'firstResponseElapsed', 4 * worked);
    add(answered, 'resolution', reopened * worked);
  }
  return [...rows.values()].map((bins) => [...bins.values()]);
}

const ROWS_AT_ONCE = 90;

const stepsOf = (rows: readonly Increment[][]): CountingStep[] =>
  Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, number) => ({
    caseId: caseIdNumber(number),
    from: 0,
    to: { version: 1, contributions: [] },
    listed: NOWHERE,
    increments: rows.slice(number * ROWS_AT_ONCE, (number + 1) * ROWS_AT_ONCE).flat(),
  }));

async function costOfJune(cases: number) {
  const client = dynoxide.newClient();
  const { statistics: tableName } = await createTables(client, randomUUID());
  const table = { client, tableName };
  const ports = inDynamoDb(table);
  const [generation] = await ports.ledger.generations(jurisdictionId);
  await ports.ledger.count(generation!, stepsOf(juneRows(cases)));
  await foldAll(table);
  const used = meter(client);
  const month = { from: '2020-06-01', to: '2020-06-30', by: 'department' } as const;
  const { total } = await times(ports, month);
  expect([total.handOff.cases, total.resolution.cases]).toEqual([cases, cases]);
  const read = used.units();
  used.reset();
  await times(ports, { ...month, from: '2020-06-08', to: '2020-06-08' });
  return { month: read, day: used.units() };
}

it('percentiles of a month cost what their rows are long, and a day a small part of it', async () => {
  const usual = await costOfJune(USUAL.cases);
  expect(usual.month).toBeGreaterThan(0);
  expect(usual.month).toBeLessThanOrEqual(USUAL.budgetRru);
  const busy = await costOfJune(BUSY.cases);
  expect(busy.month).toBeLessThanOrEqual(BUSY.budgetRru);
  expect(busy.day).toBeLessThan(busy.month / 15);
});
