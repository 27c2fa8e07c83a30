import type { JurisdictionId } from '../../domain/case.ts';
import type { CaseLister, CasePage } from '../../ports/case-lister.ts';
import type { InMemoryCaseRepository } from './in-memory-case-repository.ts';

/** Small, so that who reads pages is held to reading several. */
const PAGE = 10;

export class InMemoryCaseLister implements CaseLister {
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  page(jurisdictionId: JurisdictionId, after: string | undefined): Promise<CasePage> {
    const cases = this.#cases.all().map((kept) => kept.case);
    const mine = cases.filter((current) => current.jurisdictionId === jurisdictionId);
    const from = Number(after ?? 0);
    const next = from + PAGE < mine.length ? String(from + PAGE) : undefined;
    return Promise.resolve({ cases: mine.slice(from, from + PAGE), next });
  }
}
