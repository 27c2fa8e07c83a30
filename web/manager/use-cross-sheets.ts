import { useNamed, useWords } from '../words/language.tsx';
import type { Cross } from './cross-figures.ts';
import { crossSheets } from './cross-sheets.ts';
import { crossWords, dimensionNames } from './cross-words.ts';
import type { Sheet } from './sheets.ts';
import { useChosenCross } from './use-cross.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** What is shown, for a file; undefined until it is there. */
export function useCrossSheets(cross: Cross | undefined): readonly Sheet[] | undefined {
  const { total, all } = useWords(crossWords);
  const named = useNamed();
  const { name } = useFigureFormat();
  const { sorting } = useChosenCross();
  if (cross === undefined) return undefined;
  const [rows, columns] = [cross.rowsBy, cross.columnsBy].map((by) => named(dimensionNames[by]));
  return crossSheets(cross, sorting, {
    ...{ rows: rows ?? '', columns: columns ?? '', total, all },
    ...{ name, named },
  });
}
