import fc from 'fast-check';
import { type Actor, CITIZEN, SYSTEM } from '../../shared/domain/actor.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import {
  type Case,
  CaseId,
  Judgement,
  latestRound,
  participants,
  ReturnReason,
} from '../../shared/domain/case.ts';
import { CHANNELS } from '../../shared/domain/channel.ts';
import type { CaseEvent, EventBody } from '../../shared/domain/case-events.ts';
import { evolve } from '../../shared/domain/case-evolve.ts';
import {
  type CaseAction,
  CASE_ACTIONS,
  lifecycle,
  type Rule,
} from '../../shared/domain/case-lifecycle.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import { type Command, decide } from '../../shared/domain/decide.ts';
import type { DecisionError } from '../../shared/domain/decisions/context.ts';
import { decideLog } from '../../shared/domain/decisions/log-case.ts';
import { chain } from '../../shared/domain/hash-chain.ts';
import { anActor, aProposal, jurisdiction, jurisdictionId } from './case-builder.ts';

const CASE_ID = CaseId.parse('a'.repeat(26));
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Few departments, so that they meet again in one case; services with and without parts, of every unit of time. */
const departments = [...jurisdiction.departments.keys()].filter((code) =>
  ['TA', 'DA', 'SXD', 'SGTVT', 'CA'].includes(code),
);
const services = [...jurisdiction.services.keys()].filter((code) =>
  ['street-light', 'traffic-signal', 'traffic-accident', 'proc-land', 'info-hotline'].includes(
    code,
  ),
);
const areas = [...jurisdiction.areas.keys()].filter((code) => ['725', '25966'].includes(code));

const wish = fc.record({
  /** What moves the case on, or what comes to mind: most of that is refused. */
  sensible: fc.constantFrom(true, true, true, false),
  action: fc.nat(),
  actor: fc.nat(),
  waitsMs: fc.oneof(
    fc.constant(0),
    fc.nat(10 * 60_000),
    fc.nat(2 * DAY_MS),
    fc.integer({ min: 14 * DAY_MS, max: 16 * DAY_MS }),
  ),
  serviceCode: fc.option(fc.constantFrom(...services), { nil: undefined }),
  areaCode: fc.option(fc.constantFrom(...areas), { nil: null }),
  caseClass: fc.constantFrom(undefined, undefined, 'information' as const),
  lead: fc.option(fc.constantFrom(...departments), { nil: undefined }),
  supporting: fc.option(fc.uniqueArray(fc.constantFrom(...departments), { maxLength: 3 }), {
    nil: undefined,
  }),
  reason: fc.constantFrom(...ReturnReason.options),
  judgement: fc.constantFrom(...Judgement.options),
  releases: fc.boolean(),
  extendsByDays: fc.integer({ min: -1, max: 7 }),
  roundsBack: fc.constantFrom(0, 0, 0, 1),
  into: fc.constantFrom('a', 'a', 'a', 'b'),
});
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

/** What was stored of one case and what it was like after each event, beside what was refused on the way. */
export interface History {
  readonly events: readonly CaseEvent[];
  /** After each event. */
  readonly cases: readonly Case[];
  readonly refusals: readonly Refused[];
}

export interface Refused {
  readonly current: Case;
  readonly command: Command;
  readonly by: Actor;
  readonly error: DecisionError;
}

/** Random commands, sensible and not, by people of every role; ends within and beyond the covered years. */
export const aHistory = (maxSteps = 60): fc.Arbitrary<History> =>
  fc
    .record({
      startsAt: fc.integer({ min: Date.UTC(2019, 0, 2), max: Date.UTC(2027, 11, 28) }),
      channel: fc.constantFrom(...CHANNELS),
      serviceCode: fc.constantFrom(null, ...services),
      areaCode: fc.constantFrom(null, ...areas),
      wishes: fc.array(wish, { minLength: 1, maxLength: maxSteps, size: 'max' }),
    })
    .map(historyOf);

interface Plan extends Pick<Case, 'channel' | 'serviceCode' | 'areaCode'> {
  readonly startsAt: number;
  readonly wishes: readonly Wish[];
}

function historyOf({ startsAt, wishes, ...report }: Plan): History {
  const history = new HistoryDraft(startsAt, report);
  for (const one of wishes) history.tryOut(one);
  return history;
}

class HistoryDraft implements History {
  readonly events: CaseEvent[] = [];
  readonly cases: Case[] = [];
  readonly refusals: Refused[] = [];
  #now: number;

