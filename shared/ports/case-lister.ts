import type { Case, JurisdictionId } from '../domain/case.ts';

export interface CasePage {
  readonly cases: readonly Case[];
  /** Where the next page begins; undefined after the last one. */
  readonly next: string | undefined;
}

/** Every case there is, for recounting and rebuilding. Reads the whole table: never on a request path. */
export interface CaseLister {
  /**
   * A page from `after` on, or the first one, which may be empty. Page by page each case comes once, in no particular order, as
   * it was when its page was read. They hold every case whose creation was acknowledged before the first page was asked for, in the
   * version of then or a later one.
   */
  page(jurisdictionId: JurisdictionId, after: string | undefined): Promise<CasePage>;
}
