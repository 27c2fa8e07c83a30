import type { Actor } from '../domain/actor.ts';
import type { Case, Instant } from '../domain/case.ts';
import type { CaseEvent, EventBody } from '../domain/case-events.ts';
import { evolve } from '../domain/case-evolve.ts';
import type { DepartmentCode } from '../domain/department.ts';
import { runningClocks } from '../domain/case-clocks.ts';
import { atRiskOf, nextWake } from '../domain/escalation.ts';
import { chain, type Digest } from '../domain/hash-chain.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
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
  /** When time was to look at the case before this. */
  readonly wakeAt: Instant | null;
  readonly likeness: string | null;
  readonly jurisdiction: Jurisdiction;
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
  const next = evolve(current, event);
  return {
    current,
    next,
    event,
    sealedText,
    likeness: happening.likeness,
    wakeAt: wakeAfter(happening, next),
    atRiskAt: atRiskByOwner(next, happening.jurisdiction),
  };
}

/** A returned case has two clocks at the desk; its list goes by the hand-off, which comes first. */
function atRiskByOwner(next: Case, jurisdiction: Jurisdiction): CaseChange['atRiskAt'] {
  const risks: Partial<Record<DepartmentCode | 'desk', Instant>> = {};
  for (const clock of runningClocks(next, jurisdiction)) {
    const at = atRiskOf(clock, next, jurisdiction);
    if (at !== null) risks[clock.department ?? 'desk'] ??= at.toISOString();
  }
  return risks;
}

/**
 * Too early costs little, moving costs each change (docs/adr/0007-clocks.md): a case keeps its place among those that
 * wait unless it would come too late there. What time itself did to it has used that place up.
 */
function wakeAfter({ wakeAt, body, jurisdiction }: Happening, next: Case): Instant | null {
  const needed = nextWake(next, jurisdiction);
  if (needed === null || wakeAt === null || body.type === 'AlarmRaised') return needed;
  return wakeAt < needed ? wakeAt : needed;
}
