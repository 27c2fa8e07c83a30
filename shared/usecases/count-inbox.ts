import type { CaseStatus, JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { Digest } from '../domain/hash-chain.ts';
import { INBOX_LISTS, type InboxList, inboxListsOf } from '../domain/inbox.ts';
import { rowState } from '../domain/row-clock.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistRow, Worklists } from '../ports/worklists.ts';

const STATUSES: readonly CaseStatus[] = ['routed', 'in_progress', 'awaiting_citizen', 'answered'];
/** Rows read at a time: 500 of the longest are well below the 1 MB of one reading. */
const READ_PAGE = 500;
/** Most rows counted under one status: 300 read units. A department that owes more has other troubles than a number. */
const COUNTED_MAX = 5_000;

export interface InboxCounts {
  readonly counts: Readonly<Record<InboxList, number>>;
  /** False when there were more rows than are counted: the numbers are then the least. */
  readonly complete: boolean;
  /** Another one whenever a row has come, gone or changed: a screen that sees the same need not read its list again. */
  readonly fingerprint: string;
}

export type CountInbox = (question: {
  readonly jurisdictionId: JurisdictionId;
  readonly owner: DepartmentCode;
}) => Promise<InboxCounts>;

export interface CountInboxPorts {
  readonly worklists: Worklists;
  readonly clock: Clock;
  readonly digest: Digest;
}

/** How many rows each list of the inbox has at this moment, counted from the rows: time moves them between lists. */
export const createCountInbox =
  ({ worklists, clock, digest }: CountInboxPorts): CountInbox =>
  async (question) => {
    const at = clock.now();
    const lists = await Promise.all(
      STATUSES.map((status) => rowsUnder(worklists, { ...question, status })),
    );
    const rows = lists.flatMap((list) => list.rows);
    const listed = rows.flatMap((row) =>
      inboxListsOf({ status: row.status, state: rowState({ row, at }) }),
    );
    const counts = Object.fromEntries(
      INBOX_LISTS.map((name) => [name, listed.filter((one) => one === name).length]),
    ) as InboxCounts['counts']; // One entry for each name.
    return {
      counts,
      complete: lists.every(({ complete }) => complete),
      fingerprint: digest(rows.map(rowMark).join(' ')),
    };
  };

const rowMark = ({ caseId, version, status, dueAt }: WorklistRow): string =>
  [caseId, version, status, dueAt].join('#');

interface StatusQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly owner: DepartmentCode;
  readonly status: CaseStatus;
}

/** Every row that an owner has under one status, or the first thousands of them. */
export async function rowsUnder(worklists: Worklists, question: StatusQuestion) {
  const rows: WorklistRow[] = [];
  let after: string | undefined;
  do {
    const page = await worklists.list({ ...question, limit: READ_PAGE, after });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined && rows.length < COUNTED_MAX);
  return { rows, complete: after === undefined };
}
