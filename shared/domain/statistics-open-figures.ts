import {
  CONTACT_COUNTERS,
  type Counter,
  DUE_COUNTERS,
  FORWARDED_COUNTERS,
  HEADLINE_COUNTERS,
  type Measure,
  PART_COUNTERS,
  RECEIVED_COUNTERS,
} from './statistics.ts';
import {
  ACTIVITY_COUNTERS,
  LEAD_FATES,
  PROPOSAL_COUNTERS,
  REASON_COUNTERS,
  SERVICE_FATES,
} from './statistics-counters.ts';
import { COUNT_NARROWINGS, type Narrowing, NARROWINGS } from './statistics-rows.ts';

/**
 * A counter that a figure adds up, perhaps only of days before the day of asking (`past`) or from it on, and perhaps
 * without the cases that count in another one.
 */
export interface Term {
  readonly counter: Counter;
  readonly on?: 'past' | 'coming';
  readonly without?: Counter;
}

const all = (...counters: readonly Counter[]): readonly Term[] =>
  counters.map((counter) => ({ counter }));

const late: readonly Term[] = [{ counter: 'dueLate' }, { counter: 'dueOpen', on: 'past' }];

/** Figures that count returns, of which a case may have several. */
const ofReturns = {
  returns: all(...Object.values(REASON_COUNTERS)),
  'returns.wrong_department': all(REASON_COUNTERS.wrong_department),
  'returns.wrong_place': all(REASON_COUNTERS.wrong_place),
  'returns.not_enough_information': all(REASON_COUNTERS.not_enough_information),
  'returns.out_of_scope': all(REASON_COUNTERS.out_of_scope),
  'returns.other': all(REASON_COUNTERS.other),
} as const satisfies Record<string, readonly Term[]>;

/** Figures that count what happened, of which a case may have several too. */
const ofActivity = {
  judgementsGiven: all('judgedSatisfied', 'judgedAcceptable', 'judgedUnsatisfied'),
} as const satisfies Record<string, readonly Term[]>;

/** Figures of which a case may have several. */
export const EVENTS: ReadonlySet<string> = new Set([
  ...Object.keys(ofReturns),
  ...Object.keys(ofActivity),
  ...ACTIVITY_COUNTERS,
]);

/** Figures that are no counter of their own, by the counters that they add up. No case is in two of one figure, but in EVENTS. */
const composed = {
  ...ofActivity,
  ...ofReturns,
  judged: all('satisfied', 'acceptable', 'unsatisfied'),
  satisfactory: all('satisfied', 'acceptable'),
  due: all('dueOnTime', 'dueLate', 'dueOpen', 'dueWaiting'),
  doneOnTime: all('dueOnTime'),
  doneLate: all('dueLate'),
  openWithin: [{ counter: 'dueOpen', on: 'coming' }, ...all('dueWaiting')],
  openOverdue: [{ counter: 'dueOpen', on: 'past' }],
  paused: all('dueWaiting'),
  missed: late,
  decided: [...all('dueOnTime'), ...late],
  extended: all('dueExtended'),
  ended: all('dueEnded'),
  'parts.doneOnTime': all('partOnTime'),
  'parts.doneLate': all('partLate'),
  'parts.openWithin': [{ counter: 'partOpen', on: 'coming' }, ...all('partWaiting')],
  'parts.openOverdue': [{ counter: 'partOpen', on: 'past' }],
  incidents: [{ counter: 'received', without: 'duplicate' }],
  rightFirst: [{ counter: 'forwarded', without: 'misrouted' }],
  answeredRightFirst: [{ counter: 'answered', without: 'misrouted' }],
  proposals: all(...SERVICE_FATES),
  serviceKept: all('sureKept', 'unsureKept'),
  serviceChanged: all('sureChanged', 'unsureChanged'),
  serviceWrong: all('sureWrong', 'unsureWrong'),
  serviceOpen: all('proposalOpen'),
  serviceUnused: all('proposalUnused'),
  asked: all('forwarded', 'passedOn'),
} as const satisfies Record<string, readonly Term[]>;

