import type { Instant } from './case.ts';
import {
  binCounter,
  byMeasure,
  type Contribution,
  type CountableCase,
  type LocalDay,
  type Measure,
  isWorkingTime,
  measuredBin,
  NONE,
  type StatisticsContext,
} from './statistics.ts';
import { answeredNowAt } from './statistics-due.ts';
import type { Increment } from './statistics-counting.ts';
import { binOf, type Sketch } from './statistics-sketch.ts';

/**
 * The times of a case: how long its hand-off took, on the day of receipt; how long its first answer took, on the day of
 * that answer; and how long its resolution, on the day of the latest. Counted once for the pair of department and
 * service, from which the figures of either are added up: a row for each would cost every answer one write more.
 */
export function timeContributions(
  current: CountableCase,
  context: StatisticsContext,
): Contribution[] {
  const firstAnsweredAt = current.rounds.at(0)?.answeredAt;
  const answeredAt = answeredNowAt(current);
  const times: readonly Time[] = [
    { measure: 'handOff', ends: handOffAt(current), on: current.receivedAt, of: elapsed },
    { measure: 'firstResponse', ends: firstAnsweredAt, of: worked },
    { measure: 'firstResponseElapsed', ends: firstAnsweredAt, of: elapsed },
    { measure: 'resolution', ends: answeredAt, of: worked },
  ];
  return times.flatMap(({ measure, ends, on = ends, of }) => {
    const ms = ends === undefined ? undefined : of(current, ends, context);
    return on === undefined || ms === undefined
      ? []
      : [measured(current, { day: context.localDay(on), measure, ms })];
  });
}

interface Time {
  readonly measure: Measure;
  /** Undefined until it has ended. */
  readonly ends: Instant | undefined;
  /** Lies on the day on which it ended, or on the day of this. */
  readonly on?: Instant;
  readonly of: (
    current: CountableCase,
    ends: Instant,
    context: StatisticsContext,
  ) => number | undefined;
}

/** Whether it depends on the calendar by which it was measured. */
export const isInWorkingTime = ({ counters }: Contribution): boolean =>
  counters.some((counter) => {
    const measured = measuredBin(counter);
    return measured !== undefined && isWorkingTime(measured.measure);
  });

/** First routed, or answered at the desk, whichever came first; round the clock, as the hand-off clock runs. */
const handOffAt = ({ forwardedAt, rounds }: CountableCase): Instant | undefined =>
  [forwardedAt, rounds.at(0)?.answeredAt ?? null].filter((at) => at !== null).sort()[0];

/** Round the clock from receipt, as the citizen waits. */
const elapsed = ({ receivedAt }: CountableCase, ends: Instant): number =>
  Date.parse(ends) - Date.parse(receivedAt);

/**
 * Working time of its lead from receipt, without that in which the citizen was asked. Reopened, it goes on from receipt.
 * Undefined where the calendar does not know the year, which must not stop the counting of the case.
 */
function worked(
  { receivedAt, waiting, lead }: CountableCase,
  ends: Instant,
  { workingMs }: StatisticsContext,
): number | undefined {
  const between = (from: Instant, until: Instant) => workingMs({ from, until, department: lead });
  const waits = waiting
    .filter(({ from }) => from < ends)
    .map(({ from, until }) => between(from, until === null || until > ends ? ends : until));
  return waits.reduce(
    (ms, waited) => (ms === undefined || waited === undefined ? undefined : ms - waited),
    between(receivedAt, ends),
  );
}

interface Measured {
  readonly day: LocalDay;
  readonly measure: Measure;
  readonly ms: number;
}

const measured = (
  { lead, serviceCode }: CountableCase,
  { day, measure, ms }: Measured,
): Contribution => ({
  day,
  counters: [binCounter(measure, binOf(ms))],
  cells: [['times', timesValue(lead, serviceCode)]],
});

/** `SGTVT/road-damage`: neither code holds a slash. */
export const timesValue = (
  lead: CountableCase['lead'],
  serviceCode: CountableCase['serviceCode'],
): string => `${lead ?? NONE}/${serviceCode ?? NONE}`;

/** Times of the cases of a month, of one department and service. */
export interface MonthTimes {
  /** `2020-03` */
  readonly month: string;
  /** `-` for none, as in the other figures. */
  readonly department: string;
  readonly service: string;
  readonly sketches: Readonly<Record<Measure, Sketch>>;
}

/** Adds bins of any days up, by month, department and service. */
export function monthTimesOf(bins: readonly Increment[]): MonthTimes[] {
  const rows = new Map<string, MonthTimes & { sketches: Record<Measure, Map<number, number>> }>();
  for (const { day, value, counter, by } of bins) {
    const month = day.slice(0, 7);
    const [department = NONE, service = NONE] = value.split('/');
    const row = rows.get(`${month} ${value}`) ?? {
      month,
      department,
      service,
      sketches: byMeasure(() => new Map<number, number>()),
    };
    rows.set(`${month} ${value}`, row);
    const found = measuredBin(counter);
    if (found === undefined) continue;
    const sketch = row.sketches[found.measure];
    sketch.set(found.bin, (sketch.get(found.bin) ?? 0) + by);
  }
  return [...rows.values()];
}
