import { termsOf } from '../terms.ts';
import type { Labelled } from './fit.ts';

/** A text as it is learned from: each term once. */
export function labelled(text: string, label: number): Labelled {
  const { keys, weights } = termsOf(text);
  const counts = new Map<number, number>();
  keys.forEach((key, term) => {
    counts.set(key, (counts.get(key) ?? 0) + (weights[term] ?? 0));
  });
  return {
    label,
    terms: { keys: Uint32Array.from(counts.keys()), weights: Float32Array.from(counts.values()) },
  };
}

/**
 * The same without terms that fewer than so many texts have: slips of the finger, mostly, which teach nothing and share
 * their rows with words that do.
 */
export function withoutRare(examples: readonly Labelled[], least: number): Labelled[] {
  const holders = new Map<number, number>();
  for (const { terms } of examples) {
    for (const key of terms.keys) holders.set(key, (holders.get(key) ?? 0) + 1);
  }
  return examples.map(({ label, terms: { keys, weights } }) => {
    const often = (_: number, term: number) => (holders.get(keys[term] ?? 0) ?? 0) >= least;
    return { label, terms: { keys: keys.filter(often), weights: weights.filter(often) } };
  });
}
