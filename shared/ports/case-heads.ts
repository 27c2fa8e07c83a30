import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';

/** Cases as they are now, many at once, without what is sealed. May lag behind a write by a moment. */
export interface CaseHeads {
  /** One that does not exist is missing. */
  heads(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, Case>>;
}
