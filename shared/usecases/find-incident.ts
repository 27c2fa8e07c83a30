import type { Case } from '../domain/case.ts';
import type { CaseRepository } from '../ports/case-repository.ts';

/** An incident that was itself found to be a duplicate stands for another; nobody merges a province's cases deeper than that. */
const DEPTH_MAX = 16;

/** The case that is worked on for this one: itself, or the one at the end of what it was merged into. */
export async function findIncident(
  current: Case,
  cases: Pick<CaseRepository, 'find'>,
): Promise<Case> {
  let incident = current;
  for (let depth = 0; depth < DEPTH_MAX && incident.mergedInto !== null; depth += 1) {
    const stored = await cases.find(incident.jurisdictionId, incident.mergedInto);
    if (stored === undefined) return incident;
    incident = stored.case;
  }
  return incident;
}
