import {
  type Cell,
  type Contribution,
  type Counter,
  FORWARDED_COUNTERS,
  type LocalDay,
  measuredBin,
} from './statistics.ts';
import { EVENTS, isMeasure, type OpenFigure, termsOf } from './statistics-open-figures.ts';
import type { Period } from './statistics-period.ts';
import { narrowedDimension, type Narrowing, rowOf, type Units } from './statistics-rows.ts';

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
  /** More than once for figures of returns and of activity alone. */
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
  if (!EVENTS.has(opened.figure)) return { day, times: 1 };
  // A contribution of events holds all that they are counted by.
  const events = counting.filter((one) => opened.within.every((line) => stands(line, one)));
  const times = events.map(({ by = 1, counters, ...of }) => {
    const own = counters.filter((counter) => isOf(opened, { counter, ...of, contributions }));
    return by * own.length;
  });
  return { day, times: times.reduce((sum, count) => sum + count, 0) };
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
    const isCounted = [dimension, `returns-${dimension}`, `done-${dimension}`].includes(counted);
    return isCounted && rowOf(value, by, units) === line;
  });
}
