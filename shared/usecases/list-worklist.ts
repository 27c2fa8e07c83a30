import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistQuestion, Worklists } from '../ports/worklists.ts';
import { type TimedRow, timedRows } from './timed-rows.ts';
import { readCursor, writeCursor } from './cursor.ts';

export type ListWorklist = (
  question: Omit<WorklistQuestion, 'after' | 'dueBefore'> & {
    readonly cursor?: string | undefined;
  },
) => Promise<
  Result<
    { readonly rows: readonly TimedRow[]; readonly next: string | null },
    { readonly code: 'CURSOR_INVALID' }
  >
>;

export interface ListWorklistPorts {
  readonly worklists: Worklists;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/** One page of a queue, most urgent first. A cursor is good only for the list that gave it. */
export const createListWorklist =
  ({ worklists, fingerprints, clock, jurisdiction }: ListWorklistPorts): ListWorklist =>
  async ({ cursor, ...question }) => {
    const { jurisdictionId, owner, status } = question;
    const list = `worklist/${jurisdictionId}/${owner}/${status}`;
    const sign = (text: string) => fingerprints.sign('cursor', text);
    const after = cursor === undefined ? ok(undefined) : await readCursor(list, cursor, sign);
    if (!after.ok) return after;
    const page = await worklists.list({ ...question, after: after.value });
    const next = page.next === undefined ? null : await writeCursor(list, page.next, sign);
    return ok({
      rows: timedRows(page.rows, () => owner, { now: clock.now(), jurisdiction }),
      next,
    });
  };
