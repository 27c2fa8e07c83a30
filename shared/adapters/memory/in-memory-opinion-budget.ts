import type { OpinionBudget } from '../../ports/second-opinion.ts';

/** A count for each day. */
export class InMemoryOpinionBudget implements OpinionBudget {
  readonly #dailyLimit: number;
  readonly #asked = new Map<string, number>();

  constructor(dailyLimit: number) {
    this.#dailyLimit = dailyLimit;
  }

  take({ jurisdictionId, day }: Parameters<OpinionBudget['take']>[0]): Promise<boolean> {
    const key = `${jurisdictionId} ${day}`;
    const asked = this.#asked.get(key) ?? 0;
    if (asked >= this.#dailyLimit) return Promise.resolve(false);
    this.#asked.set(key, asked + 1);
    return Promise.resolve(true);
  }
}
