import type { CrossDimension } from '../../shared/domain/statistics-cross.ts';
import type { Figures } from '../../shared/domain/statistics-figures.ts';
import { FORWARDED_COUNTERS, RECEIVED_COUNTERS } from '../../shared/domain/statistics.ts';
import type { Cross } from '../../shared/usecases/read-cross.ts';

/** One of the lines in which a cell stands. */
export type CrossLine = readonly [CrossDimension, string | null];

interface Shown<T> {
  readonly rowsBy: CrossDimension;
  readonly columnsBy: CrossDimension;
  readonly linkOf: (...lines: readonly CrossLine[]) => string | null;
  readonly figures: (all: Figures) => T;
}

/** The lines and cells of a table with what its view shows of them and where their cases are. */
export const crossTable = <T extends object>(
  { total, rows, columns, cells }: Cross,
  { rowsBy, columnsBy, linkOf, figures }: Shown<T>,
) => {
  const lines = (some: Cross['rows'], by: CrossDimension) =>
    some.map(({ value, name, nameEn, among, ...all }) => ({
      ...{ value, name, nameEn, ...(among !== undefined && { among }) },
      ...figures(all),
      cases: linkOf([by, value]),
    }));
  return {
    total: { ...figures(total), cases: linkOf() },
    rows: lines(rows, rowsBy),
    columns: lines(columns, columnsBy),
    cells: cells.map(({ row, column, ...all }) => ({
      row,
      column,
      ...figures(all),
      cases: linkOf([rowsBy, row], [columnsBy, column]),
    })),
  };
};

const picked = <Counter extends string>(
  counts: Readonly<Record<Counter, number>>,
  counters: readonly Counter[],
): Record<Counter, number> =>
  // Object.fromEntries forgets the keys, which are the counters.
  Object.fromEntries(counters.map((counter) => [counter, counts[counter]])) as Record<
    Counter,
    number
  >;

export const receivedFigures = ({ counts, answeredOfReceived }: Figures) => ({
  counts: picked(counts, [...RECEIVED_COUNTERS, 'incidents']),
  answeredOfReceived,
});

export const forwardedFigures = ({ counts, satisfaction }: Figures) => ({
  counts: picked(counts, [...FORWARDED_COUNTERS, 'judged', 'satisfactory']),
  satisfaction,
});
