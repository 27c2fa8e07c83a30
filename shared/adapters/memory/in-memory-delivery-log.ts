import type { AttemptId, DeliveryAttempt } from '../../domain/delivery-attempt.ts';
import type { DeliveryLog } from '../../ports/delivery-log.ts';
import type { DepartmentRef } from '../../ports/delivery-settings.ts';

/** A log that lasts as long as the process. */
export class InMemoryDeliveryLog implements DeliveryLog {
  readonly #attempts = new Map<string, ReadonlyMap<AttemptId, DeliveryAttempt>>();

  add(ref: DepartmentRef, attempt: DeliveryAttempt): Promise<void> {
    this.#attempts.set(keyOf(ref), new Map([...this.#of(ref), [attempt.attemptId, attempt]]));
    return Promise.resolve();
  }

  find(ref: DepartmentRef, attemptId: AttemptId): Promise<DeliveryAttempt | undefined> {
    return Promise.resolve(this.#of(ref).get(attemptId));
  }

  list({ limit, before, ...ref }: Parameters<DeliveryLog['list']>[0]) {
    const latestFirst = [...this.#of(ref).values()]
      .filter(({ attemptId }) => before === undefined || attemptId < before)
      .toSorted((a, b) => (a.attemptId < b.attemptId ? 1 : -1));
    return Promise.resolve(latestFirst.slice(0, limit));
  }

  #of(ref: DepartmentRef): ReadonlyMap<AttemptId, DeliveryAttempt> {
    return this.#attempts.get(keyOf(ref)) ?? new Map();
  }
}

const keyOf = ({ jurisdictionId, department }: DepartmentRef) => `${jurisdictionId}#${department}`;
