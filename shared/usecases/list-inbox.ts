import type { CaseStatus, JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';
import {
  inboxFilter,
  type InboxFilter,
  type InboxList,
  inboxListsOf,
  inboxStatuses,
} from '../domain/inbox.ts';
import { ok, type Result } from '../domain/result.ts';
import { worklistPlace } from '../domain/worklist.ts';
import type { WorklistRow } from '../ports/worklists.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { ListWorklistPorts } from './list-worklist.ts';
import { type TimedRow, timedRows } from './timed-rows.ts';

/** Rows read at a time once the first page did not hold enough of what was asked for. */
const READ_PAGE = 100;
/** Most rows that one answer reads: some 55 read units. What it did not reach, the next page does. */
const READ_MAX = 1_000;

export interface InboxQuestion extends InboxFilter {
  readonly jurisdictionId: JurisdictionId;
  readonly owner: DepartmentCode;
  /** Everything under a status, or what is in a list of the inbox now. */
  readonly list: { readonly status: CaseStatus } | { readonly name: InboxList };
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export type ListInbox = (question: InboxQuestion) => Promise<
  Result<
    {
      readonly rows: readonly TimedRow[];
      /** Where rows were sought and few were found, a page may be short, or empty, and not be the last. */
      readonly next: string | null;
    },
    { readonly code: 'CURSOR_INVALID' }
  >
>;

/** One page of a department's inbox, most urgent first. A cursor is good for the lists of the department that got it. */
export const createListInbox = (ports: ListWorklistPorts): ListInbox => {
  const { clock, jurisdiction, fingerprints } = ports;
  const sign = (text: string) => fingerprints.sign('cursor', text);
  return async ({ cursor, limit, list, ...question }) => {
    const { jurisdictionId, owner } = question;
    const inbox = `inbox/${jurisdictionId}/${owner}`;
    const after = cursor === undefined ? ok(undefined) : await readCursor(inbox, cursor, sign);
    if (!after.ok) return after;

    const now = clock.now();
    const isAskedFor = inboxFilter(question, jurisdiction);
    const select = (rows: readonly WorklistRow[]): readonly TimedRow[] =>
      timedRows(rows.filter(isAskedFor), () => owner, { now, jurisdiction }).filter(isOf(list));

    const statuses = statusesOf(list);
    const found: TimedRow[] = [];
    let place = after.value;
    let read = 0;
    let pageRows = limit;
    do {
      const page = await readPage({ ...question, statuses, after: place, limit: pageRows }, ports);
      found.push(...select(page.rows));
      place = page.next;
      read += page.rows.length;
      pageRows = READ_PAGE;
    } while (place !== undefined && found.length < limit && read < READ_MAX);

    const end = endOf(found, limit) ?? place;
    const next = end === undefined ? null : await writeCursor(inbox, end, sign);
    return ok({ rows: found.slice(0, limit), next });
  };
};

const statusesOf = (list: InboxQuestion['list']): readonly CaseStatus[] =>
  'name' in list ? inboxStatuses[list.name] : [list.status];

const isOf =
  (list: InboxQuestion['list']) =>
  (row: TimedRow): boolean =>
    !('name' in list) || inboxListsOf(row).includes(list.name);

/** Where a page ends for which more was found than it takes. */
function endOf(found: readonly TimedRow[], limit: number): string | undefined {
  const last = found[limit - 1];
  return found.length > limit && last !== undefined ? worklistPlace(last) : undefined;
}

interface PageQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly owner: DepartmentCode;
  readonly statuses: readonly CaseStatus[];
  readonly after: string | undefined;
  readonly limit: number;
}

/** The next rows of several statuses together. */
async function readPage(
  { statuses, limit, ...question }: PageQuestion,
  { worklists }: Pick<ListWorklistPorts, 'worklists'>,
) {
  const pages = await Promise.all(
    statuses.map((status) => worklists.list({ ...question, status, limit })),
  );
  const sorted = pages
    .flatMap(({ rows }) => rows)
    .sort((a, b) => (worklistPlace(a) < worklistPlace(b) ? -1 : 1));
  const rows = sorted.slice(0, limit);
  const last = rows.at(-1);
  const isMore = sorted.length > limit || pages.some(({ next }) => next !== undefined);
  return { rows, next: isMore && last !== undefined ? worklistPlace(last) : undefined };
}
