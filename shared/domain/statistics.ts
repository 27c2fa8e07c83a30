import * as z from 'zod';
import type { Case } from './case.ts';
import type { DepartmentCode } from './department.ts';
import { ACTIVITY_COUNTERS, PROPOSAL_COUNTERS, RETURN_COUNTERS } from './statistics-counters.ts';

/** A date in the jurisdiction's zone, `2020-03-05`. */
export const LocalDay = z.iso.date();
export type LocalDay = z.infer<typeof LocalDay>;

/** On the day of receipt. docs/glossary.md has the definitions. */
export const RECEIVED_COUNTERS = [
  'received',
  'receivedAnswered',
  'rejected',
  'duplicate',
  'withdrawn',
  'citizenSilent',
] as const;

/** On the day on which it was first forwarded. */
export const FORWARDED_COUNTERS = [
  'forwarded',
  'answered',
  'satisfied',
  'acceptable',
  'unsatisfied',
  'reopened',
  'endedUnanswered',
] as const;

/** Whether the first contact was enough, on the day of receipt, in the rows of class and channel. */
export const CONTACT_COUNTERS = ['firstContact', 'repeats'] as const;
export type ContactCounter = (typeof CONTACT_COUNTERS)[number];

/** What is counted in every dimension of the headline: two cohorts. */
export const CASE_COUNTERS = [...RECEIVED_COUNTERS, ...FORWARDED_COUNTERS] as const;
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
  ...CONTACT_COUNTERS,
  ...DUE_COUNTERS,
  ...PART_COUNTERS,
  ...PROPOSAL_COUNTERS,
  ...RETURN_COUNTERS,
  ...ACTIVITY_COUNTERS,
] as const;
export type Counter = (typeof COUNTERS)[number];

/** Times of which percentiles are given. */
export const MEASURES = [
  'handOff',
  'firstResponse',
  'firstResponseElapsed',
  'resolution',
  'lost',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Something for each of them. */
export const byMeasure = <T>(of: (measure: Measure) => T): Record<Measure, T> => ({
  handOff: of('handOff'),
  firstResponse: of('firstResponse'),
  firstResponseElapsed: of('firstResponseElapsed'),
  resolution: of('resolution'),
  lost: of('lost'),
});

/** Whether it is working time, which depends on a calendar, and not time round the clock. */
export const isWorkingTime = (measure: Measure): boolean =>
  measure === 'firstResponse' || measure === 'resolution';

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
export const COUNT_DIMENSIONS = [
  'class',
  'department',
  'service',
  'channel',
  'area',
  'priority',
] as const;
export type CountDimension = (typeof COUNT_DIMENSIONS)[number];

/** Everything that the headline is counted by. A case may have several supporting departments, so they have no total. */
export type HeadlineDimension = CountDimension | 'supporting';

/** Of forwarded cases: who routed first, and the pair of classifier and way by which the lead was chosen. */
export const ROUTING_DIMENSIONS = ['agent', 'routing'] as const;
const ROUTED_DIMENSIONS = [...COUNT_DIMENSIONS, ...ROUTING_DIMENSIONS] as const;
export type RoutedDimension = (typeof ROUTED_DIMENSIONS)[number];

/** Rows of their own for what few cases have; the values of `returns-pair` are who refused and whom they named. */
export type ReturnDimension = `returns-${RoutedDimension | 'pair'}`;
export const returnDimension = <D extends RoutedDimension | 'pair'>(of: D): `returns-${D}` =>
  `returns-${of}`;

/** What happened, by service: rows of their own, since those of the headline are as long as a month's budget allows. */
export const DONE_BY_SERVICE = 'done-service';

/** `times` holds the bins of sketches; its values are pairs of department and service. */
export type Dimension =
  RoutedDimension | ReturnDimension | 'supporting' | typeof DONE_BY_SERVICE | 'times';
export type SummedDimension = Exclude<Dimension, 'times'>;
export const DIMENSIONS: readonly Dimension[] = [
  ...ROUTED_DIMENSIONS,
  'supporting',
  ...ROUTED_DIMENSIONS.map(returnDimension),
  'returns-pair',
  DONE_BY_SERVICE,
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
  | 'formerReopenings'
  | 'answerDueAt'
  | 'class'
  | 'serviceCode'
  | 'areaCode'
  | 'channel'
  | 'priority'
  | 'lead'
  | 'parts'
  | 'waiting'
  | 'rounds'
  | 'extensions'
  | 'closeReason'
  | 'closedAt'
  | 'formerClosures'
  | 'proposed'
  | 'firstRoute'
  | 'hops'
  | 'repeats'
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
