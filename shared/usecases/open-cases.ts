import type { CaseStatus, JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { WorklistOwner, WorklistRow, Worklists } from '../ports/worklists.ts';

/** Rows read at a time. */
const PAGE = 100;

/** In every list of open cases there is, or what is left of them after a place. */
export interface OpenCasesQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly jurisdiction: Pick<Jurisdiction, 'departments'>;
  readonly from?: OpenCasesPlace | undefined;
}

/** A list, and where in it the next page begins. */
export interface OpenCasesPlace {
  readonly owner: string;
  readonly status: string;
  readonly after?: string | undefined;
}

export interface OpenCasesPage {
  /** Whose list it is of. */
  readonly owner: WorklistOwner;
  readonly rows: readonly WorklistRow[];
  /** Undefined after the last page of the last list. */
  readonly next: OpenCasesPlace | undefined;
}

/** Pages of the lists of all open cases. A case with supporting departments comes once for each of them. */
export async function* openCases(
  { jurisdictionId, jurisdiction, from }: OpenCasesQuestion,
  worklists: Worklists,
): AsyncGenerator<OpenCasesPage> {
  const lists = listsOf(jurisdiction);
  const first = lists.findIndex(
    ({ owner, status }) => owner === from?.owner && status === from.status,
  );
  // A list that is there no more, since its department went: begin again, which costs only time.
  for (let index = Math.max(first, 0); index < lists.length; index += 1) {
    const list = lists[index];
    if (list === undefined) return;
    let after = index === first ? from?.after : undefined;
    do {
      const page = await worklists.list({ jurisdictionId, ...list, limit: PAGE, after });
      after = page.next;
      const next = after === undefined ? lists[index + 1] : { ...list, after };
      yield { owner: list.owner, rows: page.rows, next };
    } while (after !== undefined);
  }
}

const DESK: readonly CaseStatus[] = ['received', 'awaiting_citizen'];
/** Statuses under which a department has something to do, or waits for it. */
export const OPEN_AT_DEPARTMENT: readonly CaseStatus[] = [
  'routed',
  'in_progress',
  'awaiting_citizen',
];

const listsOf = ({ departments }: Pick<Jurisdiction, 'departments'>) => [
  ...DESK.map((status) => ({ owner: 'desk' as const, status })),
  ...[...departments.keys()].flatMap((owner) =>
    OPEN_AT_DEPARTMENT.map((status) => ({ owner, status })),
  ),
];
