import type { CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import type { StoredCase } from './case-repository.ts';

export interface WakeQuestion {
  readonly jurisdictionId: JurisdictionId;
  readonly shard: number;
  /** Cases that are to be looked at by then. */
  readonly until: Instant;
  /** Where the page before ended, as given by it. */
  readonly after?: string | undefined;
}

export interface WakePage {
  readonly caseIds: readonly CaseId[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

/**
 * Cases by the instant at which time itself does something to them (docs/adr/0007-clocks.md). Saving a case queues it;
 * what is queued may be due too early, never too late. May lag behind a write by a moment.
 */
export interface WakeQueue {
  /** Over how many keys the queue is spread; each is read on its own. */
  readonly shards: number;
  due(question: WakeQuestion): Promise<WakePage>;
  /** Queues an unchanged case for another instant, or takes it out; does nothing when it has changed since it was read. */
  rearm(stored: StoredCase, wakeAt: Instant | null): Promise<void>;
}
