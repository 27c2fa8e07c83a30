import type { Chart } from '../../../domain/report/chart.ts';
import type { Table } from '../../../ports/exports.ts';
import { xlsxFormat } from '../xlsx-format.ts';

/** The numbers of a chart as a workbook: the names in the first column, a column for each series, then its intervals. */
export function chartWorkbook({ categories, series }: Chart): Uint8Array {
  const bounded = series.flatMap(({ name, intervals }) =>
    intervals === undefined ? [] : [{ name, intervals }],
  );
  const headings = [
    ...series.map(({ name }) => name),
    ...bounded.flatMap(({ name }) => [`${name}, cận dưới`, `${name}, cận trên`]),
  ];
  const table: Table = {
    name: 'Sheet1',
    columns: [
      { key: 'category', heading: '', type: 'text' },
      ...headings.map((heading, place) => ({
        key: String(place),
        heading,
        type: 'count' as const,
      })),
    ],
    wallClock: (instant) => instant,
  };
  const rows = categories.map((name, place) => [
    name,
    ...series.map(({ values }) => values[place] ?? null),
    ...bounded.flatMap(({ intervals }) => [
      intervals[place]?.low ?? null,
      intervals[place]?.high ?? null,
    ]),
  ]);
  const head = xlsxFormat.begin(table);
  const body = xlsxFormat.rows(table, rows, head.state);
  return Buffer.concat([head.bytes, body.bytes, xlsxFormat.end(table, body.state)]);
}
