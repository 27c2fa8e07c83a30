import type { AreaLookup } from './area-lookup.ts';
import {
  type Cell,
  type Contribution,
  type Counter,
  COUNTERS,
  DUE_COUNTERS,
  type LocalDay,
  measuredBin,
  type Measure,
  MEASURES,
  PART_COUNTERS,
} from './statistics.ts';
import type { Period } from './statistics-period.ts';
import { dimensionOf, type Narrowing, NARROWINGS, rowOf } from './statistics-rows.ts';

/** A counter that a figure adds up, perhaps only of days before the day of asking (`past`) or from it on. */
interface Term {
  readonly counter: Counter;
  readonly on?: 'past' | 'coming';
}

const all = (...counters: readonly Counter[]): readonly Term[] =>
  counters.map((counter) => ({ counter }));

const late: readonly Term[] = [{ counter: 'dueLate' }, { counter: 'dueOpen', on: 'past' }];

/** Figures that are no counter of their own, by the counters that they add up. No case is in two of one figure. */
const composed = {
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
} as const satisfies Record<string, readonly Term[]>;

type ComposedFigure = keyof typeof composed;
const isComposed = (figure: OpenFigure): figure is ComposedFigure =>
  Object.hasOwn(composed, figure);

/** Every figure whose cases can be listed: each counter, what is added up from counters, and the cases behind times. */
export type OpenFigure = Counter | ComposedFigure | Measure;
// Object.keys widens to string; the keys of a constant are its type.
export const OPEN_FIGURES = [
  ...COUNTERS,
  ...(Object.keys(composed) as ComposedFigure[]),
  ...MEASURES,
] as const satisfies readonly OpenFigure[];

const isMeasure = (figure: OpenFigure): figure is Measure =>
  (MEASURES as readonly string[]).includes(figure);

const termsOf = (figure: Exclude<OpenFigure, Measure>): readonly Term[] =>
  isComposed(figure) ? composed[figure] : all(figure);

const OF_DEPARTMENTS: ReadonlySet<Counter> = new Set(['supporting', ...PART_COUNTERS]);
const OF_DEADLINES: ReadonlySet<Counter> = new Set(DUE_COUNTERS);

/** What the cases of a figure can be narrowed by: what it is counted by. */
export function narrowingsOf(figure: OpenFigure): readonly Narrowing[] {
  if (isMeasure(figure)) return ['department', 'service'];
  const [{ counter } = { counter: 'received' as Counter }] = termsOf(figure);
  if (OF_DEPARTMENTS.has(counter)) return ['department'];
  return OF_DEADLINES.has(counter) ? ['class', 'department', 'service'] : NARROWINGS;
}

const ON_RECEIPT: ReadonlySet<OpenFigure> = new Set([
  'received',
  'receivedAnswered',
  'rejected',
  'duplicate',
  'withdrawn',
  'citizenSilent',
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

/**
 * The day on which a case counts for the figure; undefined when it does not. Looks at the very contributions that the
 * counters were added up from, so that a list of such cases is as long as the figure.
 */
export const countedOn = (
  contributions: readonly Contribution[],
  opened: OpenedFigure,
  areas: AreaLookup,
): LocalDay | undefined =>
  contributions.find(
    ({ day, counters, cells }) =>
      day >= opened.period.from &&
      day <= opened.period.to &&
      counters.some((counter) => isOf(opened, counter, day)) &&
      opened.within.every((line) => standsIn(line, cells, areas)),
  )?.day;

function isOf({ figure, today }: OpenedFigure, counter: string, day: LocalDay): boolean {
  if (isMeasure(figure)) return measuredBin(counter as Counter)?.measure === figure;
  return termsOf(figure).some(
    (term) =>
      term.counter === counter && (term.on === undefined || (term.on === 'past') === day < today),
  );
}

function standsIn([by, line]: Line, cells: readonly Cell[], areas: AreaLookup): boolean {
  const dimension = dimensionOf(by);
  return cells.some(([counted, value]) =>
    counted === 'times'
      ? // Times are counted under pairs of department and service.
        value.split('/')[by === 'department' ? 0 : 1] === line
      : counted === dimension && rowOf(value, by, areas) === line,
  );
}
