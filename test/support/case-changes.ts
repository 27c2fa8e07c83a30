import { digest } from '../../shared/adapters/system/digest.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { caseKeyFrom } from '../../shared/adapters/system/sealing.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { CaseAction } from '../../shared/domain/case-lifecycle.ts';
import { decideLog, type LogInput } from '../../shared/domain/decisions/log-case.ts';
import { likenessOf } from '../../shared/domain/text/likeness.ts';
import { PersonalData, wordsOf } from '../../shared/domain/personal-data.ts';
import { makeTrackingCode } from '../../shared/domain/tracking-code.ts';
import type { CaseChange, NewCase, StoredCase } from '../../shared/ports/case-repository.ts';
import type { CaseKey } from '../../shared/ports/keys.ts';
import { changeOf } from '../../shared/usecases/case-events.ts';
import { aCase, at, jurisdiction, jurisdictionId } from './case-builder.ts';
import { agent, decided, type Step } from './case-story.ts';

export type Change = CaseChange & { readonly current: Case };

/** 120 characters, as much as a row of a list shows. */
export const LONG_SUMMARY =
  'Mặt đường Nguyễn Trãi đoạn trước chợ Lái Thiêu xuống cấp, nhiều ổ gà sâu, đọng nước khi mưa, xe máy dễ ngã vào buổi tối.';

const DESCRIPTION =
  'Mặt đường trước chợ có nhiều ổ gà lớn, xe máy dễ ngã, nhất là buổi tối khi trời mưa. Bà con đã phản ánh với ' +
  'khu phố nhưng chưa thấy sửa chữa. Đề nghị cơ quan chức năng kiểm tra và khắc phục sớm.';

const fingerprints = fingerprintsFrom('the pepper of tests, which is long enough');
const requestHash = 'rrrrrrrrrrrrrrrrrrrrrr';
/** As long as what KMS gives for an AES-256 key. */
const WRAPPED_KEY = Buffer.alloc(184, 7).toString('base64url');

const keyOf = (current: Pick<Case, 'jurisdictionId' | 'caseId'>): CaseKey =>
  caseKeyFrom(Buffer.alloc(32, 1), WRAPPED_KEY, current);

type Report = Omit<LogInput, 'trackingCode'>;

export interface ReportedCase {
  /** Tells one case from another: everything that is unique in it follows from this. */
  readonly number: number;
  readonly at?: string;
  readonly matter?: Partial<Report>;
  readonly callerIndex?: string | null;
  readonly personalData?: Partial<PersonalData>;
}

/** A call as `log-case` would store it: a broken road in Lái Thiêu unless told otherwise. */
export async function aNewCase(reported: ReportedCase): Promise<NewCase> {
  const { number, at: local = '2020-03-05 09:00', matter, callerIndex = null } = reported;
  const caseId = await fingerprints.caseId({
    jurisdictionId,
    channel: 'phone',
    actor: agent.id,
    idempotencyKey: String(number),
  });
  const body = decideLog(
    {
      ...aMatter(),
      ...matter,
      trackingCode: makeTrackingCode(Buffer.from(caseId)),
    },
    { by: agent, at: at(local), jurisdiction },
  );
  if (!body.ok) throw new Error(body.error.code);
  const ref = { jurisdictionId, caseId };
  const personalData = PersonalData.parse({ ...CALLER, ...reported.personalData });
  const change = changeOf(
    {
      ref,
      current: undefined,
      body: body.value,
      status: 'received',
      by: anAgent,
      at: at(local),
      requestHash,
      sealedText: null,
      previousHash: null,
      wakeAt: null,
      likeness: Buffer.from(likenessOf(wordsOf(personalData), 'tests') ?? []).toString('base64url'),
      jurisdiction,
    },
    digest,
  );
  return {
    ...change,
    current: undefined,
    sealedPersonalData: keyOf(change.next).seal(JSON.stringify(personalData)),
    wrappedKey: WRAPPED_KEY,
    callerIndex,
  };
}

/** What a step makes of a case, as `change-case` would store it. */
export function aChange<A extends CaseAction>(
  stored: Omit<StoredCase, 'wrappedKey' | 'sealedPersonalData'>,
  action: A,
  { text, ...step }: Step<A> & { readonly text?: string },
): Change {
  const { case: current, lastHash, wakeAt, likeness } = stored;
  const decision = decided(current, action, step);
  if (!decision.ok) throw new Error(`${action} was refused: ${JSON.stringify(decision.error)}`);
  const { jurisdictionId: _, caseId } = current;
  const sealedText = text === undefined ? null : keyOf(current).seal(text);
  const change = changeOf(
    {
      ref: { jurisdictionId, caseId },
      current,
      ...decision.value,
      by: { ...step.by, id: SUBJECT },
      at: at(step.at),
      requestHash,
      sealedText,
      previousHash: lastHash,
      wakeAt,
      likeness,
      jurisdiction,
    },
    digest,
  );
  return { ...change, current };
}

/** What is stored once the change is: the ground of the next one. */
export const storedBy = ({ next, event, wakeAt, likeness }: CaseChange) => ({
  case: next,
  lastHash: event.hash,
  wakeAt,
  likeness,
});

/** As long as the subject of an access token. */
const SUBJECT = '3f0c2a56-1d7b-4f0e-9f3c-5f1a2b3c4d5e';
const anAgent = { ...agent, id: SUBJECT };

const CALLER = {
  name: 'Nguyễn Thị Thanh Hoa',
  phone: '+84912345678',
  email: null,
  address: '12/4 Nguyễn Trãi, khu phố Chợ, Lái Thiêu',
  description: DESCRIPTION,
  place: 'trước chợ Lái Thiêu',
};

const aMatter = (): Report => {
  const { serviceCode, areaCode } = aCase({ serviceCode: 'road-damage', areaCode: '25966' });
  return { class: null, serviceCode, areaCode, channel: 'phone', summary: LONG_SUMMARY };
};
