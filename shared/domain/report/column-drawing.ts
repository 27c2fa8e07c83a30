import type { Chart } from './chart.ts';
import { legendOf, type Plot, scaleOf, SMALL } from './chart-scale.ts';
import { type Drawing, filled, letters, LETTER_SIZE, line, type Mark } from './drawing.ts';

const PLOT_HEIGHT = 150;
const AXIS_WIDTH = 26;
/** Share of a category's room that its column takes. */
const COLUMN = 0.72;

/** Upright columns, stacked from the bottom in the order of the series, the sum of each above it. */
export function columnDrawing(chart: Chart, width: number): Drawing {
  const legend = legendOf(chart.series, width);
  const plot: Plot = {
    x: AXIS_WIDTH,
    y: legend.height + LETTER_SIZE + 4,
    width: width - AXIS_WIDTH,
    scale: scaleOf(chart),
  };
  const step = plot.width / Math.max(1, chart.categories.length);
  return {
    width,
    height: plot.y + PLOT_HEIGHT + LETTER_SIZE + 6,
    marks: [
      ...legend.marks,
      ...axis(plot, chart),
      ...chart.categories.flatMap((name, place) =>
        column(chart, place, { ...plot, x: plot.x + place * step, width: step }).concat(
          letters(name, {
            at: [plot.x + (place + 0.5) * step, plot.y + PLOT_HEIGHT + LETTER_SIZE + 2],
            size: SMALL,
            align: 'middle',
          }),
        ),
      ),
    ],
  };
}

function axis({ x, y, width, scale }: Plot, { axis: name }: Chart): Mark[] {
  return [
    letters(name, { at: [0, y - 5] }),
    ...scale.ticks.flatMap((tick) => {
      const at = y + PLOT_HEIGHT * (1 - scale.at(tick));
      return [
        line([x, at], [x + width, at], tick === 0 ? 'axis' : 'grid'),
        letters(scale.tick(tick), { at: [x - 4, at + 2.5], size: SMALL, align: 'end' }),
      ];
    }),
  ];
}

function column({ series }: Chart, place: number, { x, y, width, scale }: Plot): Mark[] {
  const marks: Mark[] = [];
  let sum = 0;
  for (const { values, fill } of series) {
    const value = values[place] ?? 0;
    if (value === 0) continue;
    const height = PLOT_HEIGHT * scale.at(value);
    const top = y + PLOT_HEIGHT * (1 - scale.at(sum)) - height;
    const box = { x: x + (width * (1 - COLUMN)) / 2, y: top, width: width * COLUMN, height };
    marks.push(...filled(box, fill));
    sum += value;
  }
  const at = y + PLOT_HEIGHT * (1 - scale.at(sum)) - 2;
  if (sum > 0)
    marks.push(
      letters(scale.written(sum), { at: [x + width / 2, at], size: SMALL, align: 'middle' }),
    );
  return marks;
}
