import {
  type BinCounter,
  binCounter,
  type Contribution,
  type Counter,
  COUNTERS,
  type Dimension,
  DIMENSIONS,
  type LocalDay,
  measuredBin,
  MEASURES,
} from './statistics.ts';
import type { Increment } from './statistics-counting.ts';
import { dayOfMonth } from './statistics-period.ts';
import { BINS } from './statistics-sketch.ts';

/** A counter that does not hold what the cases say. */
export interface Drift extends Omit<Increment, 'by'> {
  readonly counted: number;
  readonly expected: number;
}

/**
 * Sums of a month and value, by slots: one for each day of the month (1 to 31) and counter. Numbers in flat arrays: a
 * province's ten years are some 20,000 of them, where an object a counter would be millions. Bins, of which most hold
 * nothing, are kept one by one.
 */
type Sums = Int32Array | Map<number, number>;

/** How the counters of a dimension are numbered. */
interface Family {
  readonly width: number;
  readonly empty: () => Sums;
  readonly indexOf: (counter: Counter | BinCounter) => number;
  readonly counterAt: (index: number) => Counter | BinCounter | undefined;
}

const counterIndex = new Map<Counter | BinCounter, number>(
  COUNTERS.map((counter, index) => [counter, index]),
);
const counting: Family = {
  width: COUNTERS.length,
  empty: () => new Int32Array(32 * COUNTERS.length),
  indexOf: (counter) => counterIndex.get(counter) ?? Number.NaN,
  counterAt: (index) => COUNTERS[index],
};

const sketching: Family = {
  width: MEASURES.length * BINS,
  empty: () => new Map(),
  indexOf: (counter) => {
    const found = measuredBin(counter);
    return found === undefined ? Number.NaN : MEASURES.indexOf(found.measure) * BINS + found.bin;
  },
  counterAt: (index) => {
    const measure = MEASURES[Math.floor(index / BINS)];
    return measure && binCounter(measure, index % BINS);
  },
};

const familyOf = (dimension: Dimension): Family => (dimension === 'times' ? sketching : counting);

/** Sums by day, dimension, value and counter. */
export class Tally {
  readonly #months = new Map<string, Sums>();

  /** Months in which anything was counted. */
  get months(): readonly string[] {
    return [...new Set([...this.#months.keys()].map((key) => key.slice(0, 7)))].sort();
  }

  add(contributions: readonly Contribution[]): void {
    for (const { day, counters, cells, by = 1 } of contributions) {
      for (const [dimension, value] of cells) {
        for (const counter of counters) this.addOne({ day, dimension, value, counter, by });
      }
    }
  }

  addOne({ day, dimension, value, counter, by }: Increment): void {
    const family = familyOf(dimension);
    const index = family.indexOf(counter);
    if (Number.isNaN(index)) throw new Error(`${dimension} holds no ${counter}`);
    const key = `${day.slice(0, 7)} ${dimension} ${value}`;
    const sums = this.#months.get(key) ?? family.empty();
    this.#months.set(key, sums);
    const slot = dayOfMonth(day) * family.width + index;
    const sum = sumIn(sums, slot) + by;
    if (sums instanceof Map) sums.set(slot, sum);
    else sums[slot] = sum;
  }

  /** Every counter in which `counted` is not what this tally expects. */
  drift(counted: Tally): Drift[] {
    const keys = new Set([...this.#months.keys(), ...counted.#months.keys()]);
    return [...keys].flatMap((key) => {
      const expectedSums = this.#months.get(key);
      const countedSums = counted.#months.get(key);
      return [...new Set([...slotsOf(expectedSums), ...slotsOf(countedSums)])]
        .filter((slot) => sumIn(expectedSums, slot) !== sumIn(countedSums, slot))
        .map((slot) => ({
          ...placeOf(key, slot),
          counted: sumIn(countedSums, slot),
          expected: sumIn(expectedSums, slot),
        }));
    });
  }
}

const sumIn = (sums: Sums | undefined, slot: number): number =>
  (sums instanceof Map ? sums.get(slot) : sums?.[slot]) ?? 0;

const slotsOf = (sums: Sums | undefined): Iterable<number> => sums?.keys() ?? [];

function placeOf(key: string, slot: number): Omit<Increment, 'by'> {
  // A value, such as the name of a machine, may hold spaces of its own.
  const [month = '', dimensionText, ...words] = key.split(' ');
  const value = words.join(' ');
  const dimension = DIMENSIONS.find((known) => known === dimensionText);
  const { width, counterAt } = familyOf(dimension ?? 'class');
  const counter = counterAt(slot % width);
  // Both were put into the key and the slot by addOne.
  if (dimension === undefined || counter === undefined) throw new Error(`No such place: ${key}`);
  const day: LocalDay = `${month}-${String(Math.floor(slot / width)).padStart(2, '0')}`;
  return { day, dimension, value, counter };
}
