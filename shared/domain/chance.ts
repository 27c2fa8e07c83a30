/** Repeatable chance: the same seed tells the same story on every machine (mulberry32). */
export interface Chance {
  /** 0 ≤ x < 1. */
  next(): number;
  /** from ≤ n < to. */
  between(from: number, to: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
  /** True once in so many times. */
  onceIn(times: number): boolean;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from));
  return {
    next,
    between,
    pick: (from) => {
      const one = from[between(0, from.length)];
      if (one === undefined) throw new Error('Nothing to pick from');
      return one;
    },
    onceIn: (times) => next() < 1 / times,
    shuffle: (list) =>
      list
        .map((item) => ({ item, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
  };
}
