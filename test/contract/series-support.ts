import { expect } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import type { Series, SeriesFigure } from '../../shared/domain/statistics-series.ts';
import { SPANS } from '../../shared/domain/statistics-spans.ts';
import type { SeriesReader } from '../../shared/ports/statistics.ts';
import {
  createReadSeries,
  type SeriesAnswer,
  type SeriesQuestion,
} from '../../shared/usecases/read-series.ts';
import { isNaivelyIn, naiveFigures } from '../support/naive-statistics.ts';
import { jurisdiction, jurisdictionId } from '../support/random-cases.ts';
import { context } from './statistics-support.ts';

interface Reader {
  readonly reader: SeriesReader;
}

const clock = { now: () => new Date('2027-06-30T05:00:00.000Z') };

export async function series(
  { reader }: Reader,
  question: Omit<SeriesQuestion, 'jurisdictionId'>,
): ReturnType<ReturnType<typeof createReadSeries>> {
  const read = createReadSeries({ series: reader, clock, jurisdiction, context });
  return read({ jurisdictionId, ...question });
}

/** Holds every number of a series against going through the cases, step by step. */
export async function expectSeriesOf(
  ports: Reader,
  cases: readonly Case[],
  days: Period,
): Promise<void> {
  for (const step of SPANS) {
    for (const by of BREAKDOWNS) {
      const answer = await series(ports, { ...days, step, by });
      // A year by days is all that an answer holds.
      if (answer.ok) expectCounted(answer.value, cases, by);
      else expect([step, answer.error.code]).toEqual(['day', 'STEPS_TOO_MANY']);
    }
  }
}

const BREAKDOWNS = [undefined, 'class', 'channel', 'department', 'supporting'] as const;

function expectCounted(
  { steps, total, rows }: SeriesAnswer,
  cases: readonly Case[],
  by: (typeof BREAKDOWNS)[number],
): void {
  expect(total.counts).toEqual(naiveSeries(cases, steps));
  for (const { value, counts } of rows) {
    const own = by && cases.filter((one) => isNaivelyIn(one, by, value));
    expect(counts, `${by ?? ''} ${value ?? ''}`).toEqual(naiveSeries(own ?? [], steps));
  }
}

function naiveSeries(cases: readonly Case[], steps: readonly Period[]): Series {
  const figures = steps.map((step) => naiveFigures(cases, step));
  const of = (figure: SeriesFigure) => figures.map((one) => one[figure]);
  return {
    received: of('received'),
    forwarded: of('forwarded'),
    answered: of('answered'),
    satisfactory: of('satisfactory'),
  };
}
