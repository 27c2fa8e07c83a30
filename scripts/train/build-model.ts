import { createHash } from 'node:crypto';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import type { TextModel } from '../../shared/domain/text/model.ts';
import { termsOf } from '../../shared/domain/text/terms.ts';
import { type Scored, temperatureFor, thresholdFor } from './calibrate.ts';
import type { Corpus } from './corpus.ts';
import { type Fitted, fit, labelled, score } from './fit.ts';
import { generate, type Generation } from './generate.ts';
import type { JudgedText } from './judged-texts.ts';
import { chance } from '../../local/replay/random.ts';

const GENERATION: Generation = { composed: 120, dresses: 4, said: 4 };
const FITTING = { epochs: 6, rate: 0.3, decay: 3e-4, dropout: 0.15 };

/**
 * A model from the texts of a corpus, sure by what it says of texts of another author that it was not trained on. The same
 * texts give the same bytes.
 */
export function train(corpus: Corpus, calibration: readonly JudgedText[], seed: number): TextModel {
  const fitted = fitOn(corpus, seed);
  const places = placesOf(corpus);
  const scored = calibration.map(({ text, service }): Scored => ({
    scores: scoresOf(text, fitted),
    label: places.get(service) ?? -1,
  }));
  const temperature = temperatureFor(scored);
  return quantised(corpus, fitted, { temperature, threshold: thresholdFor(scored, temperature) });
}

const placesOf = ({ services }: Corpus): ReadonlyMap<string, number> =>
  new Map(services.map(({ service }, index) => [service, index]));

function fitOn(corpus: Corpus, seed: number): Fitted {
  const places = placesOf(corpus);
  const examples = generate(corpus, GENERATION, chance(seed)).map(({ text, service }) =>
    labelled(text, places.get(service) ?? -1),
  );
  return fit(examples, { ...FITTING, classes: corpus.services.length }, chance(seed + 1));
}

function scoresOf(text: string, { weights, biases }: Fitted): Float64Array {
  const { buckets, weights: values } = termsOf(text);
  return score({ buckets, values }, weights, biases);
}

const STEPS = 127;

function quantised(
  { services }: Corpus,
  { weights, biases }: Fitted,
  calibration: Pick<TextModel, 'temperature' | 'threshold'>,
): TextModel {
  const count = services.length;
  const most = new Float64Array(count);
  weights.forEach((weight, place) => {
    most[place % count] = Math.max(most[place % count] ?? 0, Math.abs(weight));
  });
  const scales = Array.from(most, (one) => Number(((one || 1) / STEPS).toPrecision(8)));
  const steps = Int8Array.from(weights, (weight, place) =>
    Math.round(weight / (scales[place % count] ?? 1)),
  );
  return {
    ...calibration,
    version: versionOf(steps),
    services: services.map(({ service, class: of }) => ({
      code: ServiceCode.parse(service),
      class: of,
    })),
    scales,
    biases: Array.from(biases, (bias) => Number(bias.toPrecision(8))),
    weights: steps,
  };
}

/** Another content, another name. */
const versionOf = (weights: Int8Array): string =>
  `m${createHash('sha256').update(weights).digest('hex').slice(0, 10)}`;
