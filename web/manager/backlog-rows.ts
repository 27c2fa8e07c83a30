import { type Backlog, BACKLOG_AGES, isAge } from './use-backlog.ts';

export type BacklogRow = Backlog['rows'][number];

export const BACKLOG_COLUMNS = ['name', 'open', ...BACKLOG_AGES, 'oldest', 'pace'] as const;
export type BacklogColumn = (typeof BACKLOG_COLUMNS)[number];

interface Sorting {
  readonly column: BacklogColumn;
  readonly up: boolean;
}

/** Lines that have something open; those of as much as another in the order of the catalogue. */
export function backlogRows({ rows }: Backlog, { column, up }: Sorting): readonly BacklogRow[] {
  const way = up ? 1 : -1;
  return rows
    .filter(({ open }) => open > 0)
    .toSorted((a, b) =>
      column === 'name'
        ? way * a.name.localeCompare(b.name, 'vi')
        : way * (sizeOf(a, column) - sizeOf(b, column)),
    );
}

function sizeOf(row: BacklogRow, column: Exclude<BacklogColumn, 'name'>): number {
  if (isAge(column)) return row.ages[column];
  if (column === 'open') return row.open;
  // What nobody works off lasts for ever.
  return column === 'pace'
    ? (row.pace.days ?? Number.MAX_SAFE_INTEGER)
    : (row.oldest?.workingDays ?? 0);
}
