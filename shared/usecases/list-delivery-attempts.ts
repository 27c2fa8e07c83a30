import type { AttemptId, DeliveryAttempt } from '../domain/delivery-attempt.ts';
import type { DeliveryLog } from '../ports/delivery-log.ts';
import type { DepartmentRef } from '../ports/delivery-settings.ts';

export type ListDeliveryAttempts = (
  question: DepartmentRef & { readonly limit: number; readonly before?: AttemptId | undefined },
) => Promise<{ readonly attempts: readonly DeliveryAttempt[]; readonly next: AttemptId | null }>;

/** What became of each try at telling the department's own system, latest first. */
export const createListDeliveryAttempts =
  ({ log }: { readonly log: Pick<DeliveryLog, 'list'> }): ListDeliveryAttempts =>
  async ({ limit, ...question }) => {
    // One more than asked for tells whether there is a next page.
    const found = await log.list({ ...question, limit: limit + 1 });
    const attempts = found.slice(0, limit);
    return { attempts, next: found.length > limit ? (attempts.at(-1)?.attemptId ?? null) : null };
  };
