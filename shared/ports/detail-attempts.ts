import type { CaseRef } from './keys.ts';

/** Counts look-ups of a citizen's details, so that four digits cannot be guessed. */
export interface DetailAttempts {
  /** Counts one attempt; false when the limit of the running hour was already reached. */
  allow(ref: CaseRef, now: Date): Promise<boolean>;
}
