import { barDrawing } from './bar-drawing.ts';
import type { Chart } from './chart.ts';
import { columnDrawing } from './column-drawing.ts';
import type { Drawing } from './drawing.ts';

/** A chart as it is drawn where no program draws it by itself: in a PDF and in a picture. */
export const chartDrawing = (chart: Chart, width: number): Drawing =>
  chart.form === 'columns' ? columnDrawing(chart, width) : barDrawing(chart, width);
