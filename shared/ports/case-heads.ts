import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';

/** Cases as they are now, many at once, without what is sealed. May lag behind a write by a moment. */
export interface CaseHeads {
  /** One that does not exist is missing. */
  heads(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, Case>>;
}

/** Tells whose case can be called back, without opening what is sealed. */
export interface CallerPhones {
  /** Of these cases those whose citizen left a phone number. */
  withPhone(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlySet<CaseId>>;
}
