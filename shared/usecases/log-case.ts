import type { Actor } from '../domain/actor.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { Case, CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import { decideLog, type LogInput } from '../domain/decisions/log-case.ts';
import type { DecisionError } from '../domain/decisions/context.ts';
import { repeatedBy } from '../domain/first-contact.ts';
import type { Digest } from '../domain/hash-chain.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { type PersonalData, wordsOf } from '../domain/personal-data.ts';
import { likenessOf } from '../domain/text/likeness.ts';
import { loadNormalisePhone } from '../domain/normalise-phone.ts';
import type { PhoneError } from '../domain/phone.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { makeTrackingCode, TRACKING_CODE_BYTES } from '../domain/tracking-code.ts';
import type { CaseHeads } from '../ports/case-heads.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { CaseKeys, Fingerprints } from '../ports/keys.ts';
import type { Clock, Random } from '../ports/system.ts';
import type { CaseFinder } from '../ports/worklists.ts';
import { changeOf } from './case-events.ts';
import { likenessKey } from './likeness-key.ts';

export interface LogCaseInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly idempotencyKey: string;
  readonly matter: Omit<LogInput, 'trackingCode' | 'repeats'>;
  /** Part of what is asked: another one makes it another request. */
  readonly duplicateOf?: CaseId | undefined;
  /** The phone as dictated. */
  readonly personalData: PersonalData;
}

export type LogCaseError = DecisionError | PhoneError | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

/** `created` is false when the same request had been served before. */
export type LogCase = (
  input: LogCaseInput,
) => Promise<Result<{ readonly case: Case; readonly created: boolean }, LogCaseError>>;

export interface LogCasePorts {
  readonly cases: CaseRepository;
  readonly finder: Pick<CaseFinder, 'byCaller'>;
  readonly heads: CaseHeads;
  readonly keys: CaseKeys;
  readonly fingerprints: Fingerprints;
  readonly clock: Clock;
  readonly random: Random;
  readonly digest: Digest;
  readonly jurisdiction: Jurisdiction;
}

/** A call becomes a case. Repeating the request lands on the same row; the same key for other words is refused. */
export const createLogCase =
  (ports: LogCasePorts): LogCase =>
  async (input) => {
    const { cases, fingerprints, clock, random, jurisdiction } = ports;
    const { jurisdictionId, by, idempotencyKey, matter } = input;
    const personalData = await withNormalPhone(input.personalData);
    if (!personalData.ok) return personalData;
    const trackingCode = makeTrackingCode(random.bytes(TRACKING_CODE_BYTES));
    const at = clock.now().toISOString();
    const { phone } = personalData.value;
    const callerIndex = phone === null ? null : await fingerprints.caller(jurisdictionId, phone);
    const repeats = await repeated({ ...matter, jurisdictionId, callerIndex, at }, ports);
    const body = decideLog({ ...matter, trackingCode, repeats }, { by, at, jurisdiction });
    if (!body.ok) return body;

    const caseId = await fingerprints.caseId({
      jurisdictionId,
      channel: matter.channel,
      actor: by.id,
      idempotencyKey,
    });
    const requestHash = await fingerprints.sign(
      'request',
      canonicalJson({
        // What the machine said of it is no part of what is asked: by the time of a repetition it may say something else.
        matter: { ...matter, proposed: undefined },
        personalData: personalData.value,
        ...(input.duplicateOf !== undefined && { duplicateOf: input.duplicateOf }),
      }),
    );
    const happening = { by, at, requestHash, body: body.value, ref: { jurisdictionId, caseId } };
    const stored = { personalData: personalData.value, callerIndex };
    const created = await cases.create(await newCase(happening, stored, ports));
    if (created.ok) return ok({ case: created.value, created: true });
    const first = await cases.eventAt(jurisdictionId, caseId, 1);
    return first?.requestHash === requestHash
      ? ok({ case: created.error.stored.case, created: false })
      : err({ code: 'IDEMPOTENCY_KEY_REUSED' });
  };

type Happening = Pick<Parameters<typeof changeOf>[0], 'ref' | 'body' | 'by' | 'at' | 'requestHash'>;

interface Stored {
  readonly personalData: PersonalData;
  readonly callerIndex: string | null;
}

async function newCase(
  happening: Happening,
  { personalData, callerIndex }: Stored,
  ports: LogCasePorts,
) {
  const { keys, fingerprints, digest, jurisdiction } = ports;
  const key = await keys.generate(happening.ref);
  const words = likenessOf(wordsOf(personalData), await likenessKey(happening.ref, fingerprints));
  const change = changeOf(
    {
      ...happening,
      status: 'received',
      current: undefined,
      sealedText: null,
      previousHash: null,
      wakeAt: null,
      likeness: words && Buffer.from(words).toString('base64url'),
      jurisdiction,
    },
    digest,
  );
  return {
    ...change,
    current: undefined,
    sealedPersonalData: key.seal(canonicalJson(personalData)),
    wrappedKey: key.wrappedKey,
    callerIndex,
  };
}

/** Who has told more than this within a week is known to the desk by name: the figure looks at the latest. */
const EARLIER_CASES = 5;

/** The earlier case that the caller comes back to, if any. */
async function repeated(
  {
    jurisdictionId,
    serviceCode,
    callerIndex,
    at,
  }: Pick<LogInput, 'serviceCode'> & {
    readonly jurisdictionId: JurisdictionId;
    readonly callerIndex: string | null;
    readonly at: Instant;
  },
  { finder, heads }: LogCasePorts,
): Promise<Case['repeats']> {
  if (callerIndex === null || serviceCode === null) return null;
  const ids = await finder.byCaller(jurisdictionId, callerIndex, EARLIER_CASES);
  const earlier = ids.length === 0 ? [] : (await heads.heads(jurisdictionId, ids)).values();
  return repeatedBy({ serviceCode, at }, [...earlier]);
}

async function withNormalPhone(
  personalData: PersonalData,
): Promise<Result<PersonalData, PhoneError>> {
  if (personalData.phone === null) return ok(personalData);
  const normalisePhone = await loadNormalisePhone();
  const phone = normalisePhone(personalData.phone);
  return phone.ok ? ok({ ...personalData, phone: phone.value }) : phone;
}
