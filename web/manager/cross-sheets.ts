import { type Named } from '../../shared/domain/status-names.ts';
import {
  countIn,
  type Cross,
  type CrossCell,
  CROSS_FIGURES,
  type CrossFigure,
  isShareKey,
  shareIn,
} from './cross-figures.ts';
import {
  type CrossLine,
  type CrossRow,
  shownCross,
  sortedRows,
  type Sorting,
} from './cross-rows.ts';
import type { FigureKey } from './figure-names.ts';
import { SHARE_PARTS } from './share-parts.ts';
import type { Cell, Sheet } from './sheets.ts';

/** What a file is written with for its reader. */
export interface CrossSheetWords {
  readonly rows: string;
  readonly columns: string;
  readonly total: string;
  readonly all: string;
  readonly name: (figure: FigureKey) => string;
  readonly named: (named: Named) => string;
}

/** The table as it is shown, a rate with both of its numbers; then every figure of every cell, a line each, to be turned as one likes. */
export function crossSheets(
  cross: Cross,
  sorting: Sorting,
  words: CrossSheetWords,
): readonly Sheet[] {
  const shown = shownCross(cross);
  const rows = sortedRows(shown, sorting);
  const { figure } = sorting;
  const tables: readonly CrossFigure[] = [figure, ...partsOf(figure)];
  return [
    ...tables.map((one): Sheet => ({
      name: words.name(one),
      head: [words.rows, ...shown.columns.map(words.named), words.total],
      rows: [
        ...rows.map(({ line, cells }) => [
          words.named(line),
          ...cells.map((cell) => cellOf(cell, one)),
          cellOf(line, one),
        ]),
        [
          words.total,
          ...shown.columns.map((column) => cellOf(column, one)),
          cellOf(cross.total, one),
        ],
      ],
    })),
    everyFigure(rows, { cross, columns: shown.columns }, words),
  ];
}

const partsOf = (figure: CrossFigure): readonly CrossFigure[] =>
  isShareKey(figure) ? [SHARE_PARTS[figure].of, SHARE_PARTS[figure].over] : [];

function cellOf(cell: CrossCell | undefined, figure: CrossFigure): Cell {
  if (cell === undefined) return isShareKey(figure) ? null : 0;
  return isShareKey(figure) ? { rate: shareIn(cell, figure)?.rate ?? null } : countIn(cell, figure);
}

function everyFigure(
  rows: readonly CrossRow[],
  { cross, columns }: { readonly cross: Cross; readonly columns: readonly CrossLine[] },
  words: CrossSheetWords,
): Sheet {
  const figures = CROSS_FIGURES[cross.view];
  return {
    name: words.all,
    head: [words.rows, words.columns, ...figures.map(words.name)],
    rows: rows.flatMap(({ line, cells }) =>
      cells.flatMap((cell, index) => {
        const column = columns[index];
        return cell === undefined || column === undefined
          ? []
          : [[words.named(line), words.named(column), ...figures.map((one) => cellOf(cell, one))]];
      }),
    ),
  };
}
