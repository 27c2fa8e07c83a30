import type { Actor } from '../domain/actor.ts';
import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';
import { type Command, decide } from '../domain/decide.ts';
import type { DecisionError } from '../domain/decisions/context.ts';
import type { Digest } from '../domain/hash-chain.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { canSee } from '../domain/permissions.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CaseRepository, StoredCase, VersionConflict } from '../ports/case-repository.ts';
import type { CaseKeys, CaseRef, Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import { changeOf, requestText } from './case-events.ts';

export interface ChangeCaseInput {
  readonly jurisdictionId: JurisdictionId;
  readonly caseId: CaseId;
  readonly command: Command;
  /** Free text that goes with the action; it is sealed before it is stored. */
  readonly text?: string | undefined;
  readonly by: Actor;
  /** Version that the caller read; undefined for those who act on what they see (citizens, clocks). */
  readonly expectedVersion?: number | undefined;
}

export type ChangeCaseError = DecisionError | VersionConflict | { readonly code: 'CASE_NOT_FOUND' };
export type ChangeCase = (input: ChangeCaseInput) => Promise<Result<Case, ChangeCaseError>>;

export interface ChangeCasePorts {
  readonly cases: CaseRepository;
  readonly keys: CaseKeys;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
  readonly digest: Digest;
  readonly jurisdiction: Jurisdiction;
}

/**
 * The one way in which a case changes after it was logged. Safe to retry: the same request on the same version gives
 * the result that it gave before. Nothing happens after the write; the stream does the telling.
 */
export const createChangeCase = (ports: ChangeCasePorts): ChangeCase => {
  const { cases, fingerprints, clock, jurisdiction } = ports;
  return async ({ jurisdictionId, caseId, command, text, by, expectedVersion }) => {
    const stored = await cases.find(jurisdictionId, caseId);
    // A case that is none of the actor's business does not exist for them.
    if (stored === undefined || !visible(stored.case, by)) return err({ code: 'CASE_NOT_FOUND' });
    const request = { caseId, by: by.id, command, text: text ?? null, expectedVersion };
    const requestHash = await fingerprints.sign('request', requestText(request));
    if (expectedVersion !== undefined && expectedVersion !== stored.case.version) {
      return repeatedOrConflict({ stored, expectedVersion, requestHash }, cases);
    }
    const at = clock.now().toISOString();
    const decision = decide(stored.case, command, { by, at, jurisdiction });
    if (!decision.ok) return decision;
    const happening = { ref: { jurisdictionId, caseId }, by, at, requestHash, ...decision.value };
    const saved = await save({ stored, happening, text }, ports);
    if (saved.ok || expectedVersion === undefined) return saved;
    // Somebody was faster: another person, or this very request on its first try.
    const now = await cases.find(jurisdictionId, caseId);
    return repeatedOrConflict({ stored: now ?? stored, expectedVersion, requestHash }, cases);
  };
};

const visible = (current: Case, by: Actor): boolean =>
  by.role === 'citizen' || by.role === 'system' || canSee(by, current);

interface Saving {
  readonly stored: StoredCase;
  readonly happening: Pick<
    Parameters<typeof changeOf>[0],
    'ref' | 'body' | 'status' | 'by' | 'at' | 'requestHash'
  >;
  readonly text: string | undefined;
}

async function save({ stored, happening, text }: Saving, { cases, keys, digest }: ChangeCasePorts) {
  const sealedText =
    text === undefined ? null : await seal(keys, { ref: happening.ref, stored, text });
  const { event, next } = changeOf(
    { ...happening, current: stored.case, sealedText, previousHash: stored.lastHash },
    digest,
  );
  return cases.save({ current: stored.case, next, event, sealedText });
}

const seal = async (
  keys: CaseKeys,
  { ref, stored, text }: { ref: CaseRef; stored: StoredCase; text: string },
): Promise<string> => (await keys.open(ref, stored.wrappedKey)).seal(text);

interface Repetition {
  readonly stored: StoredCase;
  readonly expectedVersion: number;
  readonly requestHash: string;
}

/** The event that followed the caller's version tells whether it was this request that made it. */
async function repeatedOrConflict(
  { stored, expectedVersion, requestHash }: Repetition,
  cases: CaseRepository,
): Promise<Result<Case, VersionConflict>> {
  const { jurisdictionId, caseId, version } = stored.case;
  const next =
    expectedVersion < version
      ? await cases.eventAt(jurisdictionId, caseId, expectedVersion + 1)
      : undefined;
  return next?.requestHash === requestHash
    ? ok(stored.case)
    : err({ code: 'VERSION_CONFLICT', currentVersion: version });
}
