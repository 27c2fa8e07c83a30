import type { CaseClass } from '../service-catalog.ts';
import { rowOf, type Terms, termsOf } from './terms.ts';
import type { TextModel } from './model.ts';

type Services = TextModel['services'];

export interface TextClassification {
  readonly model: string;
  /** Most likely first; they add up to 1. */
  readonly classes: readonly { readonly code: CaseClass; readonly probability: number }[];
  /** Most likely first, at most `SERVICES_SHOWN`. */
  readonly services: readonly {
    readonly code: Services[number]['code'];
    readonly probability: number;
  }[];
  /** Words as they stand in the text that spoke for the best service, strongest first. */
  readonly words: readonly string[];
  /** The model is not sure enough, or there was nothing to judge by. */
  readonly askPerson: boolean;
}

/** As many as an agent looks through. */
export const SERVICES_SHOWN = 5;
const WORDS_SHOWN = 6;
/** A greeting alone says nothing. */
const TOKENS_MIN = 2;

/** Says what texts are about, by a model; the same text always gives the same. Takes any text. */
export const createTextClassifier = (model: TextModel) => {
  const meanOf = meansOf(model);
  return (text: string): TextClassification => {
    const terms = termsOf(text);
    const probabilities = softmax(scoresOf(terms, model), model.temperature);
    const ranked = model.services
      .map(({ code }, index) => ({ code, index, probability: probabilities[index] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
    const [best] = ranked;
    return {
      model: model.version,
      classes: classesOf(model.services, probabilities),
      services: ranked
        .slice(0, SERVICES_SHOWN)
        .map(({ code, probability }) => ({ code, probability })),
      words: best === undefined ? [] : wordsFor(best.index, terms, { model, meanOf }),
      askPerson: terms.tokens.length < TOKENS_MIN || (best?.probability ?? 0) < model.threshold,
    };
  };
};

function scoresOf({ keys, weights }: Terms, model: TextModel): Float64Array {
  const count = model.services.length;
  const sums = new Float64Array(count);
  for (let term = 0; term < keys.length; term += 1) {
    const row = rowOf(keys[term] ?? 0) * count;
    const weight = weights[term] ?? 0;
    for (let service = 0; service < count; service += 1) {
      sums[service] = (sums[service] ?? 0) + weight * (model.weights[row + service] ?? 0);
    }
  }
  return sums.map(
    (sum, service) => sum * (model.scales[service] ?? 0) + (model.biases[service] ?? 0),
  );
}

function softmax(scores: Float64Array, temperature: number): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - most) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function classesOf(services: Services, probabilities: Float64Array) {
  const sums = new Map<CaseClass, number>();
  services.forEach(({ class: code }, index) => {
    sums.set(code, (sums.get(code) ?? 0) + (probabilities[index] ?? 0));
  });
  return [...sums]
    .map(([code, probability]) => ({ code, probability }))
    .sort((a, b) => b.probability - a.probability);
}

/** What a row adds to an average service: reckoned when a text first needs it, since most rows are rarely met. */
function meansOf({ weights, scales }: TextModel): (row: number) => number {
  const count = scales.length;
  const means = new Float64Array(weights.length / count).fill(NaN);
  return (row) => {
    const before = means[row] ?? 0;
    if (!Number.isNaN(before)) return before;
    let sum = 0;
    for (let service = 0; service < count; service += 1) {
      sum += (weights[row * count + service] ?? 0) * (scales[service] ?? 0);
    }
    means[row] = sum / count;
    return sum / count;
  };
}

interface Explained {
  readonly model: TextModel;
  readonly meanOf: (row: number) => number;
}

/** What a word adds to the service beyond what it adds to an average one. */
function wordsFor(service: number, terms: Terms, { model, meanOf }: Explained): string[] {
  const { tokens, keys, weights, owners } = terms;
  const count = model.services.length;
  const scale = model.scales[service] ?? 0;
  const gains = new Float64Array(tokens.length);
  for (let term = 0; term < keys.length; term += 1) {
    const row = rowOf(keys[term] ?? 0);
    const owner = owners[term] ?? 0;
    const beyond = (model.weights[row * count + service] ?? 0) * scale - meanOf(row);
    gains[owner] = (gains[owner] ?? 0) + (weights[term] ?? 0) * beyond;
  }
  const strongest = tokens
    .map(({ written }, index) => ({ written, gain: gains[index] ?? 0 }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .map(({ written }) => written);
  return [...new Set(strongest)].slice(0, WORDS_SHOWN);
}
