import { canonicalJson } from './canonical-json.ts';
import type { CaseEvent, DraftEvent } from './case-events.ts';

/** SHA-256 of UTF-8 text, base64url. An argument, so that the domain imports nothing. */
export type Digest = (text: string) => string;

/** Gives the event its place: its hash covers everything it says and the hash of the one before. */
export function chain(draft: DraftEvent, previousHash: string | null, digest: Digest): CaseEvent {
  const linked = { ...draft, previousHash };
  return { ...linked, hash: digest(canonicalJson(linked)) };
}

export type ChainFault = 'GAP' | 'BROKEN_LINK' | 'WRONG_HASH';

/** What the row of the case keeps of its latest event. */
export interface ChainHead {
  readonly version: number;
  readonly hash: string;
}

/**
 * The first event that was changed, removed or put in later; undefined when the history is whole. The head is read
 * from the case's own row: a chain alone cannot show that its last events are missing, or that all of it was written anew.
 */
export function findTampering(
  events: readonly CaseEvent[],
  head: ChainHead,
  digest: Digest,
): { readonly version: number; readonly fault: ChainFault } | undefined {
  for (const [index, { hash, ...linked }] of events.entries()) {
    const fault = faultOf(linked, { hash, position: index + 1, before: events[index - 1], digest });
    if (fault !== undefined) return { version: linked.version, fault };
  }
  return faultAtEnd(events, head);
}

function faultAtEnd(events: readonly CaseEvent[], head: ChainHead) {
  if (events.length !== head.version) {
    return { version: Math.min(events.length, head.version) + 1, fault: 'GAP' } as const;
  }
  return events.at(-1)?.hash === head.hash
    ? undefined
    : ({ version: head.version, fault: 'BROKEN_LINK' } as const);
}

interface Place {
  readonly hash: string;
  readonly position: number;
  readonly before: CaseEvent | undefined;
  readonly digest: Digest;
}

function faultOf(
  linked: Omit<CaseEvent, 'hash'>,
  { hash, position, before, digest }: Place,
): ChainFault | undefined {
  if (linked.version !== position) return 'GAP';
  if (linked.previousHash !== (before?.hash ?? null)) return 'BROKEN_LINK';
  return digest(canonicalJson(linked)) === hash ? undefined : 'WRONG_HASH';
}
