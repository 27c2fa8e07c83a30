import type { Actor } from '../../shared/domain/actor.ts';
import { type Case, type CaseId } from '../../shared/domain/case.ts';
import { CHANNELS } from '../../shared/domain/channel.ts';
import {
  allowedActions,
  type CaseAction,
  CASE_ACTIONS,
} from '../../shared/domain/case-lifecycle.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import type { Command } from '../../shared/domain/decide.ts';
import type { PersonalData } from '../../shared/domain/personal-data.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { ChangeCase, ChangeCaseInput } from '../../shared/usecases/change-case.ts';
import type { LogCase, LogCaseInput } from '../../shared/usecases/log-case.ts';
import type { MergeCase } from '../../shared/usecases/merge-case.ts';
import { weights } from '../support/case-histories.ts';
import {
  actorsOf,
  AGENT,
  type Chance,
  commandFor,
  jurisdiction,
  jurisdictionId,
} from '../support/random-cases.ts';

export interface UseCases {
  readonly logCase: LogCase;
  readonly changeCase: ChangeCase;
  readonly mergeCase: MergeCase;
}

export type Answer = Result<Case, { readonly code: string }>;

/** Something that somebody wants, in words that stay the same however often they are sent. */
export interface Request {
  readonly name: string;
  readonly by: Actor;
  /** Undefined for a call: its case gets an id from its key. */
  readonly caseId: CaseId | undefined;
  /** Made for one version of a case, or under a key: sent again, it must be recognised. */
  readonly isRepeatable: boolean;
  /** What was said with it, as it must be found again. */
  readonly words: string | undefined;
  send(): Promise<Answer>;
}

const services = [...jurisdiction.services.keys()];
const areas = [...jurisdiction.areas.keys()];
const WORDS = ['Đường bị ngập sau mưa.', 'Đèn đường không sáng.', 'Đã kiểm tra, xử lý xong.'];

/** Somebody calls. Now and then with a key that was used before, for the same words or for others. */
export function aCall(chance: Chance, { logCase }: UseCases, keys: string[]): Request {
  const used = keys.length > 0 && chance.onceIn(8);
  const idempotencyKey = used ? chance.oneOf(keys) : `key-${keys.length}`;
  if (!used) keys.push(idempotencyKey);
  const personalData = aCaller(chance);
  const input: LogCaseInput = {
    jurisdictionId,
    by: AGENT,
    idempotencyKey,
    matter: {
      class: null,
      serviceCode: chance.onceIn(4) ? null : chance.oneOf(services),
      areaCode: chance.onceIn(4) ? null : chance.oneOf(areas),
      channel: chance.oneOf(CHANNELS),
      summary: null,
    },
    personalData,
  };
  return {
    name: `log ${idempotencyKey}`,
    by: AGENT,
    caseId: undefined,
    isRepeatable: true,
    words: personalData.description,
    send: async () => {
      const logged = await logCase(input);
      return logged.ok ? { ok: true, value: logged.value.case } : logged;
    },
  };
}

const aCaller = (chance: Chance): PersonalData => ({
  name: null,
  phone: chance.onceIn(2) ? `+8491234567${chance.below(10)}` : null,
  email: null,
  address: null,
  description: chance.oneOf(WORDS),
  place: null,
});

/** Somebody acts on a case that they have read, perhaps some time ago. */
export function aChange(chance: Chance, useCases: UseCases, cases: readonly Case[]): Request {
  const current = chance.oneOf(cases);
  const { command, by } = aWish(chance, current, cases);
  // A citizen acts on what they see, and names no version.
  const isRepeatable = by.role !== 'citizen';
  const text = chance.onceIn(2) ? chance.oneOf(WORDS) : undefined;
  const { caseId, version } = current;
  const input: ChangeCaseInput = {
    jurisdictionId,
    caseId,
    command,
    by,
    text,
    expectedVersion: isRepeatable ? readVersion(chance, version) : undefined,
  };
  return {
    name: `${command.action} ${caseId.slice(0, 6)} v${input.expectedVersion ?? '*'} by ${by.id}`,
    by,
    caseId,
    isRepeatable,
    words: text,
    send: () =>
      command.action === 'merge'
        ? useCases.mergeCase({ ...input, into: command.into })
        : useCases.changeCase(input),
  };
}

/** Mostly what is offered to somebody now; sometimes whatever comes to anybody's mind. */
function aWish(chance: Chance, current: Case, cases: readonly Case[]) {
  const people = [...actorsOf(current).filter(({ role }) => role !== 'system'), STRANGER];
  const offers = people.flatMap((by) =>
    allowedActions(current, by).flatMap((action) =>
      Array<Wish>(wanted[action]).fill({ by, action }),
    ),
  );
  const { by, action } =
    offers.length === 0 || chance.onceIn(6)
      ? { by: chance.oneOf(people), action: chance.oneOf(PEOPLES_ACTIONS) }
      : chance.oneOf(offers);
  const command = commandFor(action, chance, { current, cases });
  return {
    by,
    command: command.action === 'extend' ? laterThan(current, command, chance) : command,
  };
}

/** Merges of two cases at once are what is hard about them. */
const wanted = { ...weights, merge: 4 };

interface Wish {
  readonly by: Actor;
  readonly action: CaseAction;
}

function laterThan(current: Case, command: Extract<Command, { action: 'extend' }>, chance: Chance) {
  const day = Math.floor(Date.parse(current.answerDueAt ?? current.receivedAt) / DAY_MS);
  const answerDueAt = new Date((day + chance.below(8)) * DAY_MS + TEN_MS).toISOString();
  return { ...command, answerDueAt };
}

const STRANGER: Actor = {
  id: 'officer-of-another-case',
  role: 'officer',
  department: DepartmentCode.parse('SYT'),
};
const DAY_MS = 24 * 3_600_000;
/** Ten in the morning in the province. */
const TEN_MS = 3 * 3_600_000;
/** What time and the machine do. */
const SYSTEMS_ACTIONS: readonly CaseAction[] = [
  'propose',
  'raise-alarm',
  'move-deadlines',
  'close',
];
const PEOPLES_ACTIONS = CASE_ACTIONS.filter((action) => !SYSTEMS_ACTIONS.includes(action));

/** Mostly the latest; sometimes the one before, seldom one that never was. */
function readVersion(chance: Chance, version: number): number {
  if (chance.onceIn(8)) return Math.max(1, version - 1);
  return chance.onceIn(40) ? version + 5 : version;
}
