import { expect } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { RELATIVE_ERROR } from '../../shared/domain/statistics-sketch.ts';
import type { Percentiles } from '../../shared/domain/statistics-percentiles.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import {
  DEADLINE_BREAKDOWNS,
  type DeadlineBreakdown,
  TIME_BREAKDOWNS,
  type TimeBreakdown,
} from '../../shared/domain/statistics-rows.ts';
import type { SeriesReader, TimesReader } from '../../shared/ports/statistics.ts';
import { createReadDeadlines, type Deadlines } from '../../shared/usecases/read-deadlines.ts';
import { createReadTimes, type Times } from '../../shared/usecases/read-times.ts';
import { naiveDeadlines, naiveParts, naiveTimes, nearestRank } from '../support/naive-deadlines.ts';
import { naiveDays, naiveValue } from '../support/naive-statistics.ts';
import { naiveLost } from '../support/naive-routing.ts';
import { jurisdiction, jurisdictionId } from '../support/random-cases.ts';

interface Reader {
  readonly reader: SeriesReader & TimesReader;
}

const context = statisticsContext(jurisdiction);

interface Question extends Period {
  readonly by?: DeadlineBreakdown | undefined;
}

/** Asked in the morning of this day. */
export async function deadlines(
  { reader: series }: Reader,
  { today, ...question }: Question & { readonly today: string },
): Promise<Deadlines> {
  const clock = { now: () => new Date(`${today}T01:00:00.000Z`) };
  const read = createReadDeadlines({ series, clock, jurisdiction, context });
  const answer = await read({ jurisdictionId, ...question });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

type TimesOf = Period & { readonly by?: TimeBreakdown | undefined };

export async function times({ reader }: Reader, question: TimesOf): Promise<Times> {
  const clock = { now: () => new Date('2027-06-30T05:00:00.000Z') };
  const read = createReadTimes({ times: reader, clock, jurisdiction, context });
  const answer = await read({ jurisdictionId, ...question });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

/** In the middle of the histories: some of what is open was due before. */
const TODAY = '2020-01-20';

/** The cases of a line, and the part of the period that it is of. */
function lineOf(by: DeadlineBreakdown, value: string | null, days: Period) {
  if (by === 'month' || by === 'quarter') {
    return { isOwn: () => true, own: naiveDays(value ?? '', days) };
  }
  return { isOwn: (c: Case) => naiveValue[by](c) === value, own: days };
}

/** Holds deadlines and times, in total and in each breakdown, against going through the cases. */
export async function expectDeadlinesOf(
  ports: Reader,
  cases: readonly Case[],
  days: Period,
): Promise<void> {
  for (const by of [undefined, ...DEADLINE_BREAKDOWNS]) {
    const { total, rows } = await deadlines(ports, { ...days, by, today: TODAY });
    expect(total.counts).toEqual(naiveDeadlines(cases, days, TODAY));
    for (const { value, counts, parts } of rows) {
      const { isOwn, own } = lineOf(by ?? 'month', value, days);
      const line = `${by ?? ''} ${value ?? 'none'}`;
      expect(counts, line).toEqual(naiveDeadlines(cases.filter(isOwn), own, TODAY));
      if (by !== 'department') continue;
      expect(parts, line).toEqual(naiveParts(cases, value ?? '', { days, today: TODAY }));
    }
  }
  await Promise.all(
    [undefined, ...TIME_BREAKDOWNS].map((by) => expectTimesOf(ports, cases, { ...days, by })),
  );
}

async function expectTimesOf(
  ports: Reader,
  cases: readonly Case[],
  { by, ...days }: TimesOf,
): Promise<void> {
  const { total, rows } = await times(ports, { ...days, by });
  expectTimes(total, naiveTimes(cases, days));
  expectPercentiles(total.lost, naiveLost(cases, days));
  for (const { value, ...figures } of rows) {
    const { isOwn, own } = lineOf(by ?? 'month', value, days);
    expectTimes(figures, naiveTimes(cases.filter(isOwn), own));
    const lost =
      by === 'department'
        ? naiveLost(cases, days, ({ from }) => from === value)
        : naiveLost(cases.filter(isOwn), own);
    expectPercentiles(figures.lost, lost);
  }
}

function expectTimes(
  figures: Omit<Times['total'], 'lost'>,
  exact: ReturnType<typeof naiveTimes>,
): void {
  // Object.keys widens to string; these are the measures that are reckoned here.
  for (const measure of Object.keys(exact) as (keyof typeof exact)[])
    expectPercentiles(figures[measure], exact[measure]);
}

function expectPercentiles(found: Percentiles, exact: readonly number[]): void {
  expect(found.cases).toBe(exact.length);
  for (const [share, minutes] of [
    [0.5, found.p50],
    [0.9, found.p90],
    [0.95, found.p95],
  ] as const) {
    const wanted = nearestRank(exact, share);
    if (wanted === undefined) expect(minutes).toBeNull();
    else
      expect(Math.abs((minutes ?? NaN) - wanted)).toBeLessThanOrEqual(
        wanted * RELATIVE_ERROR * (1 + 1e-9),
      );
  }
}
