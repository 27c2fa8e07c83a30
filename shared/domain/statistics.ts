import * as z from 'zod';
import type { AreaCode, DistrictCode } from './area.ts';
import type { Case, Round } from './case.ts';
import type { DepartmentCode } from './department.ts';

/** A date in the jurisdiction's zone, `2020-03-05`. */
export const LocalDay = z.iso.date();
export type LocalDay = z.infer<typeof LocalDay>;

/** What is counted, in every dimension. docs/glossary.md has the definitions. */
export const CASE_COUNTERS = [
  // On the day of receipt
  'received',
  'receivedAnswered',
  'rejected',
  'duplicate',
  'withdrawn',
  // On the day on which it was first forwarded
  'forwarded',
  'answered',
  'satisfied',
  'acceptable',
  'unsatisfied',
  'reopened',
  'endedUnanswered',
] as const;
export type CaseCounter = (typeof CASE_COUNTERS)[number];

/** `supporting` is of departments only: a case may have several, so it has no total over them. */
export const COUNTERS = [...CASE_COUNTERS, 'supporting'] as const;
export type Counter = (typeof COUNTERS)[number];

export const DIMENSIONS = [
  'total',
  'class',
  'department',
  'service',
  'channel',
  'district',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The one value of `total`. */
export const ALL = 'all';
/** The value of a case that has none: without it the values of a dimension would not add up to the total. */
export const NONE = '-';

/** A place in the figures: a dimension and one of its values. */
export type Cell = readonly [Dimension, string];

/** One case adds one to each of these counters in each of these cells on this day. */
export const Contribution = z.strictObject({
  day: LocalDay,
  counters: z.array(z.enum(COUNTERS)),
  cells: z.array(z.tuple([z.enum(DIMENSIONS), z.string()])),
});
export interface Contribution {
  readonly day: LocalDay;
  readonly counters: readonly Counter[];
  readonly cells: readonly Cell[];
}

/** What the figures look at in a case. The row of its head holds all of it, so a stream record does too. */
export interface CountableCase extends Pick<
  Case,
  | 'caseId'
  | 'version'
  | 'receivedAt'
  | 'forwardedAt'
  | 'clockStartedAt'
  | 'class'
  | 'serviceCode'
  | 'areaCode'
  | 'channel'
  | 'lead'
  | 'rounds'
  | 'closeReason'
> {
  readonly supporting: readonly DepartmentCode[];
}

/** A released part counts too: the department was asked. */
export const countable = ({ parts, ...current }: Case): CountableCase => ({
  ...current,
  supporting: parts.map(({ department }) => department),
});

/** What the figures need to know of the jurisdiction. */
export interface StatisticsContext {
  readonly localDay: (instant: string) => LocalDay;
  readonly districtOf: (area: AreaCode) => DistrictCode | undefined;
}

/**
 * Where and how a case counts, as it is now. Two cohorts that are never mixed: what is counted on the day of
 * receipt, and what is counted on the day of the first forwarding. A later change moves the case between counters
 * of its own days; it never counts on the day of the change.
 */
export function contributionOf(current: CountableCase, context: StatisticsContext): Contribution[] {
  const cells = cellsOf(current, context);
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

const cellsOf = (
  { class: caseClass, lead, serviceCode, channel, areaCode }: CountableCase,
  { districtOf }: StatisticsContext,
): Cell[] => [
  ['total', ALL],
  ['class', caseClass ?? NONE],
  ['department', lead ?? NONE],
  ['service', serviceCode ?? NONE],
  ['channel', channel],
  ['district', (areaCode === null ? undefined : districtOf(areaCode)) ?? NONE],
];

const supportingCells = ({ supporting }: CountableCase): Cell[] =>
  [...new Set(supporting)].map((code) => ['department', code]);

function receivedCounters({ rounds, closeReason }: CountableCase): Counter[] {
  const counters: Counter[] = ['received'];
  if (rounds.length > 0) counters.push('receivedAnswered');
  if (isEndWithoutAnswer(closeReason)) counters.push(closeReason);
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
const latestRoundSince = ({ rounds }: CountableCase, forwardedAt: string): Round | undefined =>
  rounds.findLast(({ answeredAt }) => answeredAt >= forwardedAt);

type EndWithoutAnswer = 'rejected' | 'duplicate' | 'withdrawn';

const isEndWithoutAnswer = (reason: Case['closeReason']): reason is EndWithoutAnswer =>
  reason === 'rejected' || reason === 'duplicate' || reason === 'withdrawn';
