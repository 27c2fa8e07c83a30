import { csvOf } from './csv.ts';
import type { Sheet } from './sheets.ts';

/** Gives a file to the reader as a browser does for any link. */
export function give(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

export const giveCsv = (sheet: Sheet, name: string): void =>
  give(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);

/** What writes workbooks is loaded when somebody wants one. */
export async function giveWorkbook(sheets: readonly Sheet[], name: string): Promise<void> {
  const { xlsxOf } = await import('./xlsx.ts');
  give(await xlsxOf(sheets), `${name}.xlsx`);
}
