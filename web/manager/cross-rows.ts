import { type Cross, type CrossCell, type CrossFigure, rankOf, sizeOf } from './cross-figures.ts';

export type CrossLine = Cross['rows'][number];

/** A line of the table with its cells in the order of the columns; undefined where nothing lies. */
export interface CrossRow {
  readonly line: CrossLine;
  readonly cells: readonly (CrossCell | undefined)[];
}

export interface ShownCross {
  readonly columns: readonly CrossLine[];
  readonly rows: readonly CrossRow[];
}

/** Lines and columns that hold something, in the order of the catalogue. */
export function shownCross(cross: Cross): ShownCross {
  const cells = new Map<string, CrossCell>(
    cross.cells.map((cell) => [placeOf(cell.row, cell.column), cell]),
  );
  const columns = linesOf(cross.columns);
  const rows = linesOf(cross.rows).map((line) => ({
    line,
    cells: columns.map(({ value }) => cells.get(placeOf(line.value, value))),
  }));
  return { columns, rows };
}

const placeOf = (row: string | null, column: string | null): string =>
  JSON.stringify([row, column]);

// Lists of the two cohorts differ in their figures only.
const linesOf = (lines: readonly CrossLine[]): readonly CrossLine[] =>
  lines.filter((line) => sizeOf(line) > 0);

/** How the address calls a column: lines without a value have none either. */
export const columnSort = ({ value }: Pick<CrossLine, 'value'>): string => `column:${value ?? '-'}`;

export interface Sorting {
  readonly figure: CrossFigure;
  /** `total`, a column as `columnSort` calls it, or `order`: as the catalogue has them. */
  readonly by: string;
  readonly up: boolean;
}

/** Sorted by one of the columns or the total; what cannot be compared stands last, whichever way. */
export function sortedRows(
  { rows, columns }: ShownCross,
  { figure, by, up }: Sorting,
): readonly CrossRow[] {
  if (by === 'order') return up ? rows : rows.toReversed();
  const index = columns.findIndex((column) => columnSort(column) === by);
  const rank = ({ line, cells }: CrossRow) => rankOf(by === 'total' ? line : cells[index], figure);
  const way = up ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    if (one !== null && other !== null) return way * (one - other) || bySize(a, b);
    return Number(one === null) - Number(other === null) || bySize(a, b);
  });
}

const bySize = (a: CrossRow, b: CrossRow): number => sizeOf(b.line) - sizeOf(a.line);
