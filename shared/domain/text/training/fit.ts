import { BUCKETS, type Terms, termsOf } from '../terms.ts';
import type { Chance } from '../../chance.ts';

export interface Labelled {
  readonly terms: Pick<Terms, 'buckets' | 'weights'>;
  /** Place of the service in the list of services. */
  readonly label: number;
}

export interface Fitting {
  readonly classes: number;
  readonly epochs: number;
  /** First step of AdaGrad. */
  readonly rate: number;
  /** Share of a weight that is forgotten at each use. */
  readonly decay: number;
  /** Share of terms that are left out at each look, so that no text hangs on one of them. */
  readonly dropout: number;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

export const labelled = (text: string, label: number): Labelled => {
  const { buckets, weights } = termsOf(text);
  return { terms: { buckets, weights }, label };
};

/** Multinomial logistic regression by stochastic descent, one look at a time, the same for the same chance. */
export function fit(examples: readonly Labelled[], fitting: Fitting, luck: Chance): Fitted {
  const { classes, epochs } = fitting;
  const weights = new Float32Array(BUCKETS * classes);
  const squares = new Float32Array(BUCKETS * classes);
  const state = { weights, squares, biases: new Float32Array(classes) };
  const order = Uint32Array.from(examples, (_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, luck);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) look(example, state, { ...fitting, luck });
    }
  }
  return { weights, biases: state.biases };
}

interface State extends Fitted {
  readonly squares: Float32Array;
}

function look(
  { terms: { buckets, weights: values }, label }: Labelled,
  state: State,
  { classes, dropout, luck, ...pace }: Fitting & { readonly luck: Chance },
): void {
  const kept = Uint8Array.from(buckets, () => (luck.next() < dropout ? 0 : 1));
  const shown = Float32Array.from(values, (value, term) => value * at(kept, term));
  const gradient = errors(score({ buckets, values: shown }, state.weights, state.biases), label);
  buckets.forEach((bucket, term) => {
    const value = at(shown, term);
    if (value !== 0) step({ row: bucket * classes, value, gradient }, state, pace);
  });
  gradient.forEach((slope, service) => {
    state.biases[service] = at(state.biases, service) - BIAS_RATE * slope;
  });
}

/** Biases move slowly: every service has its share of the corpus. */
const BIAS_RATE = 0.01;
/** Less than that moves nothing that anybody could see. */
const FLAT = 1e-5;

interface Step {
  readonly row: number;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** AdaGrad: what has moved often moves less. */
function step(
  { row, value, gradient }: Step,
  { weights, squares }: State,
  { rate, decay }: Pick<Fitting, 'rate' | 'decay'>,
): void {
  for (let service = 0; service < gradient.length; service += 1) {
    const place = row + service;
    const slope = at(gradient, service) * value + decay * at(weights, place);
    if (Math.abs(slope) < FLAT) continue;
    const square = at(squares, place) + slope * slope;
    squares[place] = square;
    weights[place] = at(weights, place) - (rate * slope) / Math.sqrt(square + 1e-4);
  }
}

type Numbers = Float32Array | Float64Array | Uint8Array | Uint16Array;
const at = (numbers: Numbers, place: number): number => numbers[place] ?? 0;

interface Shown {
  readonly buckets: Uint16Array;
  readonly values: Float32Array;
}

export function score({ buckets, values }: Shown, weights: Float32Array, biases: Float32Array) {
  const sums = Float64Array.from(biases);
  buckets.forEach((bucket, term) => {
    const value = at(values, term);
    if (value === 0) return;
    const row = bucket * biases.length;
    for (let service = 0; service < sums.length; service += 1) {
      sums[service] = at(sums, service) + value * at(weights, row + service);
    }
  });
  return sums;
}

/** What the probabilities are off by. */
function errors(scores: Float64Array, label: number): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((one) => Math.exp(one - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power, service) => power / sum - (service === label ? 1 : 0));
}

function shuffle(order: Uint32Array, luck: Chance): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = luck.between(0, last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
}
