import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { type Cell, isRate, type Sheet } from './sheets.ts';

/** A workbook with a sheet a table. Text is stored as text: no cell of it can become a formula or lose its zeros. */
export const xlsxOf = (sheets: readonly Sheet[]): Promise<Blob> =>
  writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheetName(sheet.name),
      data: dataOf(sheet),
      columns: sheet.head.map((_, index) => ({ width: widthOf(sheet, index) })),
      stickyRowsCount: 1,
    })),
  ).toBlob();

const dataOf = ({ head, rows }: Sheet): SheetData => [
  head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ...rows.map((row) => row.map(written)),
];

function written(cell: Cell): SheetData[number][number] {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (!isRate(cell)) return { value: cell, type: String };
  return cell.rate === null ? null : { value: cell.rate, type: Number, format: '0.0%' };
}

/** Excel takes at most 31 letters, and none of these. */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);

const MIN_WIDTH = 8;
const MAX_WIDTH = 60;

function widthOf({ head, rows }: Sheet, column: number): number {
  const lengths = [head, ...rows].map((row) => {
    const cell = row[column];
    return typeof cell === 'string' ? cell.length : 0;
  });
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, ...lengths) + 2);
}
