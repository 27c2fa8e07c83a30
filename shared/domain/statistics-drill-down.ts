import {
  type Cell,
  type Contribution,
  type Counter,
  DUE_COUNTERS,
  FORWARDED_COUNTERS,
  HEADLINE_COUNTERS,
  type LocalDay,
  measuredBin,
  type Measure,
  PART_COUNTERS,
  RECEIVED_COUNTERS,
} from './statistics.ts';
import {
  LEAD_FATES,
  PROPOSAL_COUNTERS,
  REASON_COUNTERS,
  SERVICE_FATES,
} from './statistics-counters.ts';
import type { Period } from './statistics-period.ts';
import {
  COUNT_NARROWINGS,
  narrowedDimension,
  type Narrowing,
  NARROWINGS,
  rowOf,
  type Units,
} from './statistics-rows.ts';

/**
 * A counter that a figure adds up, perhaps only of days before the day of asking (`past`) or from it on, and perhaps
 * without the cases that count in another one.
 */
interface Term {
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

/**
 * Figures that are no counter of their own, by the counters that they add up. No case is in two of one figure, but in those
 * of returns.
 */
const composed = {
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
  ...DUE_COUNTERS,
  ...PART_COUNTERS,
  ...LEAD_FATES,
  'misrouted',
  'returned',
  'returnedAgain',
  'refused',
] as const satisfies readonly Counter[];
const OPEN_MEASURES = ['handOff', 'resolution'] as const satisfies readonly Measure[];
type OpenMeasure = (typeof OPEN_MEASURES)[number];

/** Every figure whose cases can be listed: counters, what is added up from counters, and the cases behind times. */
export type OpenFigure = (typeof CASE_COUNTERS)[number] | ComposedFigure | OpenMeasure;
// Object.keys widens to string; the keys of a constant are its type.
export const OPEN_FIGURES = [
  ...CASE_COUNTERS,
  ...(Object.keys(composed) as ComposedFigure[]),
  ...OPEN_MEASURES,
] as const satisfies readonly OpenFigure[];

const isMeasure = (figure: OpenFigure): figure is OpenMeasure =>
  (OPEN_MEASURES as readonly string[]).includes(figure);

const termsOf = (figure: Exclude<OpenFigure, OpenMeasure>): readonly Term[] =>
  isComposed(figure) ? composed[figure] : all(figure);

/** Where counters are counted that are not in every dimension of the headline. */
const narrowings = new Map<Counter, readonly Narrowing[]>([
  ...['supporting' as const, 'refused' as const, 'passedOn' as const, ...PART_COUNTERS].map(
    (counter) => [counter, ['department']] as const,
  ),
  ...DUE_COUNTERS.map(
    (counter) => [counter, ['class', 'department', 'group', 'service', 'priority']] as const,
  ),
  ...PROPOSAL_COUNTERS.map((counter) => [counter, ['class', 'model', 'rule']] as const),
  ...FORWARDED_COUNTERS.map((counter) => [counter, NARROWINGS] as const),
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
  'handOff',
]);

/** Whether its cases lie on the day of their receipt, so that earlier ones need not be looked at. */
export const isOnReceipt = (figure: OpenFigure): boolean => ON_RECEIPT.has(figure);

export interface OpenedFigure {
  readonly figure: OpenFigure;
  readonly period: Period;
  /** The day of asking: what is open and was due before it is overdue. */
  readonly today: LocalDay;
  /** Only cases that are counted in all of these lines. */
  readonly within: readonly Line[];
}

/** A line of a table of figures: `department` `TA`, `ward` `-`. */
export type Line = readonly [Narrowing, string];

/** How a case counts for a figure. */
export interface Counting {
  readonly day: LocalDay;
  /** More than once for figures of returns alone. */
  readonly times: number;
}

/**
 * How a case counts for the figure; undefined when it does not. Looks at the very contributions that the counters were
 * added up from, so that a list of such cases re-adds to the figure. What a counter is counted by may lie in several of
 * them: by whom a case was forwarded, apart from where it was.
 */
export function countingOf(
  contributions: readonly Contribution[],
  opened: OpenedFigure,
  units: Units,
): Counting | undefined {
  const counting = contributions.filter(
    ({ day, counters }) =>
      day >= opened.period.from &&
      day <= opened.period.to &&
      counters.some((counter) => isOf(opened, { counter, day, contributions })),
  );
  const stands = (line: Line, { cells }: Contribution) => standsIn(line, cells, units);
  const day = counting.find((one) =>
    opened.within.every((line) =>
      cohortOf(one, { counting, contributions }).some((other) => stands(line, other)),
    ),
  )?.day;
  if (day === undefined) return undefined;
  if (!Object.hasOwn(ofReturns, opened.figure)) return { day, times: 1 };
  // Each return is a contribution of its own, which holds all that it is counted by.
  const returns = counting.filter((one) => opened.within.every((line) => stands(line, one)));
  return { day, times: returns.length };
}

/** What says where a case was counted on that day: who forwarded it is said beside the counters of the headline. */
function cohortOf(
  { day, counters }: Contribution,
  of: Readonly<Record<'counting' | 'contributions', readonly Contribution[]>>,
): readonly Contribution[] {
  const ofDay = of.counting.filter((other) => other.day === day);
  if (!counters.some(isForwarded)) return ofDay;
  const forwarded = of.contributions.filter(
    (other) => other.day === day && other.counters.includes('forwarded'),
  );
  return [...ofDay, ...forwarded];
}

const isForwarded = (counter: string): boolean =>
  (FORWARDED_COUNTERS as readonly string[]).includes(counter);

interface Counted extends Pick<Contribution, 'day'> {
  readonly counter: string;
  readonly contributions: readonly Contribution[];
}

function isOf({ figure, today }: OpenedFigure, { counter, day, contributions }: Counted): boolean {
  if (isMeasure(figure)) return measuredBin(counter as Counter)?.measure === figure;
  return termsOf(figure).some(
    ({ on, without, ...term }) =>
      term.counter === counter &&
      (on === undefined || (on === 'past') === day < today) &&
      (without === undefined || !contributions.some(({ counters }) => counters.includes(without))),
  );
}

function standsIn([by, line]: Line, cells: readonly Cell[], units: Units): boolean {
  const dimension = narrowedDimension(by);
  return cells.some(([counted, value]) => {
    if (counted === 'times') {
      // Times are counted under pairs of department and service.
      const [department = '', service = ''] = value.split('/');
      return (by === 'department' ? department : rowOf(service, by, units)) === line;
    }
    const isCounted = counted === dimension || counted === `returns-${dimension}`;
    return isCounted && rowOf(value, by, units) === line;
  });
}
