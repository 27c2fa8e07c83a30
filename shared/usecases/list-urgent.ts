import type { CaseStatus, JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistOwner, WorklistRow, Worklists } from '../ports/worklists.ts';
import { type TimedRow, timedRows } from './timed-rows.ts';

/** A row with whose list it stands in. */
export type UrgentRow = TimedRow & { readonly owner: WorklistOwner };

export type ListUrgent = (question: {
  readonly jurisdictionId: JurisdictionId;
  readonly limit: number;
}) => Promise<readonly UrgentRow[]>;

export interface ListUrgentPorts {
  readonly worklists: Worklists;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/** A part is listed with the work also while its case waits. */
const isRunning = ({ waiting }: WorklistRow): boolean =>
  waiting.every(({ until }) => until !== null);

const AT_WORK: readonly CaseStatus[] = ['routed', 'in_progress'];

/**
 * The most urgent cases of all departments and the desk, by deadline; a case that waits for its citizen is not urgent.
 * Asks every list, which costs half a read unit for each: it is for those who oversee, a few times an hour.
 */
export const createListUrgent =
  ({ worklists, clock, jurisdiction }: ListUrgentPorts): ListUrgent =>
  async ({ jurisdictionId, limit }) => {
    const top = async (owner: WorklistOwner, status: CaseStatus) => {
      const found: (WorklistRow & { readonly owner: WorklistOwner })[] = [];
      let after: string | undefined;
      do {
        const page = await worklists.list({ jurisdictionId, owner, status, limit, after });
        found.push(...page.rows.filter(isRunning).map((row) => ({ ...row, owner })));
        after = page.next;
      } while (after !== undefined && found.length < limit);
      return found;
    };
    const departments = [...jurisdiction.departments.keys()];
    const lists = await Promise.all([
      top('desk', 'received'),
      ...departments.flatMap((owner) => AT_WORK.map((status) => top(owner, status))),
    ]);
    const rows = lists
      .flat()
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
      .slice(0, limit);
    return timedRows(rows, ({ owner }) => owner, { now: clock.now(), jurisdiction });
  };