  constructor(startsAt: number, report: Pick<Case, 'channel' | 'serviceCode' | 'areaCode'>) {
    this.#now = startsAt;
    const by = anActor('agent');
    const body = decideLog(
      { ...report, class: null, summary: null, trackingCode: 'T0' },
      { by, at: this.#at(), jurisdiction },
    );
    if (!body.ok) throw new Error(body.error.code);
    this.#store({ body: body.value, status: 'received' }, by);
  }

  tryOut(one: Wish): void {
    const current = this.cases.at(-1);
    if (current === undefined) return;
    this.#now += one.waitsMs;
    const { action, by } = one.sensible ? sensibleStep(one, current) : anyStep(one, current);
    const command = commandFor(action, one, { current, now: this.#now });
    const decision = decide(current, command, { by, at: this.#at(), jurisdiction });
    if (decision.ok) this.#store(decision.value, by);
    else this.refusals.push({ current, command, by, error: decision.error });
  }

  #at(): string {
    return new Date(this.#now).toISOString();
  }

  #store({ body, status }: { body: EventBody; status: Case['status'] }, by: Actor): void {
    const previous = this.events.at(-1);
    const draft = {
      jurisdictionId,
      caseId: CASE_ID,
      version: this.events.length + 1,
      at: this.#at(),
      by,
      status,
      body,
      textHash: body.type === 'NoteAdded' ? digest(`note ${this.events.length}`) : null,
      requestHash: `request ${this.events.length}`,
    };
    const event = chain(draft, previous?.hash ?? null, digest);
    this.events.push(frozen(event));
    this.cases.push(frozen(evolve(this.cases.at(-1), event)));
  }
}

interface Step {
  readonly action: CaseAction;
  readonly by: Actor;
}

const chosen = <T>(values: readonly T[], number: number): T => {
  const value = values[number % values.length];
  if (value === undefined) throw new Error('Nothing to choose from');
  return value;
};

const ofTheHotline: readonly Actor[] = [
  ...(['agent', 'supervisor', 'manager', 'admin', 'auditor'] as const).map((role) => anActor(role)),
  CITIZEN,
  SYSTEM,
];
const STRANGER = DepartmentCode.parse('SYT');

const peopleAround = (current: Case): readonly Actor[] => [
  ...ofTheHotline,
  ...[...participants(current), STRANGER].flatMap((department): Actor[] => [
    { id: 'officer', role: 'officer', department },
    { id: 'lead', role: 'department_lead', department },
  ]),
];

const anyStep = ({ action, actor }: Wish, current: Case): Step => ({
  action: chosen(CASE_ACTIONS, action),
  by: chosen(peopleAround(current), actor),
});

/** How often each is wanted: what moves the case on more often than what ends it or leaves it where it is. */
export const weights: Readonly<Record<CaseAction, number>> = {
  classify: 2,
  propose: 1,
  route: 8,
  return: 3,
  accept: 20,
  'ask-citizen': 3,
  resume: 10,
  'report-progress': 4,
  extend: 12,
  'answer-part': 6,
  answer: 8,
  rate: 10,
  'call-back': 8,
  reopen: 6,
  close: 3,
  reject: 1,
  merge: 1,
  unmerge: 1,
  withdraw: 1,
  escalate: 2,
  'raise-alarm': 4,
  'move-deadlines': 3,
  note: 1,
};

/** Somebody does something that the lifecycle lets them do now. */
function sensibleStep({ action: lots, actor }: Wish, current: Case): Step {
  const ways = CASE_ACTIONS.flatMap((action) => {
    const rules = rulesOf(action).filter(
      (rule) =>
        rule.from.includes(current.status) && standingIn(current, rule, actor) !== undefined,
    );
    return rules.flatMap((rule) => Array<Way>(weights[action]).fill({ action, rule }));
  });
  const { action, rule } = chosen(ways, lots);
  const role = chosen(rule.by, actor);
  return { action, by: { id: role, role, department: standingIn(current, rule, actor) ?? null } };
}

interface Way {
  readonly action: CaseAction;
  readonly rule: Rule;
}

const rulesOf = (action: CaseAction): readonly Rule[] => lifecycle[action];

/** A department that may act by this rule; null where it takes none, undefined where there is none. */
function standingIn(
  { lead, parts }: Case,
  { as }: Rule,
  number: number,
): DepartmentCode | null | undefined {
  if (as === undefined) return null;
  const supporting = parts.flatMap(({ status, department }) =>
    status === 'released' ? [] : [department],
  );
  const leading = lead === null ? [] : [lead];
  const able = { lead: leading, supporting, participant: [...leading, ...supporting] }[as];
  return able[number % able.length];
}

function commandFor(
  action: CaseAction,
  one: Wish,
  { current, now }: { readonly current: Case; readonly now: number },
): Command {
  const { serviceCode, areaCode, caseClass, lead, supporting, reason, judgement } = one;
  const day = Math.floor(
    Math.max(Date.parse(current.answerDueAt ?? current.receivedAt), now) / DAY_MS,
  );
  const open = current.parts.filter(({ status }) => status === 'open');
  const inputs: Partial<Record<CaseAction, object>> = {
    classify: { serviceCode, areaCode, class: caseClass },
    propose: { proposed: aProposal(), waits: one.releases ? null : 'NOT_SURE' },
    route: { lead, supporting },
    return: { reason, proposed: lead ?? null },
    // Ten in the morning, on whatever day of the week
    // Once the deadline has passed, a report comes with a new date.
    'report-progress':
      one.extendsByDays > 2
        ? { committedAt: new Date((day + one.extendsByDays) * DAY_MS + 3 * HOUR_MS).toISOString() }
        : {},
    extend: {
      answerDueAt: new Date((day + one.extendsByDays) * DAY_MS + 3 * HOUR_MS).toISOString(),
    },
    answer: { releasedParts: one.releases ? open.map(({ department }) => department) : [] },
    rate: { round: (latestRound(current)?.number ?? 1) - one.roundsBack, judgement },
    'call-back': callBack(one, now),
    merge: { into: one.into.repeat(26) },
  };
  // The table above holds what each action needs beyond nothing.
  return { action, ...inputs[action] } as Command;
}

const callBack = ({ releases, extendsByDays }: Wish, now: number) =>
  releases
    ? { outcome: 'no_answer' }
    : { outcome: 'call_later', againAt: new Date(now + extendsByDays * DAY_MS).toISOString() };

/** Whoever writes into what was decided on or stored fails. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}
