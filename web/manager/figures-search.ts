import { readDays } from './days.ts';

/** Columns by which the table of departments can be sorted. */
export const DEPARTMENT_COLUMNS = [
  'name',
  'forwarded',
  'satisfactory',
  'rate',
  'onTime',
  'openOverdue',
  'refused',
] as const;
export type DepartmentColumn = (typeof DEPARTMENT_COLUMNS)[number];

export const STEPS = ['day', 'week', 'month', 'quarter'] as const;
export type Step = (typeof STEPS)[number];

export const RECEIVED_BY = ['class', 'channel'] as const;
export type ReceivedBy = (typeof RECEIVED_BY)[number];
export const PLACES = ['district', 'ward'] as const;
export type PlaceKind = (typeof PLACES)[number];

/** What a reader has chosen, and would send to a colleague. What is left out is as the page begins. */
export interface FiguresSearch {
  /** Left out: this month. */
  readonly from?: string;
  readonly to?: string;
  readonly compare?: 'none';
  readonly by?: ReceivedBy;
  readonly step?: Step;
  readonly place?: PlaceKind;
  readonly view?: 'table';
  readonly sort?: DepartmentColumn;
  readonly up?: true;
}

const among = <T>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);

export function readFiguresSearch(search: Readonly<Record<string, unknown>>): FiguresSearch {
  const read = {
    ...readDays(search),
    compare: among(['none'] as const, search['compare']),
    by: among(RECEIVED_BY, search['by']),
    step: among(STEPS, search['step']),
    place: among(PLACES, search['place']),
    view: among(['table'] as const, search['view']),
    sort: among(DEPARTMENT_COLUMNS, search['sort']),
    up: among([true] as const, search['up']),
  };
  // Only what was said: an address holds no empty places.
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}
