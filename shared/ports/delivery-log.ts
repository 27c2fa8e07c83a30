import type { AttemptId, DeliveryAttempt } from '../domain/delivery-attempt.ts';
import type { DepartmentRef } from './delivery-settings.ts';

/** What became of each try at telling a department's own system. Kept for a month, and for a few days longer at most. */
export interface DeliveryLog {
  add(ref: DepartmentRef, attempt: DeliveryAttempt): Promise<void>;
  /** Undefined also for an attempt of another department. */
  find(ref: DepartmentRef, attemptId: AttemptId): Promise<DeliveryAttempt | undefined>;
  /** Latest first, as many as asked for, those before `before` only. */
  list(
    question: DepartmentRef & { readonly limit: number; readonly before?: AttemptId | undefined },
  ): Promise<readonly DeliveryAttempt[]>;
}
