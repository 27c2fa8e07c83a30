import type { Chance } from '../../shared/domain/chance.ts';

/** How many of so many come out, each with this chance. */
export function binomial(of: number, share: number, chance: Chance): number {
  let count = 0;
  for (let one = 0; one < of; one += 1) if (chance.next() < share) count += 1;
  return count;
}

/** Knuth's way: good for means of some hundred at most. */
function poisson(mean: number, chance: Chance): number {
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = chance.next(); product > end; product *= chance.next()) count += 1;
  return count;
}

function normal(chance: Chance): number {
  return Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
}

/** Marsaglia and Tsang (2000). */
function gamma(shape: number, chance: Chance): number {
  if (shape < 1) return gamma(shape + 1, chance) * (1 - chance.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(chance);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - chance.next()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) {
      return d * v;
    }
  }
}

export interface Spread {
  readonly mean: number;
  /** Variance in units of the mean: 1 comes one by one, more in clusters. */
  readonly dispersion: number;
}

/** A count of a day: negative binomial. */
export const counted = ({ mean, dispersion }: Spread, chance: Chance): number =>
  dispersion <= 1
    ? poisson(mean, chance)
    : poisson(gamma(mean / (dispersion - 1), chance) * (dispersion - 1), chance);
