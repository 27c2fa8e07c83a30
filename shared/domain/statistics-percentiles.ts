import { byMeasure, type Measure, MEASURES } from './statistics.ts';
import { countIn, merged, quantile, type Sketch } from './statistics-sketch.ts';

/** Each name is a heading of docs/glossary.md, where the figure is defined with a worked example. */
export const TIME_FIGURES = MEASURES;

const MINUTE_MS = 60_000;

/** Minutes that half, nine in ten, 19 in 20 cases do not exceed. At most 2 % off, not rounded; null without a case. */
export interface Percentiles {
  readonly cases: number;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
}

export type TimeFigures = Readonly<Record<Measure, Percentiles>>;

export const timeFiguresOf = (parts: readonly Readonly<Record<Measure, Sketch>>[]): TimeFigures =>
  byMeasure((measure) => percentilesOf(merged(parts.map((sketches) => sketches[measure]))));

const percentilesOf = (sketch: Sketch): Percentiles => ({
  cases: countIn(sketch),
  p50: minutes(quantile(sketch, 0.5)),
  p90: minutes(quantile(sketch, 0.9)),
  p95: minutes(quantile(sketch, 0.95)),
});

const minutes = (ms: number | null): number | null => (ms === null ? null : ms / MINUTE_MS);
