import type { CellValue } from '../../domain/export/case-cells.ts';
import { BYTE_ORDER_MARK, csvLine, csvText } from '../../domain/text/csv.ts';
import type { Stretch, Table, TableColumn, TableFormat } from '../../ports/exports.ts';

/** RFC 4180 in UTF-8. Lines need nothing of those before them. */
export const csvFormat: TableFormat = {
  contentType: 'text/csv; charset=utf-8',
  begin: ({ columns }) =>
    stretch(BYTE_ORDER_MARK + csvLine(columns.map(({ heading }) => csvText(heading)))),
  rows: (table, rows) => stretch(rows.map((row) => csvLine(written(row, table))).join('')),
  end: () => new Uint8Array(),
};

const stretch = (text: string): Stretch => ({ bytes: Buffer.from(text), state: null });

const written = (row: readonly CellValue[], table: Table): string[] =>
  table.columns.map((column, place) => cell(row[place] ?? null, column, table));

function cell(value: CellValue, { type }: TableColumn, { wallClock }: Table): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return type === 'instant' ? wallClock(value) : csvText(value);
}
