import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';
import type { CasePlaces } from '../ports/case-places.ts';
import type { CaseRepository } from '../ports/case-repository.ts';

export interface FollowersInput {
  readonly jurisdictionId: JurisdictionId;
  readonly caseId: CaseId;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Followers {
  readonly count: number;
  readonly cases: readonly Case[];
  /** Null on the last page. */
  readonly next: string | null;
}

/** Reports that were merged into a case, newest first, and how many there are in all. For those who see every case. */
export const createListFollowers =
  ({
    cases,
    places,
  }: {
    readonly cases: Pick<CaseRepository, 'find'>;
    readonly places: CasePlaces;
  }) =>
  async ({ jurisdictionId, caseId, limit, cursor }: FollowersInput): Promise<Followers> => {
    const [page, count] = await Promise.all([
      places.followers({ jurisdictionId, of: caseId, limit, after: cursor }),
      places.countFollowers({ jurisdictionId, of: caseId }),
    ]);
    const found = await Promise.all(
      page.followers.map((follower) => cases.find(jurisdictionId, follower.caseId)),
    );
    return {
      count,
      cases: found.flatMap((stored) => (stored === undefined ? [] : [stored.case])),
      next: page.next ?? null,
    };
  };
