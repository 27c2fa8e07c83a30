import { type Cell, isRate, rateNumber, safeText, type Sheet } from './sheets.ts';

/** Tells Excel that the file is UTF-8; without it Vietnamese is unreadable there. */
const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, with every text quoted: a comma or a line break in it stays in its cell. */
export const csvOf = ({ head, rows }: Sheet): string =>
  BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (isRate(cell)) return cell.rate === null ? '' : String(rateNumber(cell.rate));
  return `"${safeText(cell).replaceAll('"', '""')}"`;
}
