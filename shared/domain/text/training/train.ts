import { chance } from '../../chance.ts';
import { CaseClass, ServiceCode } from '../../service-catalog.ts';
import type { TextModel } from '../model.ts';
import { rowOf, termsOf } from '../terms.ts';
import { type Scored, temperatureFor, thresholdFor } from './calibrate.ts';
import type { Corpus } from './corpus.ts';
import { type Fitted, fit } from './fit.ts';
import { generate, type Generation } from './generate.ts';
import { labelled, withoutRare } from './labelled.ts';
import { quantise } from './quantise.ts';
import type { JudgedText } from './judged-text.ts';

const GENERATION: Generation = { composed: 160, dresses: 4, said: 4 };
const FITTING = { epochs: 3, rate: 0.3, classRate: 2, decay: 3e-4, dropout: 0.15 };
/** A term of fewer texts is left out. */
export const RARE = 5;

/** What a model is made of. */
export interface Material {
  readonly corpus: Corpus;
  /** Of another author than the corpus: temperature and threshold are set by them. */
  readonly calibration: readonly JudgedText[];
  /** All chance is drawn from it. */
  readonly seed: number;
}

/** SHA-256, hexadecimal. An argument, so that the domain imports nothing. */
export type BytesDigest = (bytes: Uint8Array) => string;

/**
 * A model from the texts of a corpus, sure by what it says of texts of another author that it was not trained on. The same
 * texts give the same bytes.
 */
export function train({ corpus, calibration, seed }: Material, digest: BytesDigest): TextModel {
  return modelOf({ corpus, calibration, fitted: fitOn(corpus, seed) }, digest);
}

/** Makes a model of what was fitted: in bytes, with probabilities that mean what they say. */
export function modelOf(
  { corpus, calibration, fitted }: Omit<Material, 'seed'> & { readonly fitted: Fitted },
  digest: BytesDigest,
): TextModel {
  const places = placesOf(corpus);
  const scored = calibration.map(({ text, service }): Scored => ({
    scores: scoresOf(text, fitted),
    label: places.get(service) ?? -1,
  }));
  const temperature = temperatureFor(scored);
  const quantised = quantise(fitted, corpus.services.length);
  return {
    temperature,
    threshold: thresholdFor(scored, temperature),
    version: versionOf(digest(bytesOf(quantised.weights))),
    services: corpus.services.map(({ service, class: of }) => ({
      code: ServiceCode.parse(service),
      class: of,
    })),
    ...quantised,
  };
}

/** Each service by its place in the list, which is its label. */
export const placesOf = ({ services }: Corpus): ReadonlyMap<string, number> =>
  new Map(services.map(({ service }, index) => [service, index]));

function fitOn(corpus: Corpus, seed: number): Fitted {
  const places = placesOf(corpus);
  const examples = generate(corpus, GENERATION, chance(seed)).map(({ text, service }) =>
    labelled(text, places.get(service) ?? -1),
  );
  const fitting = { ...FITTING, classes: classNumbers(corpus) };
  return fit(withoutRare(examples, RARE), fitting, chance(seed + 1));
}

/** The class of each service, by its place in the list. */
export const classNumbers = ({ services }: Corpus): number[] =>
  services.map(({ class: of }) => CaseClass.options.indexOf(of));

function scoresOf(text: string, { weights, biases }: Fitted): Float64Array {
  const terms = termsOf(text);
  const scores = Float64Array.from(biases);
  terms.keys.forEach((key, term) => {
    const row = rowOf(key) * biases.length;
    scores.forEach((score, service) => {
      scores[service] = score + (terms.weights[term] ?? 0) * (weights[row + service] ?? 0);
    });
  });
  return scores;
}

/** Another content, another name. */
const versionOf = (digest: string): string => `m${digest.slice(0, 10)}`;

const bytesOf = ({ buffer, byteOffset, byteLength }: Int8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
