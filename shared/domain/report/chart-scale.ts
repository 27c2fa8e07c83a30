import type { Chart, ChartSeries } from './chart.ts';
import { filled, letters, LETTER_SIZE, type Mark, widthOf } from './drawing.ts';
import { decimal, number, percent } from './words.ts';

/** Where on an axis a value stands, from 0 to 1, and the values that are written beside it. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
  readonly written: (value: number) => string;
  /** Of a tick, which is round. */
  readonly tick: (value: number) => string;
}

const TICKS = 5;
const STEPS = [1, 2, 2.5, 5, 10];

/** From 0 to a round value that is no less than any of the chart's; shares to 100 %. */
export function scaleOf(chart: Chart): Scale {
  const written = writer(chart);
  const step = chart.unit === 'share' ? 0.2 : roundStep(largestOf(chart) / TICKS, chart.unit);
  const count = chart.unit === 'share' ? TICKS : Math.max(1, Math.ceil(largestOf(chart) / step));
  const ticks = Array.from({ length: count + 1 }, (_, place) => place * step);
  const top = count * step;
  const tick = chart.unit === 'share' ? (value: number) => `${Math.round(value * 100)}%` : written;
  return { ticks, at: (value) => value / top, written, tick };
}

/** Writes a value of the chart as its labels do. */
export function writer({ unit }: Pick<Chart, 'unit'>): (value: number) => string {
  if (unit === 'share') return percent;
  return unit === 'count' ? number : decimal;
}

function roundStep(least: number, unit: Chart['unit']): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, Number.EPSILON)));
  const step = (STEPS.find((one) => one * power >= least) ?? 10) * power;
  return unit === 'count' ? Math.max(1, Math.ceil(step)) : step;
}

const largestOf = ({ series, stacked, categories }: Chart): number =>
  Math.max(
    0,
    ...categories.map((_, place) => {
      const values = series.map(({ values: own }) => own[place] ?? 0);
      return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
    }),
  );

const KEY = 8;
const GAP = 14;

/** A sample of each fill with its name, side by side and in as many lines as it takes; nothing for a single series. */
export function legendOf(
  series: readonly Pick<ChartSeries, 'name' | 'fill'>[],
  width: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  if (series.length < 2) return { marks: [], height: 0 };
  const marks: Mark[] = [];
  let [x, y] = [0, 2];
  for (const { name, fill } of series) {
    const wide = KEY + 4 + widthOf(name) + GAP;
    if (x > 0 && x + wide > width) [x, y] = [0, y + LETTER_SIZE + 5];
    marks.push(...filled({ x, y, width: KEY, height: KEY }, fill));
    marks.push(letters(name, { at: [x + KEY + 4, y + KEY - 1] }));
    x += wide;
  }
  return { marks, height: y + LETTER_SIZE + 8 };
}

/** Letters of numbers and of the axis, in points. */
export const SMALL = 7;

/** Where bars or columns stand. */
export interface Plot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly scale: Scale;
}
