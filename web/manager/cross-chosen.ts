import { CROSS_FIGURES, crossFigure } from './cross-figures.ts';
import type { Sorting } from './cross-rows.ts';
import type { CrossSearch } from './cross-search.ts';
import {
  CROSS_DIMENSIONS,
  CROSS_TIMES,
  type CrossDimension,
  type CrossView,
  FORWARDED_ONLY,
} from './cross-words.ts';

export interface ChosenTable {
  readonly view: CrossView;
  readonly rows: CrossDimension;
  readonly columns: CrossDimension;
  readonly sorting: Sorting;
}

/** The table that an address means; what it does not say, or nobody knows, is as the page begins. */
export function chosenTable(search: CrossSearch): ChosenTable {
  const rows = dimension(search.rows) ?? 'department';
  const columns = dimension(search.columns) ?? 'class';
  // What is known of the forwarded alone makes a table of them.
  const isForwarded = FORWARDED_ONLY.includes(rows) || FORWARDED_ONLY.includes(columns);
  const view = search.cohort === 'received' && !isForwarded ? 'received' : 'forwarded';
  const figure = crossFigure(view, search.figure) ?? CROSS_FIGURES[view][0];
  return { view, rows, columns, sorting: { figure, ...sortedBy(search, rows) } };
}

const dimension = (value: string | undefined): CrossDimension | undefined =>
  CROSS_DIMENSIONS.find((one) => one === value);

/** Days run forwards, and of everything else the largest stand first, until somebody turns them round. */
function sortedBy({ sort, up }: CrossSearch, rows: CrossDimension): Pick<Sorting, 'by' | 'up'> {
  if (sort !== undefined) return { by: sort, up: up === true };
  return CROSS_TIMES.includes(rows) ? { by: 'order', up: true } : { by: 'total', up: false };
}
