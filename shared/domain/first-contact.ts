import type { Case, Instant } from './case.ts';

/**
 * A caller who comes back on the same service within these days was not helped by the first contact: the usual span
 * of call centres for first-contact resolution.
 */
export const REPEAT_DAYS = 7;
const REPEAT_MS = REPEAT_DAYS * 86_400_000;

/** Of the caller's earlier cases the latest that this one comes back to: of the same service, answered by the desk alone. */
export function repeatedBy(
  { serviceCode, at }: { readonly serviceCode: Case['serviceCode']; readonly at: Instant },
  earlier: readonly Case[],
): Case['repeats'] {
  if (serviceCode === null) return null;
  const since = new Date(Date.parse(at) - REPEAT_MS).toISOString();
  const repeated = earlier
    .filter((one) => one.serviceCode === serviceCode && isServedAtDesk(one))
    .filter(({ rounds }) => (rounds.at(-1)?.answeredAt ?? '') >= since)
    .sort((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1));
  return repeated.at(0)?.caseId ?? null;
}

/** Answered at the desk and never sent on. */
export const isServedAtDesk = ({ forwardedAt, rounds }: Pick<Case, 'forwardedAt' | 'rounds'>) =>
  forwardedAt === null && rounds.length > 0;
