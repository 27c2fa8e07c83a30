import type { AreaCode } from '../domain/area.ts';
import type { CaseId, Instant, JurisdictionId } from '../domain/case.ts';

/** A case as the index of places holds it. */
export interface PlacedCase {
  readonly caseId: CaseId;
  readonly receivedAt: Instant;
  /** Fingerprint of its words (domain/text/likeness.ts), base64url; null where it has none. */
  readonly likeness: string | null;
}

export interface NearQuestion {
  readonly jurisdictionId: JurisdictionId;
  /** Null: cases whose place is not known. */
  readonly areaCode: AreaCode | null;
  /** Only cases received at this instant or later. */
  readonly since: Instant;
  readonly limit: number;
}

export interface ReceivedQuestion {
  readonly jurisdictionId: JurisdictionId;
  /** Null: cases whose place is not known. */
  readonly areaCode: AreaCode | null;
  /** Only cases received from this instant on, and before that one. */
  readonly from: Instant;
  readonly until: Instant;
  readonly limit: number;
  /** Where the page before ended, as given by it. */
  readonly after?: string | undefined;
}

export interface ReceivedPage {
  readonly cases: readonly PlacedCase[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

export interface FollowersQuestion {
  readonly jurisdictionId: JurisdictionId;
  /** The incident. */
  readonly of: CaseId;
  readonly limit: number;
  /** Where the page before ended, as given by it. */
  readonly after?: string | undefined;
}

export interface CountQuestion extends Pick<FollowersQuestion, 'jurisdictionId' | 'of'> {
  readonly upTo?: number;
}

export interface FollowersPage {
  readonly followers: readonly PlacedCase[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/**
 * Cases by where they lie and when they were received; a duplicate lies with the case that it was merged into. May lag
 * behind a write by a moment.
 */
export interface CasePlaces {
  /** Newest first. A case of a district whose commune is not known lies at the district. */
  near(question: NearQuestion): Promise<readonly PlacedCase[]>;
  /** Oldest first, page by page. */
  received(question: ReceivedQuestion): Promise<ReceivedPage>;
  /** Duplicates of a case, newest first. */
  followers(question: FollowersQuestion): Promise<FollowersPage>;
  /** How many there are, to `upTo` where it is given: half a read unit for some fifty, and no more are read. */
  countFollowers(question: CountQuestion): Promise<number>;
}
