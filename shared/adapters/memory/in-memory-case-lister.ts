import type { Case, JurisdictionId } from '../../domain/case.ts';
import type { CaseLister } from '../../ports/case-lister.ts';
import type { InMemoryCaseRepository } from './in-memory-case-repository.ts';

/** Small, so that who reads pages is held to reading several. */
const PAGE = 10;

export class InMemoryCaseLister implements CaseLister {
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  async *pages(jurisdictionId: JurisdictionId): AsyncIterable<readonly Case[]> {
    const cases = this.#cases.all().map((kept) => kept.case);
    const mine = cases.filter((current) => current.jurisdictionId === jurisdictionId);
    for (let from = 0; from < mine.length; from += PAGE) {
      yield await Promise.resolve(mine.slice(from, from + PAGE));
    }
  }
}
