import { type Actor, CITIZEN, SYSTEM } from '../../shared/domain/actor.ts';
import {
  type Case,
  CaseId,
  JurisdictionId,
  latestRound,
  participants,
  ReturnReason,
} from '../../shared/domain/case.ts';
import { CHANNELS } from '../../shared/domain/channel.ts';
import type { EventBody } from '../../shared/domain/case-events.ts';
import { evolve } from '../../shared/domain/case-evolve.ts';
import { type CaseAction, CASE_ACTIONS } from '../../shared/domain/case-lifecycle.ts';
import { type Command, decide } from '../../shared/domain/decide.ts';
import { decideLog } from '../../shared/domain/decisions/log-case.ts';
import { Proposed } from '../../shared/domain/proposed.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';

export const { jurisdictionId, jurisdiction } = loadJurisdiction('binh-duong');

/** A small fast generator (mulberry32): the same seed, the same story. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 up to, not including, 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  oneOf<T>(values: readonly T[]): T {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new Error('Nothing to choose from');
    return value;
  }

  /** True once in so many times. */
  onceIn(times: number): boolean {
    return this.below(times) === 0;
  }

  shuffled<T>(values: readonly T[]): T[] {
    return values
      .map((value) => ({ value, order: this.fraction() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);
  }
}

/** Letters of a case id: the number in base 26, filled up in front. */
export const caseIdNumber = (number: number): CaseId =>
  CaseId.parse(
    Array.from({ length: 26 }, (_, place) =>
      String.fromCharCode(97 + (Math.floor(number / 26 ** (25 - place)) % 26)),
    ).join(''),
  );

const START = Date.parse('2019-12-20T00:00:00.000Z');
const HOUR_MS = 3_600_000;
const services = [...jurisdiction.services.keys()];
const areas = [...jurisdiction.areas.keys()];
const departments = [...jurisdiction.departments.keys()];
/** So few that a department which is named by chance may be the one that has the case. */
const FEW = departments.slice(0, 3);

/**
 * Every version of every case of a made-up history, in the order in which they were stored. Cases are logged and
 * changed by the real decisions, so whatever the lifecycle allows comes up: re-classification, returns, new leads,
 * reopenings, merges. Runs over New Year, so that months, years and both cohorts differ.
 */
export function randomHistory(chance: Chance, actions: number): Case[] {
  const latest = new Map<CaseId, Case>();
  const versions: Case[] = [];
  let now = START;
  for (let action = 0; action < actions; action += 1) {
    now += chance.below(16 * HOUR_MS);
    const at = new Date(now).toISOString();
    const next =
      latest.size === 0 || chance.onceIn(6)
        ? aNewCase(chance, { at, number: latest.size })
        : changed(chance, { at, cases: [...latest.values()] });
    if (next === undefined) continue;
    latest.set(next.caseId, next);
    versions.push(next);
  }
  return versions;
}

function aNewCase(chance: Chance, { at, number }: { at: string; number: number }): Case {
  const serviceCode = chance.onceIn(4) ? null : chance.oneOf(services);
  const body = decideLog(
    {
      class: null,
      serviceCode,
      areaCode: chance.onceIn(4) ? null : chance.oneOf(areas),
      channel: chance.oneOf(CHANNELS),
      summary: null,
      trackingCode: `T${number}`,
      proposed: chance.onceIn(3) ? null : aProposal(chance, serviceCode),
      repeats: number > 0 && chance.onceIn(8) ? caseIdNumber(chance.below(number)) : null,
    },
    { at, by: AGENT, jurisdiction },
  );
  if (!body.ok) throw new Error(body.error.code);
  const caseId = caseIdNumber(number);
  return happened(undefined, { body: body.value, status: 'received', at, by: AGENT, caseId });
}

/** Mostly what the agent logged it as, of one of two classifiers. */
function aProposal(chance: Chance, logged: string | null): Proposed {
  const sure = !chance.onceIn(3);
  return Proposed.parse({
    model: chance.oneOf(['1.0', '1.1']),
    service: chance.onceIn(4) ? chance.oneOf([null, ...services]) : logged,
    area: null,
    lead: sure && chance.onceIn(2) ? chance.oneOf(FEW) : null,
    rule: null,
    sure,
  });
}

/** Tries until something is allowed; most of what comes to mind is not. */
function changed(
  chance: Chance,
  { at, cases }: { readonly at: string; readonly cases: readonly Case[] },
): Case | undefined {
  for (let tries = 0; tries < 20; tries += 1) {
    const current = chance.oneOf(cases);
    const command = aCommand(chance, current, cases);
    const by = chance.oneOf(actorsOf(current));
    const words = chance.onceIn(2) ? undefined : 'quốc lộ 13 trong khu VSIP, thành phố mới';
    const decision = decide(current, command, { at, by, jurisdiction, words });
    if (decision.ok) {
      return happened(current, { ...decision.value, at, by, caseId: current.caseId });
    }
  }
  return undefined;
}

interface Happening {
  readonly body: EventBody;
  readonly status: Case['status'];
  readonly at: string;
  readonly by: Actor;
  readonly caseId: CaseId;
}

const happened = (current: Case | undefined, happening: Happening): Case =>
  evolve(current, {
    ...happening,
    jurisdictionId: JurisdictionId.parse(jurisdictionId),
    version: (current?.version ?? 0) + 1,
  });

export const AGENT: Actor = { id: 'lan', role: 'agent', department: null };
const SUPERVISOR: Actor = { id: 'minh', role: 'supervisor', department: null };
const MANAGER: Actor = { id: 'quang', role: 'manager', department: null };

/** Everybody who may have something to do with the case, whatever its status. */
export const actorsOf = (current: Case): Actor[] => [
  AGENT,
  SUPERVISOR,
  MANAGER,
  CITIZEN,
  SYSTEM,
  ...participants(current).map((department): Actor => ({
    id: `officer-${department}`,
    role: 'officer',
    department,
  })),
];

/** Likelier than their share, so that cases get somewhere. */
const onward: readonly CaseAction[] = [
  'classify',
  'route',
  'return',
  'accept',
  'accept',
  'answer',
  'answer',
  'rate',
  'rate',
  'reopen',
];

function aCommand(chance: Chance, current: Case, cases: readonly Case[]): Command {
  const action = chance.onceIn(5) ? chance.oneOf(CASE_ACTIONS) : chance.oneOf(onward);
  return commandFor(action, chance, { current, cases });
}

/** What somebody who wants this might say with it; some of it is not allowed. */
export function commandFor(
  action: CaseAction,
  chance: Chance,
  { current, cases }: { readonly current: Case; readonly cases: readonly Case[] },
): Command {
  const open = current.parts.flatMap(({ status, department }) =>
    status === 'open' ? [department] : [],
  );
  const intoWhich = cases.filter(({ mergedInto }) => mergedInto === null);
  const inputs: Partial<Record<CaseAction, object>> = {
    classify: chance.onceIn(2)
      ? { serviceCode: chance.oneOf(services) }
      : { areaCode: chance.onceIn(3) ? null : chance.oneOf(areas) },
    propose: { proposed: aProposal(chance, current.serviceCode), waits: null },
    route: chance.onceIn(2) ? {} : someDepartments(chance),
    return: {
      reason: chance.oneOf(ReturnReason.options),
      proposed: chance.onceIn(3) ? null : chance.oneOf(departments),
    },
    answer: { releasedParts: open },
    rate: {
      round: latestRound(current)?.number ?? 1,
      judgement: chance.oneOf(['satisfied', 'acceptable', 'unsatisfied']),
    },
    'call-back': { outcome: 'no_answer' },
    merge: { into: chance.oneOf(intoWhich.length > 0 ? intoWhich : cases).caseId },
    extend: { answerDueAt: current.receivedAt },
  };
  // The table above holds what each action needs beyond nothing.
  return { action, ...inputs[action] } as Command;
}

function someDepartments(chance: Chance) {
  const among = chance.onceIn(2) ? FEW : departments;
  const [lead, ...supporting] = chance.shuffled(among).slice(0, 1 + chance.below(3));
  return { lead, supporting };
}
