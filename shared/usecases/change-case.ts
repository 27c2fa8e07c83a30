import type { Actor } from '../domain/actor.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import {
  type Case,
  type CaseId,
  type Instant,
  type JurisdictionId,
  latestInstant,
} from '../domain/case.ts';
import { type Command, decide } from '../domain/decide.ts';
import type { DecisionError } from '../domain/decisions/context.ts';
import type { Digest } from '../domain/hash-chain.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { canSee } from '../domain/permissions.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CaseRepository, StoredCase, VersionConflict } from '../ports/case-repository.ts';
import type { CaseKeys, Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import { changeOf } from './case-events.ts';

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

/** Without a version to compare, a change that met another one is decided anew this often. */
const TRIES_WITHOUT_VERSION = 3;

/**
 * The one way in which a case changes after it was logged. Safe to retry: the same request on the same version gives
 * the result that it gave before. Nothing happens after the write; the stream does the telling.
 */
export const createChangeCase =
  (ports: ChangeCasePorts): ChangeCase =>
  async (input) => {
    if (input.expectedVersion !== undefined) return change(input, ports);
    let result = await change(input, ports);
    for (let tries = 1; tries < TRIES_WITHOUT_VERSION && isConflict(result); tries += 1) {
      result = await change(input, ports);
    }
    return result;
  };

async function change(
  input: ChangeCaseInput,
  ports: ChangeCasePorts,
): Promise<Result<Case, ChangeCaseError>> {
  const { jurisdictionId, caseId, by } = input;
  const stored = await ports.cases.find(jurisdictionId, caseId);
  // A case that is none of the actor's business does not exist for them.
  if (stored === undefined || !visible(stored.case, by)) return err({ code: 'CASE_NOT_FOUND' });
  const requestHash = await ports.fingerprints.sign('request', requestOf(input));
  const request = { stored, input, requestHash };
  const { version } = stored.case;
  if ((input.expectedVersion ?? version) !== version) return repeatedOr(request, ports.cases);
  const result = await decideAndSave(request, ports);
  return result.ok ? result : excuse(result, request, ports);
}

async function decideAndSave(
  { stored, input, requestHash }: Repetition,
  ports: ChangeCasePorts,
): Promise<Result<Case, ChangeCaseError>> {
  const { jurisdictionId, caseId, command, by, text } = input;
  const at = notBefore(stored.case, ports.clock.now());
  const decision = decide(stored.case, command, { by, at, jurisdiction: ports.jurisdiction });
  if (!decision.ok) return decision;
  const ref = { jurisdictionId, caseId };
  const happening = { ref, by, at, requestHash, ...decision.value };
  return save({ stored, happening, text }, ports);
}

/** Two machines' clocks differ by moments, and a moved one by more: the history of a case never runs backwards. */
function notBefore(current: Case, now: Date): Instant {
  const latest = latestInstant(current);
  return now.toISOString() > latest ? now.toISOString() : latest;
}

/** A refusal stands unless this very request had already been served, at its first try or by a faster twin. */
async function excuse(
  refusal: Result<Case, ChangeCaseError>,
  request: Repetition,
  { cases }: ChangeCasePorts,
): Promise<Result<Case, ChangeCaseError>> {
  const { jurisdictionId, caseId } = request.input;
  const now = isConflict(refusal) ? await cases.find(jurisdictionId, caseId) : undefined;
  const again = await repeatedOr({ ...request, stored: now ?? request.stored }, cases);
  return again.ok || isConflict(refusal) ? again : refusal;
}

const isConflict = (result: Result<unknown, { readonly code: string }>): boolean =>
  !result.ok && result.error.code === 'VERSION_CONFLICT';

const visible = (current: Case, by: Actor): boolean =>
  by.role === 'citizen' || by.role === 'system' || canSee(by, current);

/** What makes two requests the same one: who asks for what, on what they had read. */
const requestOf = ({ caseId, by, command, text, expectedVersion }: ChangeCaseInput): string =>
  canonicalJson({ caseId, by: by.id, command, text, expectedVersion });

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
    text === undefined ? null : (await keys.open(happening.ref, stored.wrappedKey)).seal(text);
  const { event, next } = changeOf(
    { ...happening, current: stored.case, sealedText, previousHash: stored.lastHash },
    digest,
  );
  return cases.save({ current: stored.case, next, event, sealedText });
}

interface Repetition {
  readonly stored: StoredCase;
  readonly input: ChangeCaseInput;
  readonly requestHash: string;
}

/** The event that followed the caller's version (or the latest) tells whether it was this request that made it. */
async function repeatedOr(
  { stored, input, requestHash }: Repetition,
  cases: CaseRepository,
): Promise<Result<Case, VersionConflict>> {
  const { jurisdictionId, caseId, version } = stored.case;
  const made = (input.expectedVersion ?? version - 1) + 1;
  const event = made <= version ? await cases.eventAt(jurisdictionId, caseId, made) : undefined;
  return event?.requestHash === requestHash
    ? ok(stored.case)
    : err({ code: 'VERSION_CONFLICT', currentVersion: version });
}