type ComposedFigure = keyof typeof composed;
const isComposed = (figure: OpenFigure): figure is ComposedFigure =>
  Object.hasOwn(composed, figure);

/** Counters that are figures of their own. */
const CASE_COUNTERS = [
  ...HEADLINE_COUNTERS,
  ...CONTACT_COUNTERS,
  ...DUE_COUNTERS,
  ...PART_COUNTERS,
  ...LEAD_FATES,
  ...ACTIVITY_COUNTERS,
  'misrouted',
  'returned',
  'returnedAgain',
  'refused',
] as const satisfies readonly Counter[];
const OPEN_MEASURES = [
  'handOff',
  'firstResponse',
  'firstResponseElapsed',
  'resolution',
] as const satisfies readonly Measure[];
type OpenMeasure = (typeof OPEN_MEASURES)[number];

/** Every figure whose cases can be listed: counters, what is added up from counters, and the cases behind times. */
export type OpenFigure = (typeof CASE_COUNTERS)[number] | ComposedFigure | OpenMeasure;
// Object.keys widens to string; the keys of a constant are its type.
export const OPEN_FIGURES = [
  ...CASE_COUNTERS,
  ...(Object.keys(composed) as ComposedFigure[]),
  ...OPEN_MEASURES,
] as const satisfies readonly OpenFigure[];

export const isMeasure = (figure: OpenFigure): figure is OpenMeasure =>
  (OPEN_MEASURES as readonly string[]).includes(figure);

export const termsOf = (figure: Exclude<OpenFigure, OpenMeasure>): readonly Term[] =>
  isComposed(figure) ? composed[figure] : all(figure);

/** Where counters are counted that are not in every dimension of the headline. */
const narrowings = new Map<Counter, readonly Narrowing[]>([
  ...['supporting' as const, 'refused' as const, 'passedOn' as const, ...PART_COUNTERS].map(
    (counter) => [counter, ['department']] as const,
  ),
  ...DUE_COUNTERS.map(
    (counter) => [counter, ['class', 'department', 'group', 'service', 'priority']] as const,
  ),
  ...CONTACT_COUNTERS.map((counter) => [counter, ['class', 'channel']] as const),
  ...PROPOSAL_COUNTERS.map((counter) => [counter, ['class', 'model', 'rule']] as const),
  ...FORWARDED_COUNTERS.map((counter) => [counter, NARROWINGS] as const),
  ...ACTIVITY_COUNTERS.map(
    (counter) => [counter, ['class', 'department', 'group', 'service', 'channel']] as const,
  ),
  ...[
    ...(['misrouted', 'returned', 'returnedAgain'] as const),
    ...Object.values(REASON_COUNTERS),
  ].map((counter) => [counter, NARROWINGS.filter((by) => by !== 'supporting')] as const),
]);

/** What the cases of a figure can be narrowed by: what all of its counters are counted by. */
export function narrowingsOf(figure: OpenFigure): readonly Narrowing[] {
  if (isMeasure(figure)) return ['department', 'group', 'service'];
  const each = termsOf(figure).map(({ counter }) => narrowings.get(counter) ?? COUNT_NARROWINGS);
  return NARROWINGS.filter((by) => each.every((some) => some.includes(by)));
}

const ON_RECEIPT: ReadonlySet<OpenFigure> = new Set([
  'incidents',
  'proposals',
  'serviceKept',
  'serviceChanged',
  'serviceWrong',
  'serviceOpen',
  'serviceUnused',
  ...RECEIVED_COUNTERS,
  ...CONTACT_COUNTERS,
  'handOff',
]);

/** Whether its cases lie on the day of their receipt, so that earlier ones need not be looked at. */
export const isOnReceipt = (figure: OpenFigure): boolean => ON_RECEIPT.has(figure);
