import type { Case } from '../../shared/domain/case.ts';
import { aCase } from './case-builder.ts';
import { caseIdNumber, type Chance, jurisdiction } from './random-cases.ts';

const START = Date.parse('2019-12-02T00:00:00.000Z');
const HOUR_MS = 3_600_000;

/** Few of each, so that cases meet in the same lines. */
const departments = [...jurisdiction.departments.keys()].slice(0, 5);
const services = [...jurisdiction.services.keys()].slice(0, 4);

const ENDS = ['rejected', 'duplicate', 'withdrawn', 'citizen_silent'] as const;

/**
 * Versions of cases of which every next may be anything that a case can be, where the lifecycle would lead there only in
 * many steps: waits that begin before or after a deadline, late answers, extensions, parts in every state. Over New
 * Year and Tết.
 */
export function randomClockStates(
  chance: Chance,
  size: { readonly cases: number; readonly versions: number },
): Case[] {
  const numbers = Array.from({ length: size.cases }, (_, number) => number);
  const received = numbers.map(() => START + chance.below(60 * 24 * HOUR_MS));
  return Array.from({ length: size.versions }, (_, version) =>
    numbers.map((number) =>
      aState(chance, { number, version: version + 1, at: received[number]! }),
    ),
  ).flat();
}

function aState(
  chance: Chance,
  {
    number,
    version,
    at,
  }: { readonly number: number; readonly version: number; readonly at: number },
): Case {
  const later = aLater(chance, at);
  const waits = Array.from({ length: chance.below(3) }, () => ({ from: later(), until: later() }));
  const routed = !chance.onceIn(4);
  const forwardedAt = routed ? later() : null;
  const clockStartedAt = chance.onceIn(4) ? later() : iso(at);
  const rounds = someRounds(chance, later);
  return aCase({
    caseId: caseIdNumber(number),
    version,
    receivedAt: iso(at),
    clockStartedAt,
    forwardedAt,
    lead: routed ? chance.oneOf([...departments, null]) : null,
    serviceCode: chance.oneOf([...services, null]),
    answerDueAt: chance.onceIn(5) ? null : iso(at + chance.below(20 * 24) * HOUR_MS),
    extensions: chance.onceIn(3) ? 1 + chance.below(2) : 0,
    parts: routed ? someParts(chance, at) : [],
    ...fate(chance, { rounds, clockStartedAt, waits, later }),
  });
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** Gives instants one after the other, some at once and some after days. */
function aLater(chance: Chance, at: number): () => string {
  let now = at;
  return () => {
    now += chance.onceIn(5) ? chance.below(60_000) : chance.below(60 * HOUR_MS);
    return iso(now);
  };
}

const someRounds = (chance: Chance, later: () => string) =>
  Array.from({ length: chance.below(3) }, (_, index) => ({
    number: index + 1,
    answeredAt: later(),
    answeredBy: null,
    judgement: null,
    judgedAt: null,
  }));

type Waits = readonly { readonly from: string; readonly until: string | null }[];

interface Beginning {
  readonly rounds: ReturnType<typeof someRounds>;
  readonly clockStartedAt: string;
  readonly waits: Waits;
  readonly later: () => string;
}

/** Answered when the running round was; else open, waiting or at an end. */
function fate(chance: Chance, { rounds, clockStartedAt, waits, later }: Beginning) {
  const isAnswered = rounds.some(({ answeredAt }) => answeredAt >= clockStartedAt);
  if (chance.onceIn(5)) {
    return { rounds, waiting: waits, status: 'closed', closeReason: chance.oneOf(ENDS) };
  }
  if (isAnswered && chance.onceIn(2)) return { rounds, waiting: waits, status: 'answered' };
  if (isAnswered) return { rounds, waiting: waits, status: 'closed', closeReason: 'judged' };
  if (chance.onceIn(2)) {
    const waiting: Waits = [...waits, { from: later(), until: null }];
    return { rounds, waiting, status: 'awaiting_citizen' };
  }
  return { rounds, waiting: waits, status: chance.oneOf(['received', 'routed', 'in_progress']) };
}

const someParts = (chance: Chance, at: number) =>
  departments.slice(0, chance.below(3)).map((department) => {
    const status = chance.oneOf(['open', 'answered', 'released'] as const);
    const dueAt = at + chance.below(15 * 24) * HOUR_MS;
    return {
      department,
      status,
      dueAt: iso(dueAt),
      assignedAt: iso(at),
      answeredAt: status === 'answered' ? iso(dueAt + (chance.below(49) - 24) * HOUR_MS) : null,
    };
  });
