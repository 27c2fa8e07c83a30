/**
 * Tails of distributions, summed term by term in logarithms: exact at any size of sample, and without a table or an
 * approximation that somebody would have to trust.
 */

/**
 * Fisher's exact test, one-sided: how likely it is that of all successes so few or fewer fall into the part, if the part were
 * drawn from the whole by lot. Holds for any size, which a normal approximation does not for a department with ten cases.
 */
export function chanceOfSoFew(part: Ratio, rest: Ratio): number {
  const successes = part.numerator + rest.numerator;
  const failures = part.denominator + rest.denominator - successes;
  const fewest = Math.max(0, part.denominator - failures);
  const most = Math.min(part.denominator, successes);
  const logs: number[] = [0];
  for (let x = fewest + 1; x <= most; x += 1) {
    const up = (successes - x + 1) * (part.denominator - x + 1);
    const down = x * (failures - part.denominator + x);
    logs.push((logs.at(-1) ?? 0) + Math.log(up / down));
  }
  const highest = logs.reduce((a, b) => Math.max(a, b));
  const weights = logs.map((log) => Math.exp(log - highest));
  const upTo = weights.slice(0, part.numerator - fewest + 1);
  return Math.min(1, added(upTo) / added(weights));
}

/** So many of so many. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

export const rateOf = ({ numerator, denominator }: Ratio): number => numerator / denominator;

const added = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** A negative binomial distribution: a count of what comes by chance, more uneven the smaller its size. */
export interface Counting {
  readonly mean: number;
  readonly size: number;
}

/** The smallest count that is reached with less than this chance. The chance must be far above 1e-15, the limit of sums. */
export function firstBelow(chance: number, counting: Counting): number {
  let count = 0;
  let above = 1;
  for (const term of terms(counting)) {
    if (above < chance) return count;
    above -= term;
    count += 1;
  }
  return count;
}

/** How likely so much or more is. Below 1e-12 sums are no longer exact, and nobody asks. */
export function chanceOfSoMany(count: number, counting: Counting): number {
  let above = 1;
  let passed = 0;
  for (const term of terms(counting)) {
    if (passed === count) break;
    above -= term;
    passed += 1;
  }
  return Math.max(LEAST_CHANCE, above);
}

export const LEAST_CHANCE = 1e-12;

/** The chances of 0, 1, 2 …, without an end but that behind which nothing is left. */
function* terms({ mean, size }: Counting): Generator<number> {
  let log = size * Math.log(size / (size + mean));
  const growth = Math.log(mean / (size + mean));
  for (let count = 0; ; count += 1) {
    const term = Math.exp(log);
    if (count > mean && term < LEAST_CHANCE / 1_000) return;
    yield term;
    log += growth + Math.log((size + count) / (count + 1));
  }
}

/**
 * Holm (1979): which of several tests hold, if the chance that even one of them holds by accident is to stay below `chance`.
 * https://en.wikipedia.org/wiki/Holm%E2%80%93Bonferroni_method
 */
export function holding<T extends { readonly chance: number }>(
  tests: readonly T[],
  chance: number,
): readonly T[] {
  const sorted = [...tests].sort((a, b) => a.chance - b.chance);
  const failing = sorted.findIndex(
    (test, place) => test.chance >= chance / (sorted.length - place),
  );
  return failing < 0 ? sorted : sorted.slice(0, failing);
}
