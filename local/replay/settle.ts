import * as z from 'zod';

const Reconciled = z.object({
  ok: z.literal(true),
  payload: z.object({ isFinished: z.boolean(), behind: z.number(), drift: z.number() }),
});

/** Counting follows the writes by moments; a stream that has not caught up after this many looks stands still. */
const LOOKS = 60;
const BETWEEN_LOOKS_MS = 1_000;

/**
 * Has the nightly function recount every case until the stream has brought all of them; returns how many counters
 * differ from the recount, which must be none.
 */
export async function reconcile(url: string): Promise<number> {
  for (let look = 1; look <= LOOKS; look += 1) {
    const { isFinished, behind, drift } = await recount(url);
    if (isFinished && behind === 0) return drift;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  throw new Error('The statistics have not caught up with the cases');
}

async function recount(url: string) {
  const response = await fetch(new URL('/local/invoke', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ functionName: '1022-local-reconcile-statistics', event: {} }),
  });
  return Reconciled.parse(await response.json()).payload;
}
