import { describe, expect, it } from 'vitest';
import { JurisdictionId } from '../../shared/domain/case.ts';
import type { OpinionBudget } from '../../shared/ports/second-opinion.ts';
import { jurisdictionId } from '../support/case-builder.ts';

const today = { jurisdictionId, day: '2020-03-05' };
const tomorrow = { ...today, day: '2020-03-06' };
const elsewhere = { ...today, jurisdictionId: JurisdictionId.parse('dong-nai') };

/** What every OpinionBudget promises. */
export function opinionBudgetContract(
  name: string,
  withLimit: (dailyLimit: number) => Promise<OpinionBudget>,
): void {
  const taken = async (budget: OpinionBudget, of: typeof today, times: number) => {
    const answers = await Promise.all(Array.from({ length: times }, () => budget.take(of)));
    return answers.filter((allowed) => allowed).length;
  };

  describe(`the budget of second opinions ${name}`, () => {
    it('allows so many in a day, also when all come at once', async () => {
      const budget = await withLimit(5);
      expect(await taken(budget, today, 12)).toBe(5);
      expect(await budget.take(today)).toBe(false);
    });

    it('begins anew with each day, and is each jurisdiction’s own', async () => {
      const budget = await withLimit(2);
      await taken(budget, today, 2);
      expect(await taken(budget, tomorrow, 3)).toBe(2);
      expect(await taken(budget, elsewhere, 3)).toBe(2);
    });
  });
}
