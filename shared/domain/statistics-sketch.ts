/**
 * Percentiles from counters. A value is counted in a bin whose upper end is 4 % above its lower one, so that any value
 * read back from it is at most 2 % wrong. Bins are plain counts: sketches of days, services and departments are
 * added up, and a case is taken out again by subtracting what it was counted as. The bins are those of DDSketch
 * (Masson, Rim, Lee: DDSketch, VLDB 2019), https://arxiv.org/abs/1908.10693.
 */
export const RELATIVE_ERROR = 0.02;
const GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);

/** The last bin ends beyond this. Nothing that is measured lasts longer, and what does is counted there. */
const LONGEST_MS = 20 * 366 * 86_400_000;

/**
 * Upper ends of the bins in ms; each bin begins behind the end of the one before. Made by multiplication, which
 * gives the same on every machine, as logarithms need not: a value on an end must always fall into the same bin.
 */
const ENDS: readonly number[] = (() => {
  // Nothing took no time at all, and times are whole ms: 0 and 1 have bins of their own.
  const ends = [0, 1];
  for (let end = GROWTH; end < LONGEST_MS * GROWTH; end *= GROWTH) ends.push(end);
  return ends;
})();

/** Numbers of bins are below this. */
export const BINS = ENDS.length;

/** How many values lie in each bin. One that is missing holds none. */
export type Sketch = ReadonlyMap<number, number>;

/** The bin of a time in ms. Time that would be negative, when clocks of two machines differ, is none. */
export function binOf(ms: number): number {
  let low = 0;
  let high = BINS - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ENDS[middle] ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a bin stands for: as far, in proportion, from its lower end as from its upper one. */
function valueOf(bin: number): number {
  const end = ENDS[bin] ?? 0;
  const begin = ENDS[bin - 1] ?? 0;
  // The bins of 0 and of 1 ms hold one value each.
  return bin < 2 ? end : (2 * begin * end) / (begin + end);
}

export const countIn = (sketch: Sketch): number =>
  [...sketch.values()].reduce((sum, count) => sum + count, 0);

/**
 * The smallest time in ms which at least this share of all values do not exceed (nearest rank), at most 2 % off;
 * null when there are none.
 */
export function quantile(sketch: Sketch, share: number): number | null {
  const rank = Math.max(1, Math.ceil(countIn(sketch) * share));
  let passed = 0;
  for (const [bin, count] of [...sketch].sort(([a], [b]) => a - b)) {
    passed += count;
    if (passed >= rank) return valueOf(bin);
  }
  return null;
}

/** All values of several sketches. */
export function merged(sketches: readonly Sketch[]): Sketch {
  const sum = new Map<number, number>();
  for (const sketch of sketches) {
    for (const [bin, count] of sketch) sum.set(bin, (sum.get(bin) ?? 0) + count);
  }
  return sum;
}
