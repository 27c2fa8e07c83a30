import { ATTEMPTS_PER_HOUR, attemptsHour } from '../../domain/detail-attempts.ts';
import type { DetailAttempts } from '../../ports/detail-attempts.ts';
import type { CaseRef } from '../../ports/keys.ts';

export class InMemoryDetailAttempts implements DetailAttempts {
  readonly #tries = new Map<string, number>();

  allow({ jurisdictionId, caseId }: CaseRef, now: Date): Promise<boolean> {
    const key = `${jurisdictionId}/${caseId}/${attemptsHour(now)}`;
    const tries = (this.#tries.get(key) ?? 0) + 1;
    this.#tries.set(key, tries);
    return Promise.resolve(tries <= ATTEMPTS_PER_HOUR);
  }
}
