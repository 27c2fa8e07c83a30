import { chance } from '../../chance.ts';
import type { TextModel } from '../model.ts';
import { type Fitted, fit } from './fit.ts';
import { generate, type Generation } from './generate.ts';
import { labelled, withoutRare } from './labelled.ts';
import { type BytesDigest, classNumbers, type Material, modelOf, placesOf, RARE } from './train.ts';

export interface TuningMaterial extends Material {
  /** The model that the corpus made, whole: tuning goes on from it, never from what was tuned before. */
  readonly base: TextModel;
  /** What people decided, a text each. */
  readonly examples: readonly { readonly text: string; readonly service: string }[];
}

/** Half of what the base was trained on is shown again beside the examples, so that it forgets nothing. */
const REMINDERS: Generation = { composed: 60, dresses: 2, said: 2 };
/** A real text is worth three that were written: so 60 of a service stand beside some 250. */
const EXAMPLE_SHOWN = 3;
/**
 * One look at each, with half a step of the first training behind every weight. Measured (docs/adr/0011-learning.md): smaller
 * steps learned a new matter as well, and forgot more of the others, for too little was put right again.
 */
const TUNING = { epochs: 1, rate: 0.3, classRate: 2, decay: 3e-4, dropout: 0.15 };
const MOVED = 0.5;

/** The model that goes so far of the way from its base (0) to what was tuned (1). */
export type TunedModel = (share: number) => TextModel;

/**
 * A model that knows what its base knows and what the examples add. Of a service that the corpus does not have nothing
 * is learned. The same material gives the same bytes.
 */
export function tune(material: TuningMaterial, digest: BytesDigest): TunedModel {
  const { corpus, seed } = material;
  const places = placesOf(corpus);
  const shown = material.examples.flatMap((example) =>
    places.has(example.service) ? Array.from({ length: EXAMPLE_SHOWN }, () => example) : [],
  );
  const texts = [...generate(corpus, REMINDERS, chance(seed)), ...shown];
  const looks = texts.map(({ text, service }) => labelled(text, places.get(service) ?? -1));
  const base = weightsOf(material.base);
  const fitting = { ...TUNING, classes: classNumbers(corpus), from: { ...base, moved: MOVED } };
  const tuned = fit(withoutRare(looks, RARE), fitting, chance(seed + 1));
  return (share) => modelOf({ ...material, fitted: between(base, tuned, share) }, digest);
}

function between(base: Fitted, tuned: Fitted, share: number): Fitted {
  const mixed = (from: Float32Array, to: Float32Array) =>
    from.map((value, place) => value + share * ((to[place] ?? 0) - value));
  return {
    weights: mixed(base.weights, tuned.weights),
    biases: mixed(base.biases, tuned.biases),
  };
}

function weightsOf({ weights, scales, biases }: TextModel): Fitted {
  const count = scales.length;
  return {
    weights: Float32Array.from(weights, (weight, place) => weight * (scales[place % count] ?? 0)),
    biases: Float32Array.from(biases),
  };
}
