import type { CaseId, JurisdictionId } from '../../domain/case.ts';
import type { CaseFinder } from '../../ports/worklists.ts';
import type { InMemoryCaseRepository, KeptCase } from './in-memory-case-repository.ts';

export class InMemoryCaseFinder implements CaseFinder {
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  byTrackingCode(
    jurisdictionId: JurisdictionId,
    trackingCode: string,
  ): Promise<CaseId | undefined> {
    const found = this.#of(jurisdictionId).find((kept) => kept.case.trackingCode === trackingCode);
    return Promise.resolve(found?.case.caseId);
  }

  byCaller(
    jurisdictionId: JurisdictionId,
    callerIndex: string,
    limit: number,
  ): Promise<readonly CaseId[]> {
    const found = this.#of(jurisdictionId)
      .filter((kept) => kept.callerIndex === callerIndex)
      .sort((a, b) => (a.case.receivedAt > b.case.receivedAt ? -1 : 1));
    return Promise.resolve(found.slice(0, limit).map((kept) => kept.case.caseId));
  }

  #of(jurisdictionId: JurisdictionId): readonly KeptCase[] {
    return this.#cases.all().filter((kept) => kept.case.jurisdictionId === jurisdictionId);
  }
}
