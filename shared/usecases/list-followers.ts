import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CasePlaces } from '../ports/case-places.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { Fingerprints } from '../ports/keys.ts';
import { readCursor, writeCursor } from './cursor.ts';

export interface FollowersInput {
  readonly jurisdictionId: JurisdictionId;
  readonly caseId: CaseId;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface Followers {
  /** Of all pages. */
  readonly count: number;
  readonly cases: readonly Case[];
  /** Null on the last page. */
  readonly next: string | null;
}

export type ListFollowers = (
  input: FollowersInput,
) => Promise<Result<Followers, { readonly code: 'CURSOR_INVALID' }>>;

export interface ListFollowersPorts {
  readonly cases: Pick<CaseRepository, 'find'>;
  readonly places: CasePlaces;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
}

/** Reports that were merged into a case itself, newest first, and how many there are. For those who see every case. */
export const createListFollowers =
  ({ cases, places, fingerprints }: ListFollowersPorts): ListFollowers =>
  async ({ jurisdictionId, caseId: of, limit, cursor }) => {
    const list = `followers/${jurisdictionId}/${of}`;
    const sign = (text: string) => fingerprints.sign('cursor', text);
    const after = cursor === undefined ? ok(undefined) : await readCursor(list, cursor, sign);
    if (!after.ok) return after;
    const [page, count] = await Promise.all([
      places.followers({ jurisdictionId, of, limit, after: after.value }),
      places.countFollowers({ jurisdictionId, of }),
    ]);
    const found = await Promise.all(
      page.followers.map((follower) => cases.find(jurisdictionId, follower.caseId)),
    );
    return ok({
      count,
      cases: found.flatMap((stored) => (stored === undefined ? [] : [stored.case])),
      next: page.next === undefined ? null : await writeCursor(list, page.next, sign),
    });
  };
