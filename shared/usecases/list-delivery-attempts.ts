import type { AttemptId, DeliveryAttempt } from '../domain/delivery-attempt.ts';
import type { DeliveryLog } from '../ports/delivery-log.ts';
import type { DepartmentRef } from '../ports/delivery-settings.ts';

/**
 * Tries that are looked at for one page of those that failed: 13 read units. Where few of them failed, the page is short, or
 * empty, and its `next` goes on.
 */
export const LOOKED_AT_LIMIT = 200;
/** Tries that are looked at together. */
const CHUNK = 100;

export interface DeliveryAttemptsQuestion extends DepartmentRef {
  readonly limit: number;
  readonly before?: AttemptId | undefined;
  /** Only those that the department's system did not take. */
  readonly outcome?: 'failed' | undefined;
}

export type ListDeliveryAttempts = (question: DeliveryAttemptsQuestion) => Promise<{
  readonly attempts: readonly DeliveryAttempt[];
  readonly next: AttemptId | null;
}>;

/** What became of each try at telling the department's own system, latest first. */
export const createListDeliveryAttempts =
  ({ log }: { readonly log: Pick<DeliveryLog, 'list'> }): ListDeliveryAttempts =>
  async ({ limit, outcome, ...question }) => {
    const attempts: DeliveryAttempt[] = [];
    // One more than asked for tells whether there is a next page.
    const chunk = outcome === undefined ? limit + 1 : CHUNK;
    let { before } = question;
    for (let lookedAt = 0; lookedAt < LOOKED_AT_LIMIT; lookedAt += chunk) {
      const found = await log.list({ ...question, before, limit: chunk });
      attempts.push(...(outcome === undefined ? found : found.filter(hasFailed)));
      if (attempts.length > limit) return pageOf(attempts.slice(0, limit));
      if (found.length < chunk) return { attempts, next: null };
      before = found.at(-1)?.attemptId;
    }
    return { attempts, next: before ?? null };
  };

const hasFailed = ({ failure }: DeliveryAttempt): boolean => failure !== null;

const pageOf = (attempts: readonly DeliveryAttempt[]) => ({
  attempts,
  next: attempts.at(-1)?.attemptId ?? null,
});
