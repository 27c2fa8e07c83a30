import { statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { localOf } from '../parts/zone.ts';
import { useServices } from '../platform/services.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { backlogWords } from './backlog-words.ts';
import { casesWords } from './cases-words.ts';
import type { Sheet } from './sheets.ts';
import type { BacklogCases } from './use-backlog.ts';

/** The list as a table for a file; times are the province's. */
export function useBacklogCasesSheet(
  rows: BacklogCases | undefined,
  name: string,
): Sheet | undefined {
  const words = useWords(casesWords);
  const { workingDays } = useWords(backlogWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const { timeZone } = useServices().config;
  if (rows === undefined) return undefined;
  return {
    name,
    head: [...[words.code, words.summary, words.status, words.lead, words.receivedAt, workingDays]],
    rows: rows.map((row) => [
      ...[row.trackingCode, row.summary, named(statusNames[row.status])],
      names.department(row.lead),
      localOf(row.receivedAt, timeZone).replace('T', ' '),
      row.workingDays,
    ]),
  };
}
