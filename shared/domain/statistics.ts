import * as z from 'zod';
import type { Case, Round } from './case.ts';
import type { DepartmentCode } from './department.ts';
import { PROPOSAL_COUNTERS, RETURN_COUNTERS } from './statistics-counters.ts';

/** A date in the jurisdiction's zone, `2020-03-05`. */
export const LocalDay = z.iso.date();
export type LocalDay = z.infer<typeof LocalDay>;

/** What is counted, in every dimension of the headline. docs/glossary.md has the definitions. */
export const CASE_COUNTERS = [
  // On the day of receipt
  'received',
  'receivedAnswered',
  'rejected',
  'duplicate',
  'withdrawn',
  'citizenSilent',
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

/** On the day on which the answer is due. A case is in one of the first five, and may be extended as well. */
export const DUE_COUNTERS = [
  'dueOnTime',
  'dueLate',
  'dueOpen',
  'dueWaiting',
  'dueEnded',
  'dueExtended',
] as const;
export type DueCounter = (typeof DUE_COUNTERS)[number];

/** On the day on which a supporting department's part is due. A part is in one of them; a released one in none. */
export const PART_COUNTERS = ['partOnTime', 'partLate', 'partOpen', 'partWaiting'] as const;
export type PartCounter = (typeof PART_COUNTERS)[number];

/** `supporting` and parts are of departments only: a case may have several, so they have no total over them. */
export const HEADLINE_COUNTERS = [...CASE_COUNTERS, 'supporting'] as const;
export const COUNTERS = [
  ...HEADLINE_COUNTERS,
  ...DUE_COUNTERS,
  ...PART_COUNTERS,
  ...PROPOSAL_COUNTERS,
  ...RETURN_COUNTERS,
] as const;
export type Counter = (typeof COUNTERS)[number];

/** Times of which percentiles are given. */
export const MEASURES = ['handOff', 'resolution', 'lost'] as const;
export type Measure = (typeof MEASURES)[number];

/** Counts the cases whose time lies in this bin of the measure's sketch: `handOff.123`. */
const BinCounter = z.templateLiteral([z.enum(MEASURES), '.', z.int().min(0)]);
export type BinCounter = `${Measure}.${number}`;

export const binCounter = (measure: Measure, bin: number): BinCounter => `${measure}.${bin}`;

/** Undefined for a counter that is no bin. */
export function measuredBin(
  counter: Counter | BinCounter,
): { readonly measure: Measure; readonly bin: number } | undefined {
  const measure = MEASURES.find((known) => counter.startsWith(`${known}.`));
  return measure && { measure, bin: Number(counter.slice(measure.length + 1)) };
}

/**
 * Each holds counters; deadlines are in the first three. Every case has one class or none, so the classes add up to
 * the total: a row of its own for that would cost every change one write more.
 */
export const COUNT_DIMENSIONS = ['class', 'department', 'service', 'channel', 'area'] as const;
export type CountDimension = (typeof COUNT_DIMENSIONS)[number];

/** Of forwarded cases: who routed first, and the pair of classifier and way by which the lead was chosen. */
export const ROUTING_DIMENSIONS = ['agent', 'routing'] as const;
const ROUTED_DIMENSIONS = [...COUNT_DIMENSIONS, ...ROUTING_DIMENSIONS] as const;
export type RoutedDimension = (typeof ROUTED_DIMENSIONS)[number];

/** Rows of their own for what few cases have; the values of `returns-pair` are who refused and whom they named. */
export type ReturnDimension = `returns-${RoutedDimension | 'pair'}`;
export const returnDimension = <D extends RoutedDimension | 'pair'>(of: D): `returns-${D}` =>
  `returns-${of}`;

/** `times` holds the bins of sketches; its values are pairs of department and service. */
export type Dimension = RoutedDimension | ReturnDimension | 'times';
export type SummedDimension = Exclude<Dimension, 'times'>;
export const DIMENSIONS: readonly Dimension[] = [
  ...ROUTED_DIMENSIONS,
  ...ROUTED_DIMENSIONS.map(returnDimension),
  'returns-pair',
  'times',
];

export const isDimension = (name: string): name is Dimension =>
  (DIMENSIONS as readonly string[]).includes(name);

/** The value of a case that has none: without it the values of a dimension would not add up to the total. */
export const NONE = '-';

/** A place in the figures: a dimension and one of its values. */
export type Cell = readonly [Dimension, string];

/** One case adds one, or what `by` says, to each of these counters in each of these cells on this day. */
export const Contribution = z.strictObject({
  day: LocalDay,
  by: z.int().min(1).optional(),
  counters: z.array(z.union([z.enum(COUNTERS), BinCounter])),
  // A dimension that is not counted any more is left as it was: nobody reads its rows.
  cells: z
    .array(z.tuple([z.string(), z.string()]))
    .transform((cells) =>
      cells.filter((cell): cell is [Dimension, string] => isDimension(cell[0])),
    ),
});
export interface Contribution {
  readonly day: LocalDay;
  readonly by?: number | undefined;
  readonly counters: readonly (Counter | BinCounter)[];
  readonly cells: readonly Cell[];
}

/** What the figures look at in a case. The row of its head holds all of it, so a stream record does too. */
export type CountableCase = Pick<
  Case,
  | 'caseId'
  | 'version'
  | 'status'
  | 'receivedAt'
  | 'forwardedAt'
  | 'clockStartedAt'
  | 'answerDueAt'
  | 'class'
  | 'serviceCode'
  | 'areaCode'
  | 'channel'
  | 'lead'
  | 'parts'
  | 'waiting'
  | 'rounds'
  | 'extensions'
  | 'closeReason'
  | 'proposed'
  | 'firstRoute'
  | 'hops'
>;

/** What the figures need to know of the jurisdiction. */
export interface StatisticsContext {
  readonly localDay: (instant: string) => LocalDay;
  /** Working ms of a time by the hours of a department, or of the jurisdiction; undefined outside the calendar's years. */
  readonly workingMs: (time: {
    readonly from: string;
    readonly until: string;
    readonly department: DepartmentCode | null;
  }) => number | undefined;
  /** The calendar that `workingMs` goes by. */
  readonly calendarVersion: () => string;
}

/**
 * Where and how a case counts for the headline, as it is now. Two cohorts that are never mixed: what is counted on the day of
 * receipt, and what is counted on the day of the first forwarding. A later change moves the case between counters
 * of its own days; it never counts on the day of the change.
 */
export function headlineContributions(
  current: CountableCase,
  context: Pick<StatisticsContext, 'localDay'>,
): Contribution[] {
  const cells = cellsOf(current);
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
];

/** A released part counts too: the department was asked. */
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
