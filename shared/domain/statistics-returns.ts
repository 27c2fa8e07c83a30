import type { DepartmentCode } from './department.ts';
import {
  binCounter,
  type Cell,
  type Contribution,
  type CountableCase,
  type Counter,
  NONE,
  returnDimension,
  type RoutedDimension,
  type StatisticsContext,
} from './statistics.ts';
import { cellsOf } from './statistics-headline.ts';
import { REASON_COUNTERS } from './statistics-counters.ts';
import { isAnswered, isMisrouted, routedCells } from './statistics-routing.ts';
import { binOf } from './statistics-sketch.ts';
import { timesValue } from './statistics-times.ts';

const MINUTE_MS = 60_000;

/**
 * What went astray with a case, on the day of its first forwarding: all of nothing for a case that was right at the first
 * try. Returns are counted for the department that refused, everything else for the one that leads the case now.
 */
export function returnContributions(
  current: CountableCase,
  context: Pick<StatisticsContext, 'localDay'>,
): Contribution[] {
  if (current.forwardedAt === null) return [];
  const day = context.localDay(current.forwardedAt);
  const places = [...cellsOf(current), ...routedCells(current)];
  const counters = caseCounters(current);
  const ofCase: Contribution[] =
    counters.length === 0 ? [] : [{ day, counters, cells: inReturns(places) }];
  return [...ofCase, ...ofHops(current, day, places), ...ofDepartments(current, day)];
}

const inReturns = (places: readonly (readonly [RoutedDimension, string])[]): Cell[] =>
  places.map(([dimension, value]) => [returnDimension(dimension), value]);

function caseCounters(current: CountableCase): Counter[] {
  const counters: Counter[] = [];
  const misrouted = isMisrouted(current);
  if (misrouted) counters.push('misrouted');
  if (misrouted && isAnswered(current)) counters.push('misroutedAnswered');
  if (current.hops.length > 0) counters.push('returned');
  if (current.hops.length > 1) counters.push('returnedAgain');
  return counters;
}

function ofHops(
  { hops, serviceCode }: CountableCase,
  day: string,
  places: readonly (readonly [RoutedDimension, string])[],
): Contribution[] {
  const others = inReturns(places.filter(([dimension]) => dimension !== 'department'));
  return hops.flatMap(({ from, proposed, reason, lostMs }): Contribution[] => {
    const cells: Cell[] = [
      ...others,
      ['returns-department', from],
      ['returns-pair', `${from}/${proposed ?? NONE}`],
    ];
    const lostMinutes = Math.round(lostMs / MINUTE_MS);
    const lost = binCounter('lost', binOf(lostMs));
    return [
      { day, counters: [REASON_COUNTERS[reason]], cells },
      ...(lostMinutes === 0
        ? []
        : [{ day, by: lostMinutes, counters: ['lostMinutes' as const], cells }]),
      { day, counters: [lost], cells: [['times', timesValue(from, serviceCode)]] },
    ];
  });
}

/** Cases by the departments that had them: a case may be in several, so these have no total. */
function ofDepartments({ hops, lead, firstRoute }: CountableCase, day: string): Contribution[] {
  const refusing = new Set(hops.map(({ from }) => from));
  const left = new Set([...refusing, ...(firstRoute === null ? [] : [firstRoute.lead])]);
  if (lead !== null) left.delete(lead);
  const counted = (counter: 'refused' | 'passedOn', departments: ReadonlySet<DepartmentCode>) =>
    departments.size === 0
      ? []
      : [
          {
            day,
            counters: [counter],
            cells: [...departments].map((code): Cell => ['returns-department', code]),
          },
        ];
  return [...counted('refused', refusing), ...counted('passedOn', left)];
}
