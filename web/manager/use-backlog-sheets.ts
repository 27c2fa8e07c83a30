import { useNamed, useWords } from '../words/language.tsx';
import { BACKLOG_COLUMNS, type BacklogRow } from './backlog-rows.ts';
import { useColumnLabel } from './backlog-table.tsx';
import { backlogWords } from './backlog-words.ts';
import type { Sheet } from './sheets.ts';
import { type Backlog, BACKLOG_AGES } from './use-backlog.ts';

/** The table, for a file; undefined until it is there. */
export function useBacklogSheets(
  total: Backlog['total'] | undefined,
  rows: readonly BacklogRow[] | undefined,
): readonly Sheet[] | undefined {
  const words = useWords(backlogWords);
  const named = useNamed();
  const label = useColumnLabel();
  if (total === undefined || rows === undefined) return undefined;
  const line = (name: string, { open, ages, oldest, pace }: Backlog['total']) => [
    name,
    open,
    ...BACKLOG_AGES.map((age) => ages[age]),
    oldest?.workingDays ?? null,
    pace.days === null ? null : Math.round(pace.days),
  ];
  return [
    {
      name: words.title,
      head: BACKLOG_COLUMNS.map(label),
      rows: [...rows.map((row) => line(named(row), row)), line(words.total, total)],
    },
  ];
}
