import { createHash } from 'node:crypto';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import { createTextClassifier } from '../../shared/domain/text/classifier.ts';
import type { TextModel } from '../../shared/domain/text/model.ts';
import { termsOf } from '../../shared/domain/text/terms.ts';
import { type Scored, temperatureFor, thresholdFor } from './calibrate.ts';
import type { Corpus, ServiceCorpus } from './corpus.ts';
import { type Fitted, fit, labelled, score } from './fit.ts';
import { generate, type Generation } from './generate.ts';
import { type Judged } from './measure.ts';
import { chance } from './random.ts';

const GENERATION: Generation = { composed: 120, dresses: 4, said: 4 };
const FITTING = { epochs: 6, rate: 0.3, decay: 3e-4, dropout: 0.15 };
/** Every fifth message is held back to calibrate by. */
const HELD = 5;

export interface Trained {
  readonly model: TextModel;
  /** What a model that never saw them says of the held-back messages. */
  readonly held: readonly Judged[];
}

/** The same corpus gives the same bytes. */
export function train(corpus: Corpus, seed: number): Trained {
  const rehearsal = fitOn({ ...corpus, services: corpus.services.map(keptOf) }, seed);
  const held = corpus.services.flatMap((own, label) =>
    heldOf(own).map((text) => ({ text, own, label, scores: scoresOf(text, rehearsal) })),
  );
  const scored: Scored[] = held;
  const temperature = temperatureFor(scored);
  const threshold = thresholdFor(scored, temperature);
  const calibration = { temperature, threshold };
  const rehearsed = createTextClassifier(
    quantised(corpus, rehearsal, { ...calibration, version: 'rehearsal' }),
  );
  const fitted = fitOn(corpus, seed);
  const named = quantised(corpus, fitted, { ...calibration, version: '-' });
  return {
    model: { ...named, version: versionOf(named.weights) },
    held: held.map(({ text, own }) => ({
      service: own.service,
      class: own.class,
      style: 'held',
      said: rehearsed(text),
    })),
  };
}

const isHeld = (_: string, index: number): boolean => index % HELD === 0;
const isKept = (_: string, index: number): boolean => index % HELD !== 0;
const keptOf = (own: ServiceCorpus): ServiceCorpus => ({
  ...own,
  matters: own.matters.filter(isKept),
  texts: own.texts.filter(isKept),
  hard: own.hard.filter(isKept),
});
/** Whole messages as they come in: a matter alone is less than anybody sends, and hard ones were made to be rare. */
const heldOf = ({ texts }: ServiceCorpus): string[] => texts.filter(isHeld);

function fitOn(corpus: Corpus, seed: number): Fitted {
  const places = new Map(corpus.services.map(({ service }, index) => [service, index]));
  const examples = generate(corpus, GENERATION, chance(seed)).map(({ text, service }) =>
    labelled(text, places.get(service) ?? 0),
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
  rest: Pick<TextModel, 'version' | 'temperature' | 'threshold'>,
): TextModel {
  const count = services.length;
  const most = new Float64Array(count);
  weights.forEach((weight, place) => {
    most[place % count] = Math.max(most[place % count] ?? 0, Math.abs(weight));
  });
  const scales = Array.from(most, (one) => Number(((one || 1) / STEPS).toPrecision(8)));
  return {
    ...rest,
    services: services.map(({ service, class: of }) => ({
      code: ServiceCode.parse(service),
      class: of,
    })),
    scales,
    biases: Array.from(biases, (bias) => Number(bias.toPrecision(8))),
    weights: Int8Array.from(weights, (weight, place) =>
      Math.round(weight / (scales[place % count] ?? 1)),
    ),
  };
}

/** Another content, another name. */
const versionOf = (weights: Int8Array): string =>
  `m${createHash('sha256').update(weights).digest('hex').slice(0, 10)}`;
