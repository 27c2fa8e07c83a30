import type { Instant } from './case.ts';
import {
  binCounter,
  type Contribution,
  type CountableCase,
  type LocalDay,
  type Measure,
  measuredBin,
  NONE,
  type StatisticsContext,
} from './statistics.ts';
import { answeredNowAt } from './statistics-due.ts';
import type { Increment } from './statistics-counting.ts';
import { binOf, type Sketch } from './statistics-sketch.ts';

/**
 * The times of a case: how long its hand-off took, on the day of receipt, and how long its resolution, on the day of
 * the answer. Counted once for the pair of department and service, from which the figures of either are added up: a row
 * for each would cost every answer one write more.
 */
export function timeContributions(
  current: CountableCase,
  context: StatisticsContext,
): Contribution[] {
  const { receivedAt } = current;
  const times: Contribution[] = [];
  const handedOffAt = handOffAt(current);
  if (handedOffAt !== undefined) {
    const ms = Date.parse(handedOffAt) - Date.parse(receivedAt);
    times.push(measured(current, { day: context.localDay(receivedAt), measure: 'handOff', ms }));
  }
  const answeredAt = answeredNowAt(current);
  if (answeredAt !== undefined) {
    const ms = resolution(current, answeredAt, context);
    const day = context.localDay(answeredAt);
    if (ms !== undefined) times.push(measured(current, { day, measure: 'resolution', ms }));
  }
  return times;
}

/** Whether it depends on the calendar by which it was measured. */
export const isInWorkingTime = ({ counters }: Contribution): boolean =>
  counters.some((counter) => counter.startsWith('resolution.'));

/** First routed, or answered at the desk, whichever came first; round the clock, as the hand-off clock runs. */
const handOffAt = ({ forwardedAt, rounds }: CountableCase): Instant | undefined =>
  [forwardedAt, rounds.at(0)?.answeredAt ?? null].filter((at) => at !== null).sort()[0];

/**
 * Working time of its lead from receipt to the answer, without that in which the citizen was asked. Reopened, it goes
 * on from receipt.
 */
function resolution(
  { receivedAt, waiting, lead }: CountableCase,
  answeredAt: Instant,
  { workingMs }: StatisticsContext,
): number | undefined {
  const worked = (from: Instant, until: Instant | null) =>
    workingMs({ from, until: until ?? answeredAt, department: lead });
  let ms = worked(receivedAt, answeredAt);
  for (const { from, until } of waiting) {
    const waited = worked(from, until);
    // A calendar that does not know the year says nothing; that must not stop the counting of the case.
    ms = ms === undefined || waited === undefined ? undefined : ms - waited;
  }
  return ms;
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
      sketches: {
        handOff: new Map<number, number>(),
        resolution: new Map<number, number>(),
        lost: new Map<number, number>(),
      },
    };
    rows.set(`${month} ${value}`, row);
    const found = measuredBin(counter);
    if (found === undefined) continue;
    const sketch = row.sketches[found.measure];
    sketch.set(found.bin, (sketch.get(found.bin) ?? 0) + by);
  }
  return [...rows.values()];
}
