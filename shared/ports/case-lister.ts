import type { Case, JurisdictionId } from '../domain/case.ts';

/** Every case there is, for recounting and rebuilding. Reads the whole table: never on a request path. */
export interface CaseLister {
  /**
   * In no particular order, each case once, as it was when its page was read. Holds every case whose creation was
   * acknowledged before the first page was asked for, in the version of then or a later one.
   */
  pages(jurisdictionId: JurisdictionId): AsyncIterable<readonly Case[]>;
}
