import type { DepartmentCode } from './department.ts';
import type { Instant, Judgement } from './case.ts';
import {
  type Contribution,
  type CountableCase,
  DONE_BY_SERVICE,
  NONE,
  type StatisticsContext,
} from './statistics.ts';
import type { ActivityCounter } from './statistics-counters.ts';

/** Something that happened with a case. */
interface Happening {
  readonly at: Instant;
  readonly counter: ActivityCounter;
  /** Whose doing it was, or concerned; null at the desk. */
  readonly department: DepartmentCode | null;
}

/**
 * What happened with a case, each on the day on which it happened, however many cases it makes: an answer to a reopened case is
 * one more. Under what the case is now, and under the department that did it; nothing is added to, or divided by, what
 * the two cohorts count.
 */
export function activityContributions(
  current: CountableCase,
  { localDay }: Pick<StatisticsContext, 'localDay'>,
): Contribution[] {
  const groups = Map.groupBy(
    happeningsOf(current),
    ({ at, department }) => `${localDay(at)}/${department ?? NONE}`,
  );
  return [...groups].flatMap(([group, happenings]) => {
    const [day = '', department = NONE] = group.split('/');
    const of = { day, cells: cellsIn(current, department) };
    return countedTogether(happenings).map((counted) => ({ ...of, ...counted }));
  });
}

const happeningsOf = (current: CountableCase): Happening[] => [
  ...ofRounds(current),
  ...current.hops.map(({ at, from }) => ({
    at,
    counter: 'returnsMade' as const,
    department: from,
  })),
  ...reopeningsOf(current),
  ...closuresOf(current),
];

const judgedAs = {
  satisfied: 'judgedSatisfied',
  acceptable: 'judgedAcceptable',
  unsatisfied: 'judgedUnsatisfied',
} as const satisfies Record<Judgement, ActivityCounter>;

const ofRounds = ({ rounds }: CountableCase): Happening[] =>
  rounds.flatMap(({ answeredAt, answeredBy: department, judgement, judgedAt }) => [
    { at: answeredAt, counter: 'answersGiven', department },
    ...(judgement === null || judgedAt === null
      ? []
      : [{ at: judgedAt, counter: judgedAs[judgement], department }]),
  ]);

/** Of the department whose answer did not do. */
function reopeningsOf(current: CountableCase): Happening[] {
  const { formerReopenings, clockStartedAt, receivedAt, rounds } = current;
  // The answer clock starts anew at a reopening and at nothing else.
  const all = clockStartedAt === receivedAt ? [] : [...formerReopenings, clockStartedAt];
  return all.map((at) => {
    const department = rounds.findLast(({ answeredAt }) => answeredAt < at)?.answeredBy ?? null;
    return { at, counter: 'reopenings', department };
  });
}

const closuresOf = ({ formerClosures, closedAt, lead }: CountableCase): Happening[] =>
  [...formerClosures, ...(closedAt === null ? [] : [closedAt])].map((at) => ({
    at,
    counter: 'closures',
    department: lead,
  }));

/** Few and short: a note is rewritten by every change. */
function countedTogether(
  happenings: readonly Happening[],
): Pick<Contribution, 'counters' | 'by'>[] {
  const times = Map.groupBy(happenings, ({ counter }) => counter);
  const counted = [...times].map(([counter, some]) => ({ counter, by: some.length }));
  const once = counted.filter(({ by }) => by === 1).map(({ counter }) => counter);
  return [
    ...(once.length === 0 ? [] : [{ counters: once }]),
    ...counted.filter(({ by }) => by > 1).map(({ counter, by }) => ({ counters: [counter], by })),
  ];
}

const cellsIn = (
  { class: caseClass, serviceCode, channel }: CountableCase,
  department: string,
): Contribution['cells'] => [
  ['class', caseClass ?? NONE],
  ['department', department],
  [DONE_BY_SERVICE, serviceCode ?? NONE],
  ['channel', channel],
];
