import type { Chart, ChartSeries } from './chart.ts';
import { legendOf, type Plot, scaleOf, SMALL } from './chart-scale.ts';
import {
  type Drawing,
  filled,
  fitted,
  letters,
  LETTER_SIZE,
  line,
  type Mark,
  widthOf,
} from './drawing.ts';

const ROW = 16;
const BAR = 10;
/** For the names at most this share of the width, and behind the longest bar room for its number. */
const NAMES = 0.42;
const AFTER = 40;

/** Lying bars with their numbers; stacked ones bear the number of each part where there is room for it. */
export function barDrawing(chart: Chart, width: number): Drawing {
  const legend = legendOf(chart.series, width);
  const longest = Math.max(0, ...chart.categories.map((name) => widthOf(name)));
  const x = Math.min(longest, width * NAMES) + 6;
  const plot: Plot = { x, y: legend.height + 2, width: width - x - AFTER, scale: scaleOf(chart) };
  const bottom = plot.y + chart.categories.length * ROW;
  return {
    width,
    height: bottom + 2 * LETTER_SIZE + 10,
    marks: [
      ...legend.marks,
      ...axis(chart, plot, bottom),
      ...chart.categories.flatMap((name, place) => {
        const row = { ...plot, y: plot.y + place * ROW };
        return [
          letters(fitted(name, x - 6), { at: [x - 4, row.y + ROW / 2 + 3], align: 'end' }),
          ...(chart.stacked ? stackedBar(chart, place, row) : plainBar(chart, place, row)),
        ];
      }),
    ],
  };
}

function axis({ axis: name }: Chart, { x, y, width, scale }: Plot, bottom: number): Mark[] {
  const ticks = scale.ticks.flatMap((tick) => {
    const at = x + width * scale.at(tick);
    return [
      line([at, y], [at, bottom], tick === 0 ? 'axis' : 'grid'),
      letters(scale.tick(tick), { at: [at, bottom + 9], size: SMALL, align: 'middle' }),
    ];
  });
  return [...ticks, letters(name, { at: [x + width, bottom + 19], align: 'end' })];
}

function stackedBar({ series }: Chart, place: number, { x, y, width, scale }: Plot): Mark[] {
  const marks: Mark[] = [];
  let sum = 0;
  for (const { values, fill } of series) {
    const value = values[place] ?? 0;
    if (value === 0) continue;
    const box = {
      x: x + width * scale.at(sum),
      y: y + (ROW - BAR) / 2,
      width: width * scale.at(value),
      height: BAR,
    };
    marks.push(...filled(box, fill), ...inside(scale.written(value), box, fill));
    sum += value;
  }
  const at = x + width * scale.at(sum) + 4;
  return [...marks, letters(scale.written(sum), { at: [at, y + ROW / 2 + 3], size: SMALL })];
}

/** The number of a part, on a light ground so that it is read on any fill. */
function inside(
  text: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  fill: ChartSeries['fill'],
): readonly Mark[] {
  const wide = widthOf(text, SMALL) + 3;
  if (wide > width) return [];
  const middle = x + width / 2;
  const ground = { x: middle - wide / 2, y: y + 1, width: wide, height: height - 2 };
  return [
    ...(fill === 'blank' || fill === 'light' ? [] : filled(ground, 'blank')),
    letters(text, { at: [middle, y + height - 2.5], size: SMALL, align: 'middle' }),
  ];
}

/** Bars that are not stacked are of one series: side by side they would be read as one. */
const plainBar = ({ series }: Chart, place: number, plot: Plot): readonly Mark[] =>
  series.flatMap(({ fill, values, muted = [], intervals = [] }) => {
    const value = values[place] ?? null;
    if (value === null) return [];
    const { x, y, width, scale } = plot;
    const interval = intervals[place] ?? { low: value, high: value };
    const box = { x, y: y + (ROW - BAR) / 2, width: width * scale.at(value), height: BAR };
    const end = x + width * scale.at(Math.max(value, interval.high));
    return [
      ...filled(box, muted[place] === true ? 'muted' : fill),
      ...(interval.low < interval.high ? intervalMarks(interval, plot) : []),
      letters(scale.written(value), { at: [end + 4, y + ROW / 2 + 3], size: SMALL }),
    ];
  });

/** A line between the ends of the interval, with a foot at each. */
function intervalMarks(
  { low, high }: { readonly low: number; readonly high: number },
  { x, y, width, scale }: Plot,
): readonly Mark[] {
  const middle = y + ROW / 2;
  const [from, to] = [x + width * scale.at(low), x + width * scale.at(high)];
  return [
    line([from, middle], [to, middle], 'interval'),
    ...[from, to].map((at) => line([at, middle - 3], [at, middle + 3], 'interval')),
  ];
}
