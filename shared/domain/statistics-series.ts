import { COUNT_NARROWINGS } from './statistics-rows.ts';
import type { Counter, LocalDay } from './statistics.ts';
import { dayAfter, daysLater, monthsOf, type Period, withinMonth } from './statistics-period.ts';

/** What a series can be drawn by. Weeks begin on Monday, as a province's do. */
export const SERIES_STEPS = ['day', 'week', 'month'] as const;
export type SeriesStep = (typeof SERIES_STEPS)[number];

/** A year by days, seven by weeks, ten by months: more steps than a wide screen has room for say nothing more. */
export const MAX_STEPS = 366;

export const SERIES_BREAKDOWNS = COUNT_NARROWINGS;
export type SeriesBreakdown = (typeof SERIES_BREAKDOWNS)[number];

/** Figures that a series shows, each defined as in the headline. */
export const SERIES_FIGURES = ['received', 'forwarded', 'answered', 'satisfactory'] as const;
export type SeriesFigure = (typeof SERIES_FIGURES)[number];

const countersOf: Readonly<Record<SeriesFigure, readonly Counter[]>> = {
  received: ['received'],
  forwarded: ['forwarded'],
  answered: ['answered'],
  satisfactory: ['satisfied', 'acceptable'],
};

/** The steps of a period in order, the first and the last one clipped to it. */
export function stepsOf(period: Period, step: SeriesStep): readonly Period[] {
  if (step === 'month') return monthsOf(period).map(({ month }) => withinMonth(period, month));
  const steps: Period[] = [];
  for (let from = period.from; from <= period.to; from = dayAfter(steps.at(-1)?.to ?? from)) {
    const end = step === 'week' ? sundayOf(from) : from;
    steps.push({ from, to: end < period.to ? end : period.to });
  }
  return steps;
}

const DAYS_OF_WEEK = 7;

const sundayOf = (day: LocalDay): LocalDay =>
  daysLater(day, (DAYS_OF_WEEK - new Date(day).getUTCDay()) % DAYS_OF_WEEK);

/** What was counted on one day. A counter that is missing is 0. */
export interface DayCounts {
  readonly day: LocalDay;
  readonly counts: Readonly<Partial<Record<Counter, number>>>;
}

/** A number a step, in the order of the steps. */
export type Series = Readonly<Record<SeriesFigure, readonly number[]>>;

export function seriesOf(days: readonly DayCounts[], steps: readonly Period[]): Series {
  const ofSteps = steps.map(({ from, to }) =>
    days.filter(({ day }) => day >= from && day <= to).map(({ counts }) => counts),
  );
  const of = (figure: SeriesFigure): number[] =>
    ofSteps.map((counts) => counts.reduce((sum, one) => sum + addedUp(one, countersOf[figure]), 0));
  return {
    received: of('received'),
    forwarded: of('forwarded'),
    answered: of('answered'),
    satisfactory: of('satisfactory'),
  };
}

const addedUp = (counts: DayCounts['counts'], counters: readonly Counter[]): number =>
  counters.reduce((sum, counter) => sum + (counts[counter] ?? 0), 0);
