import { describe, expect, it } from 'vitest';
import type { DetailAttempts } from '../../shared/ports/detail-attempts.ts';
import { aCase, at } from '../support/case-builder.ts';
import { caseIdNumber } from '../support/random-cases.ts';

const ref = aCase();
const other = aCase({ caseId: caseIdNumber(1) });

/** What every DetailAttempts promises. */
export function detailAttemptsContract(name: string, empty: () => Promise<DetailAttempts>): void {
  const tries = async (attempts: DetailAttempts, times: number, when: string) => {
    const answers: boolean[] = [];
    for (let number = 0; number < times; number += 1) {
      answers.push(await attempts.allow(ref, new Date(at(when))));
    }
    return answers;
  };

  describe(`attempts at a citizen's details ${name}`, () => {
    it('are five in an hour of the clock', async () => {
      const attempts = await empty();
      const five = [true, true, true, true, true];
      expect(await tries(attempts, 6, '2020-03-05 09:59')).toEqual([...five, false]);
      expect(await tries(attempts, 6, '2020-03-05 10:00')).toEqual([...five, false]);
    });

    it('are counted for each case apart', async () => {
      const attempts = await empty();
      await tries(attempts, 5, '2020-03-05 09:00');
      expect(await attempts.allow(other, new Date(at('2020-03-05 09:00')))).toBe(true);
    });

    it('that come at the same time are still five', async () => {
      const attempts = await empty();
      const now = new Date(at('2020-03-05 09:00'));
      const answers = await Promise.all(Array.from({ length: 12 }, () => attempts.allow(ref, now)));
      expect(answers.filter((allowed) => allowed)).toHaveLength(5);
    });
  });
}
