import type { Case, CaseId, JurisdictionId } from '../../domain/case.ts';
import type { CallerPhones, CaseHeads } from '../../ports/case-heads.ts';
import type { InMemoryCaseRepository, KeptCase } from './in-memory-case-repository.ts';

export class InMemoryCaseHeads implements CaseHeads, CallerPhones {
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  heads(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, Case>> {
    const found = this.#of(jurisdictionId, caseIds).map((kept) => kept.case);
    return Promise.resolve(new Map(found.map((current) => [current.caseId, current])));
  }

  withPhone(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlySet<CaseId>> {
    const found = this.#of(jurisdictionId, caseIds).filter(
      ({ callerIndex }) => callerIndex !== null,
    );
    return Promise.resolve(new Set(found.map((kept) => kept.case.caseId)));
  }

  #of(jurisdictionId: JurisdictionId, caseIds: readonly CaseId[]): readonly KeptCase[] {
    return this.#cases
      .all()
      .filter(
        (kept) => kept.case.jurisdictionId === jurisdictionId && caseIds.includes(kept.case.caseId),
      );
  }
}
