import { lastFourDigits } from '../domain/phone.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { DetailAttempts } from '../ports/detail-attempts.ts';
import type { Clock } from '../ports/system.ts';
import type { TrackCase, TrackedCase, TrackingInput } from './track-case.ts';

export type ProofError = {
  readonly code: 'CASE_NOT_FOUND' | 'DETAILS_REFUSED' | 'TOO_MANY_ATTEMPTS';
};
export type ProveOwner = (
  input: TrackingInput & { readonly phoneLast4: string },
) => Promise<Result<TrackedCase, ProofError>>;

export interface ProveOwnerPorts {
  readonly trackCase: TrackCase;
  readonly attempts: DetailAttempts;
  readonly clock: Clock;
}

/**
 * Opens a citizen's own details to whoever knows the end of the phone number. Every try counts, right or wrong, so
 * that ten thousand endings cannot be tried out.
 */
export const createProveOwner =
  ({ trackCase, attempts, clock }: ProveOwnerPorts): ProveOwner =>
  async ({ phoneLast4, ...input }) => {
    const tracked = await trackCase(input);
    if (!tracked.ok) return tracked;
    const { jurisdictionId, caseId } = tracked.value.case;
    if (!(await attempts.allow({ jurisdictionId, caseId }, clock.now()))) {
      return err({ code: 'TOO_MANY_ATTEMPTS' });
    }
    const { phone } = tracked.value.personalData;
    return phone !== null && lastFourDigits(phone) === phoneLast4
      ? ok(tracked.value)
      : err({ code: 'DETAILS_REFUSED' });
  };
