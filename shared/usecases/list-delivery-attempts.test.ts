import { describe, expect, it } from 'vitest';
import { aDeliveryAttempt, department } from '../../test/support/delivery-builder.ts';
import { InMemoryDeliveryLog } from '../adapters/memory/in-memory-delivery-log.ts';
import { JurisdictionId } from '../domain/case.ts';
import { createListDeliveryAttempts, LOOKED_AT_LIMIT } from './list-delivery-attempts.ts';

const FIRST = Date.parse('2020-03-05T02:00:00.000Z');
const FAILURE = { code: 'WEBHOOK_FAILED', because: 'STATUS', status: 503, cause: null };

/** A log of as many tries, a second apart; those that are named by their number, from the latest, failed. */
async function setup({ tries, failed }: { tries: number; failed: readonly number[] }) {
  const log = new InMemoryDeliveryLog();
  const ref = { jurisdictionId: JurisdictionId.parse('binh-duong'), department: department('TA') };
  for (let number = 0; number < tries; number += 1) {
    const at = new Date(FIRST - number * 1000).toISOString();
    const failure = failed.includes(number) ? FAILURE : null;
    await log.add(ref, aDeliveryAttempt({ at, failure }));
  }
  const list = createListDeliveryAttempts({ log });
  return (question: Partial<Parameters<typeof list>[0]>) => list({ ...ref, limit: 2, ...question });
}

describe('the log of deliveries', () => {
  it('comes page by page, of everything or of what failed alone', async () => {
    const read = await setup({ tries: 5, failed: [1, 3, 4] });
    const all = await read({ limit: 5 });
    expect(all).toMatchObject({ attempts: { length: 5 }, next: null });
    const first = await read({ outcome: 'failed' });
    expect(first.attempts).toEqual([all.attempts[1], all.attempts[3]]);
    const rest = await read({ outcome: 'failed', before: first.next ?? undefined });
    expect(rest).toEqual({ attempts: [all.attempts[4]], next: null });
  });

  it('goes on where a page of failures ends with nothing found', async () => {
    const read = await setup({ tries: LOOKED_AT_LIMIT + 3, failed: [LOOKED_AT_LIMIT + 1] });
    const first = await read({ outcome: 'failed' });
    expect(first.attempts).toEqual([]);
    const rest = await read({ outcome: 'failed', before: first.next ?? undefined });
    expect(rest).toMatchObject({ attempts: [{ failure: FAILURE }], next: null });
  });
});
