import type { Case, CaseId, JurisdictionId } from '../../domain/case.ts';
import type { CaseHeads } from '../../ports/case-heads.ts';
import type { InMemoryCaseRepository } from './in-memory-case-repository.ts';

export class InMemoryCaseHeads implements CaseHeads {
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  heads(
    jurisdictionId: JurisdictionId,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, Case>> {
    const found = this.#cases
      .all()
      .map((kept) => kept.case)
      .filter((one) => one.jurisdictionId === jurisdictionId && caseIds.includes(one.caseId));
    return Promise.resolve(new Map(found.map((current) => [current.caseId, current])));
  }
}
