import { BYTE_ORDER_MARK, csvLine, csvText } from '../../shared/domain/text/csv.ts';
import { type Cell, isRate, rateNumber, type Sheet } from './sheets.ts';

export const csvOf = ({ head, rows }: Sheet): string =>
  BYTE_ORDER_MARK + [head, ...rows].map((row) => csvLine(row.map(written))).join('');

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (isRate(cell)) return cell.rate === null ? '' : String(rateNumber(cell.rate));
  return csvText(cell);
}
