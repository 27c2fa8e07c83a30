import type { Chart } from './chart.ts';
import type { Block, ReportTable, TableColumn, TableRow } from './report-document.ts';

/** How the parts of a report are written down. */
export const heading = (level: 1 | 2, text: string): Block => ({ kind: 'heading', level, text });
export const text = (words: string): Block => ({ kind: 'text', text: words });
export const point = (words: string): Block => ({ kind: 'point', text: words });
export const note = (words: string): Block => ({ kind: 'note', text: words });
export const toFill = (prompt: string): Block => ({ kind: 'toFill', prompt });
export const chartBlock = (chart: Chart, of: string): Block => ({ kind: 'chart', chart, note: of });

export const words = (title: string, width: number): TableColumn => ({
  heading: title,
  align: 'start',
  width,
});
export const numbers = (title: string, width: number): TableColumn => ({
  heading: title,
  align: 'end',
  width,
});

export const table = (
  title: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
): ReportTable => ({ kind: 'table', title, columns, rows });

/** Blocks where there is something to show, else a sentence that says that there is nothing. */
export const unlessEmpty = (
  isEmpty: boolean,
  nothing: string,
  blocks: () => readonly Block[],
): readonly Block[] => (isEmpty ? [text(nothing)] : blocks());
