import { COUNT_NARROWINGS } from './statistics-rows.ts';
import type { Counter, LocalDay } from './statistics.ts';
import type { Period } from './statistics-period.ts';

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
