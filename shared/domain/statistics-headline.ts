import type { Case, Round } from './case.ts';
import {
  type CaseCounter,
  type Cell,
  type Contribution,
  type CountableCase,
  type CountDimension,
  type Counter,
  NONE,
  type StatisticsContext,
} from './statistics.ts';

/**
 * Where and how a case counts for the headline, as it is now. Two cohorts that are never mixed: what is counted on the day of
 * receipt, and what is counted on the day of the first forwarding. A later change moves the case between counters
 * of its own days; it never counts on the day of the change.
 */
export function headlineContributions(
  current: CountableCase,
  context: Pick<StatisticsContext, 'localDay'>,
): Contribution[] {
  const cells = [...cellsOf(current), ...supportCells(current)];
  const { receivedAt, forwardedAt } = current;
  const received = {
    day: context.localDay(receivedAt),
    counters: receivedCounters(current),
    cells,
  };
  if (forwardedAt === null) return [received];
  const day = context.localDay(forwardedAt);
  const forwarded = { day, counters: forwardedCounters(current, forwardedAt), cells };
  const supporting = supportingCells(current);
  return supporting.length === 0
    ? [received, forwarded]
    : [received, forwarded, { day, counters: ['supporting'], cells: supporting }];
}

export const cellsOf = ({
  class: caseClass,
  lead,
  ...current
}: CountableCase): (readonly [CountDimension, string])[] => [
  ['class', caseClass ?? NONE],
  ['department', lead ?? NONE],
  ['service', current.serviceCode ?? NONE],
  ['channel', current.channel],
  // As the case carries it, from which the units of either division are added up.
  ['area', current.areaCode ?? NONE],
  ['priority', current.priority],
];

/** A released part counts too: the department was asked. */
const supportCells = ({ parts }: CountableCase): Cell[] =>
  parts.length === 0
    ? [['supporting', NONE]]
    : parts.map(({ department }) => ['supporting', department]);

const supportingCells = ({ parts }: CountableCase): Cell[] =>
  parts.map(({ department }) => ['department', department]);

function receivedCounters({ rounds, closeReason }: CountableCase): Counter[] {
  const counters: Counter[] = ['received'];
  if (rounds.length > 0) counters.push('receivedAnswered');
  if (isEndWithoutAnswer(closeReason)) counters.push(endCounters[closeReason]);
  return counters;
}

function forwardedCounters(current: CountableCase, forwardedAt: string): Counter[] {
  const counters: Counter[] = ['forwarded'];
  const round = latestRoundSince(current, forwardedAt);
  if (round !== undefined) counters.push('answered');
  // Parsed as a union whose members are all counters.
  if (round?.judgement != null) counters.push(round.judgement);
  // The answer clock starts anew at a reopening and at nothing else.
  if (current.clockStartedAt !== current.receivedAt && current.clockStartedAt >= forwardedAt) {
    counters.push('reopened');
  }
  if (isEndWithoutAnswer(current.closeReason)) counters.push('endedUnanswered');
  return counters;
}

/** An answer that the desk gave before it forwarded the case is not one of the departments. */
export const latestRoundSince = (
  { rounds }: CountableCase,
  forwardedAt: string,
): Round | undefined => rounds.findLast(({ answeredAt }) => answeredAt >= forwardedAt);

const endCounters = {
  rejected: 'rejected',
  duplicate: 'duplicate',
  withdrawn: 'withdrawn',
  citizen_silent: 'citizenSilent',
} as const satisfies Partial<Record<NonNullable<Case['closeReason']>, CaseCounter>>;

export const isEndWithoutAnswer = (
  reason: Case['closeReason'],
): reason is keyof typeof endCounters => reason !== null && Object.hasOwn(endCounters, reason);
