import {
  type Contribution,
  type Counter,
  COUNTERS,
  DIMENSIONS,
  type LocalDay,
} from './statistics.ts';
import type { Increment } from './statistics-counting.ts';
import { dayOfMonth } from './statistics-period.ts';

/** A counter that does not hold what the cases say. */
export interface Drift extends Omit<Increment, 'by'> {
  readonly counted: number;
  readonly expected: number;
}

/** One slot for each day of a month (1 to 31) and counter. */
const SLOTS = 32 * COUNTERS.length;
const slotOf = Object.fromEntries(COUNTERS.map((counter, index) => [counter, index])) as Readonly<
  Record<Counter, number>
>;

/**
 * Sums by day, dimension, value and counter. Numbers in flat arrays: a province's ten years are some 20,000 arrays,
 * where an object a counter would be millions.
 */
export class Tally {
  readonly #months = new Map<string, Int32Array>();

  /** Months in which anything was counted. */
  get months(): readonly string[] {
    return [...new Set([...this.#months.keys()].map((key) => key.slice(0, 7)))].sort();
  }

  add(contributions: readonly Contribution[]): void {
    for (const { day, counters, cells } of contributions) {
      for (const [dimension, value] of cells) {
        for (const counter of counters) this.addOne({ day, dimension, value, counter, by: 1 });
      }
    }
  }

  addOne({ day, dimension, value, counter, by }: Increment): void {
    const key = `${day.slice(0, 7)} ${dimension} ${value}`;
    const sums = this.#months.get(key) ?? new Int32Array(SLOTS);
    this.#months.set(key, sums);
    const slot = dayOfMonth(day) * COUNTERS.length + slotOf[counter];
    sums[slot] = (sums[slot] ?? 0) + by;
  }

  /** Every counter in which `counted` is not what this tally expects. */
  drift(counted: Tally): Drift[] {
    const keys = new Set([...this.#months.keys(), ...counted.#months.keys()]);
    return [...keys].flatMap((key) => {
      const expectedSums = this.#months.get(key);
      const countedSums = counted.#months.get(key);
      return Array.from({ length: SLOTS }, (_, slot) => slot)
        .filter((slot) => (expectedSums?.[slot] ?? 0) !== (countedSums?.[slot] ?? 0))
        .map((slot) => ({
          ...placeOf(key, slot),
          counted: countedSums?.[slot] ?? 0,
          expected: expectedSums?.[slot] ?? 0,
        }));
    });
  }
}

function placeOf(key: string, slot: number): Omit<Increment, 'by'> {
  const [month = '', dimensionText, value = ''] = key.split(' ');
  const dimension = DIMENSIONS.find((known) => known === dimensionText);
  const counter = COUNTERS[slot % COUNTERS.length];
  // Both were put into the key and the slot by addOne.
  if (dimension === undefined || counter === undefined) throw new Error(`No such place: ${key}`);
  const day: LocalDay = `${month}-${String(Math.floor(slot / COUNTERS.length)).padStart(2, '0')}`;
  return { day, dimension, value, counter };
}
