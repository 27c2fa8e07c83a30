import { SYSTEM } from '../domain/actor.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { Clock } from '../ports/system.ts';
import type { WorklistOwner, WorklistRow, Worklists } from '../ports/worklists.ts';
import type { ChangeCase } from './change-case.ts';

/** Rows read at a time; a day on which thousands fall due takes several pages, not one large one. */
const PAGE = 100;

export type CloseUnjudged = (
  jurisdictionId: JurisdictionId,
) => Promise<{ readonly closed: number }>;

export interface CloseUnjudgedPorts {
  readonly worklists: Worklists;
  readonly changeCase: ChangeCase;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/**
 * Closes answered cases that nobody may judge any more. Runs late, twice or in parallel without harm: each case is
 * decided anew and written on its own version.
 */
export const createCloseUnjudged =
  (ports: CloseUnjudgedPorts): CloseUnjudged =>
  async (jurisdictionId) => {
    const owners: WorklistOwner[] = ['desk', ...ports.jurisdiction.departments.keys()];
    let closed = 0;
    for (const owner of owners) closed += await closeFor({ jurisdictionId, owner }, ports);
    return { closed };
  };

async function closeFor(
  { jurisdictionId, owner }: { jurisdictionId: JurisdictionId; owner: WorklistOwner },
  { worklists, changeCase, clock }: CloseUnjudgedPorts,
): Promise<number> {
  const dueBefore = clock.now().toISOString();
  let closed = 0;
  let after: string | undefined;
  do {
    const page = await worklists.list({
      jurisdictionId,
      owner,
      status: 'answered',
      limit: PAGE,
      after,
      dueBefore,
    });
    for (const row of page.rows.filter(isOwners)) {
      const { caseId } = row;
      const result = await changeCase({
        jurisdictionId,
        caseId,
        command: { action: 'close' },
        by: SYSTEM,
      });
      if (result.ok) closed += 1;
    }
    after = page.next;
  } while (after !== undefined);
  return closed;
}

/** A supporting department's row shows a case that its lead's list holds too. */
const isOwners = ({ as }: WorklistRow): boolean => as === 'lead';
