import type { Actor } from '../domain/actor.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Case, CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import { replay } from '../domain/case-evolve.ts';
import { type Command, decide } from '../domain/decide.ts';
import type { DecisionError } from '../domain/decisions/context.ts';
import type { Digest } from '../domain/hash-chain.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { canSee } from '../domain/permissions.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { needsWords } from '../domain/routing-rule-match.ts';
import type { CaseRepository, StoredCase, VersionConflict } from '../ports/case-repository.ts';
import type { CaseKeys, Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import { changeOf } from './case-events.ts';
import { openWords } from './read-case.ts';

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
 * A change that met another one is decided anew this often, unless it was made for another version. A sweep that is late
 * climbs every rung of a case at once, and whoever works on it then is not to be sent away for that.
 */
const TRIES = 16;

/**
 * The one way in which a case changes after it was logged. Safe to retry: the same request on the same version gives
 * the result that it gave before. Nothing happens after the write; the stream does the telling.
 */
export const createChangeCase =
  (ports: ChangeCasePorts): ChangeCase =>
  async (input) => {
    const requestHash = await ports.fingerprints.sign('request', requestOf(input));
    for (let tries = 1; ; tries += 1) {
      const result = await change({ input, requestHash }, ports);
      if (result !== 'CHANGED_MEANWHILE') return result;
      if (tries === TRIES) return conflict(input, ports.cases);
    }
  };

interface Request {
  readonly input: ChangeCaseInput;
  readonly requestHash: string;
}

async function change(
  request: Request,
  ports: ChangeCasePorts,
): Promise<Result<Case, ChangeCaseError> | 'CHANGED_MEANWHILE'> {
  const { jurisdictionId, caseId, by } = request.input;
  const stored = await ports.cases.find(jurisdictionId, caseId);
  if (stored === undefined) return err({ code: 'CASE_NOT_FOUND' });
  if (!visible(stored.case, by)) return asItLeftThem({ ...request, stored }, ports.cases);
  const since = await whatCameSince({ ...request, stored }, ports.cases);
  if (since !== undefined)
    return since.requestHash === request.requestHash ? ok(stored.case) : changed(stored.case);
  const result = await decideAndSave({ ...request, stored }, ports);
  if (result.ok) return result;
  if (await wasServed({ ...request, stored }, ports.cases)) return ok(stored.case);
  return result.error.code === 'VERSION_CONFLICT' ? 'CHANGED_MEANWHILE' : result;
}

/**
 * A case that is none of the actor's business does not exist for them. Who gave it away and did not hear the answer
 * gets that answer again: the case as their change made it, and nothing of what became of it.
 */
async function asItLeftThem(
  request: Stored,
  cases: CaseRepository,
): Promise<Result<Case, ChangeCaseError>> {
  const { requestHash } = request;
  const current = request.stored.case;
  const since = await whatCameSince(request, cases);
  if (since?.requestHash !== requestHash) return err({ code: 'CASE_NOT_FOUND' });
  const dossier = await cases.dossier(current.jurisdictionId, current.caseId);
  const history = dossier?.events.map(({ event }) => event) ?? [];
  const made = history.findIndex((event) => event.requestHash === requestHash);
  return ok(replay(history.slice(0, made + 1)));
}

interface Stored extends Request {
  readonly stored: StoredCase;
}

async function decideAndSave(
  { stored, input, requestHash }: Stored,
  ports: ChangeCasePorts,
): Promise<Result<Case, ChangeCaseError>> {
  const { jurisdictionId, caseId, command, by, text } = input;
  const at = notBefore(stored.case, ports.clock.now());
  const words = await wordsFor(command, stored, ports);
  const decision = decide(stored.case, command, {
    by,
    at,
    words,
    jurisdiction: ports.jurisdiction,
  });
  if (!decision.ok) return decision;
  const ref = { jurisdictionId, caseId };
  const happening = { ref, by, at, requestHash, ...decision.value };
  return save({ stored, happening, text }, ports);
}

/** The citizen's words are opened only for a routing that is left to rules which look at words. */
async function wordsFor(
  command: Command,
  stored: StoredCase,
  { keys, jurisdiction }: ChangeCasePorts,
): Promise<string | undefined> {
  const leftToRules = command.action === 'route' && command.lead === undefined;
  return leftToRules && needsWords(jurisdiction.rules) ? openWords(stored, keys) : undefined;
}

/** Two machines' clocks differ by moments, and a moved one by more: the history of a case never runs backwards. */
function notBefore({ changedAt }: Case, now: Date): Instant {
  const at = now.toISOString();
  return at > changedAt ? at : changedAt;
}

/**
 * The first event after the version that the caller had read, those left out that no reader has to know of. Undefined when
 * there is none, and the change may be decided.
 */
async function whatCameSince(
  { input: { by, expectedVersion }, stored }: Stored,
  cases: CaseRepository,
): Promise<Pick<CaseEvent, 'requestHash'> | undefined> {
  const { jurisdictionId, caseId, version } = stored.case;
  const read = expectedVersion ?? version;
  if (read > version) return NEVER_READ;
  for (let made = read + 1; made <= version; made += 1) {
    const event = await cases.eventAt(jurisdictionId, caseId, made);
    if (event === undefined || !changesNothingFor(by, event)) return event ?? NEVER_READ;
  }
  return undefined;
}

/**
 * Nobody has to read a case again because time passed, and no person because the machine has said meanwhile what it
 * thinks of it. Once it has routed the case, they do.
 */
const changesNothingFor = (reader: Actor, { by, body: { type } }: CaseEvent): boolean =>
  type === 'AlarmRaised' ||
  (reader.role !== 'system' &&
    (type === 'CaseProposed' || (type === 'CaseClassified' && by.role === 'system')));

/** No request has an empty fingerprint. */
const NEVER_READ = { requestHash: '' };

/** A request without a version was served before if it made the case what it is, but for what no reader has to know of. */
async function wasServed(
  { stored, input, requestHash }: Stored,
  cases: CaseRepository,
): Promise<boolean> {
  if (input.expectedVersion !== undefined) return false;
  const { jurisdictionId, caseId, version } = stored.case;
  for (let made = version; made > 0; made -= 1) {
    const event = await cases.eventAt(jurisdictionId, caseId, made);
    if (event === undefined || !changesNothingFor(input.by, event))
      return event?.requestHash === requestHash;
  }
  return false;
}

const changed = ({ version }: Pick<Case, 'version'>): Result<never, VersionConflict> =>
  err({ code: 'VERSION_CONFLICT', currentVersion: version });

async function conflict({ jurisdictionId, caseId }: ChangeCaseInput, cases: CaseRepository) {
  const stored = await cases.find(jurisdictionId, caseId);
  return changed(stored?.case ?? { version: 0 });
}

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

async function save({ stored, happening, text }: Saving, ports: ChangeCasePorts) {
  const { cases, keys, digest, jurisdiction } = ports;
  const sealedText =
    text === undefined ? null : (await keys.open(happening.ref, stored.wrappedKey)).seal(text);
  const { case: current, lastHash: previousHash, wakeAt, likeness } = stored;
  const { event, next, ...change } = changeOf(
    { ...happening, current, sealedText, previousHash, wakeAt, likeness, jurisdiction },
    digest,
  );
  return cases.save({ ...change, current, next, event });
}
