import type { Actor } from '../domain/actor.ts';
import type { Case } from '../domain/case.ts';
import type { CaseEvent, EventBody } from '../domain/case-events.ts';
import { evolve } from '../domain/case-evolve.ts';
import { chain, type Digest } from '../domain/hash-chain.ts';
import type { CaseChange } from '../ports/case-repository.ts';

export interface Happening {
  readonly current: Case | undefined;
  readonly ref: Pick<Case, 'jurisdictionId' | 'caseId'>;
  readonly body: EventBody;
  readonly status: Case['status'];
  readonly by: Actor;
  readonly at: string;
  readonly requestHash: string;
  readonly sealedText: string | null;
  readonly previousHash: string | null;
}

/** The case and the fact that made it so, ready to be stored together. */
export function changeOf(happening: Happening, digest: Digest): CaseChange & { event: CaseEvent } {
  const { current, ref, body, status, by, at, requestHash, sealedText, previousHash } = happening;
  const event = chain(
    {
      ...ref,
      version: (current?.version ?? 0) + 1,
      at,
      by,
      status,
      body,
      textHash: sealedText === null ? null : digest(sealedText),
      requestHash,
    },
    previousHash,
    digest,
  );
  return { current, next: evolve(current, event), event, sealedText };
}
