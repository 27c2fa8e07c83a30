import type { CaseId, Instant } from '../../domain/case.ts';
import type { StoredCase } from '../../ports/case-repository.ts';
import type { WakePage, WakeQuestion, WakeQueue } from '../../ports/wake-queue.ts';
import type { InMemoryCaseRepository } from './in-memory-case-repository.ts';

/** The wake instants of a store in memory, on one shard. */
export class InMemoryWakeQueue implements WakeQueue {
  readonly shards = 1;
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  due({ jurisdictionId, until }: WakeQuestion): Promise<WakePage> {
    const due = this.#cases
      .all()
      .filter(({ case: { jurisdictionId: of } }) => of === jurisdictionId)
      .filter(({ wakeAt }) => wakeAt !== null && wakeAt <= until)
      .sort((a, b) => ((a.wakeAt ?? '') < (b.wakeAt ?? '') ? -1 : 1));
    const caseIds: CaseId[] = due.map(({ case: { caseId } }) => caseId);
    return Promise.resolve({ caseIds, next: undefined });
  }

  rearm(stored: StoredCase, wakeAt: Instant | null): Promise<void> {
    this.#cases.rearm(stored, wakeAt);
    return Promise.resolve();
  }
}
