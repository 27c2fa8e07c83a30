import { expect } from 'vitest';
import { InMemoryStaffRegister } from '../../shared/adapters/memory/in-memory-staff-register.ts';
import type { Case } from '../../shared/domain/case.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import {
  RETURN_BREAKDOWNS,
  type ReturnBreakdown,
  ROUTING_BREAKDOWNS,
  type RoutingBreakdown,
} from '../../shared/domain/statistics-routing-rows.ts';
import type { StatisticsReader } from '../../shared/ports/statistics.ts';
import {
  createReadReturns,
  type Returns,
  type ReturnsRow,
} from '../../shared/usecases/read-returns.ts';
import {
  createReadRouting,
  type Routing,
  type RoutingOf,
} from '../../shared/usecases/read-routing.ts';
import {
  naiveProposals,
  naiveRefusals,
  naiveReturned,
  naiveReturns,
  naiveRouting,
  naiveRoutingValue,
} from '../support/naive-routing.ts';
import { naiveDays, naiveValue } from '../support/naive-statistics.ts';
import { jurisdiction, jurisdictionId } from '../support/random-cases.ts';

interface Reader {
  readonly reader: StatisticsReader;
}

const portsOf = (statistics: StatisticsReader) => ({
  statistics,
  staff: new InMemoryStaffRegister(),
  clock: { now: () => new Date('2027-06-30T05:00:00.000Z') },
  jurisdiction,
  context: statisticsContext(jurisdiction),
});

export async function routing(
  { reader }: Reader,
  question: Period & { readonly by?: RoutingBreakdown | undefined },
): Promise<Routing> {
  const answer = await createReadRouting(portsOf(reader))({
    jurisdictionId,
    role: 'manager',
    ...question,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

export async function returns(
  { reader }: Reader,
  question: Period & { readonly by?: ReturnBreakdown | undefined },
): Promise<Returns> {
  const answer = await createReadReturns(portsOf(reader))({
    jurisdictionId,
    role: 'manager',
    ...question,
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

const values = { ...naiveValue, ...naiveRoutingValue };

/** The cases of a line, and the part of the period that it is of. */
function lineOf(by: Exclude<ReturnBreakdown, 'pair'>, value: string | null, days: Period) {
  if (by === 'month' || by === 'quarter') {
    return { isOwn: () => true, own: naiveDays(value ?? '', days) };
  }
  return { isOwn: (c: Case) => values[by](c) === value, own: days };
}

/** Holds first routing, proposals and returns, in total and in each breakdown, against going through the cases. */
export async function expectRoutingOf(
  ports: Reader,
  cases: readonly Case[],
  days: Period,
): Promise<void> {
  for (const by of [undefined, ...ROUTING_BREAKDOWNS]) {
    const { total, rows } = await routing(ports, { ...days, by });
    expectFigures(total, cases, days);
    for (const { value, ...figures } of rows) {
      const { isOwn, own } = lineOf(by ?? 'month', value, days);
      expectFigures(figures, cases.filter(isOwn), own);
    }
  }
  await expectReturnsOf(ports, cases, days);
}

function expectFigures(found: RoutingOf, cases: readonly Case[], days: Period): void {
  expect(found.counts).toEqual(naiveRouting(cases, days));
  if (found.proposals === undefined) return;
  const { counts, sureServiceAccuracy } = found.proposals;
  const expected = naiveProposals(cases, days);
  expect(counts).toEqual(expected.counts);
  expect(sureServiceAccuracy).toMatchObject(expected.sureService);
}

async function expectReturnsOf(ports: Reader, cases: readonly Case[], days: Period): Promise<void> {
  for (const by of [undefined, ...RETURN_BREAKDOWNS]) {
    const { total, rows } = await returns(ports, { ...days, by });
    expect(total).toMatchObject(naiveReturns(cases, days));
    expect(total.perCase).toMatchObject(naiveReturned(cases, days));
    for (const row of rows) expectRow(row, { by: by ?? 'month', cases, days });
  }
}

interface Recounted {
  readonly by: ReturnBreakdown;
  readonly cases: readonly Case[];
  readonly days: Period;
}

function expectRow({ value, ...row }: ReturnsRow, { by, cases, days }: Recounted): void {
  if (by === 'pair') {
    const [from, to] = (value ?? '').split('/');
    const isOwn = (hop: { from: string; proposed: string | null }) =>
      hop.from === from && (hop.proposed ?? '-') === to;
    expect(row).toMatchObject(naiveReturns(cases, days, isOwn));
  } else if (by === 'department') {
    expect(row).toMatchObject(naiveReturns(cases, days, ({ from }) => from === value));
    expect(row.refusals).toMatchObject(naiveRefusals(cases, value, days));
  } else {
    const { isOwn, own } = lineOf(by, value, days);
    expect(row).toMatchObject(naiveReturns(cases.filter(isOwn), own));
    expect(row.perCase).toMatchObject(naiveReturned(cases.filter(isOwn), own));
  }
}
