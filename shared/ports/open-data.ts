import type { JurisdictionId } from '../domain/case.ts';
import type { OpenFile, OpenIndex, OpenIssue } from '../domain/open-data/open-issue.ts';
import type { OpenWork } from '../domain/open-data/open-work.ts';
import type { Result } from '../domain/result.ts';

export interface HeldOpenIndex {
  readonly index: OpenIndex;
  /** Names the version that was read; null where there is none yet. */
  readonly tag: string | null;
}

export interface OpenIndexMoved {
  readonly code: 'OPEN_INDEX_MOVED';
}

/** Which file: of an issue of a month, so that none ever changes. */
export type OpenFileRef = Pick<OpenFile, 'dataset' | 'format'> &
  Pick<OpenIssue, 'month' | 'modifiedAt'>;

/** What is published. */
export interface OpenDataIndex {
  find(jurisdictionId: JurisdictionId): Promise<HeldOpenIndex>;
  /** Refused when it is no longer the version that was read. */
  save(jurisdictionId: JurisdictionId, held: HeldOpenIndex): Promise<Result<null, OpenIndexMoved>>;
}

/** The month that is being read, kept between two runs. */
export interface OpenDataWork {
  find(jurisdictionId: JurisdictionId): Promise<OpenWork | undefined>;
  /** Null: nothing is under way. */
  save(jurisdictionId: JurisdictionId, work: OpenWork | null): Promise<void>;
}

export interface OpenDataFiles {
  /** Nobody sees anything of a file before it is whole. */
  write(
    jurisdictionId: JurisdictionId,
    ref: OpenFileRef,
    stretches: Iterable<string>,
  ): Promise<Pick<OpenFile, 'bytes' | 'sha256'>>;
}

export interface OpenDataLinks {
  /** An address from which a file can be fetched for a while. */
  link(jurisdictionId: JurisdictionId, ref: OpenFileRef): Promise<string>;
}
