import { BUCKETS, rowOf, type Terms } from '../terms.ts';
import type { Chance } from '../../chance.ts';

export interface Labelled {
  readonly terms: Pick<Terms, 'keys' | 'weights'>;
  /** Place of the service in the list of services. */
  readonly label: number;
}

export interface Fitting {
  /** The class of each service, by its place, as a number from 0. */
  readonly classes: readonly number[];
  readonly epochs: number;
  /** First step of AdaGrad. */
  readonly rate: number;
  /** How much faster a class learns than a service. */
  readonly classRate: number;
  /** Share of a weight that is forgotten at each use. */
  readonly decay: number;
  /** Share of terms that are left out at each look, so that no text hangs on one of them. */
  readonly dropout: number;
  /** Goes on from there; left out: from nothing. */
  readonly from?: Start;
}

export interface Start extends Fitted {
  /** As if each weight had moved so much already (a sum of squares): the more, the less it moves now. */
  readonly moved: number;
}

export interface Fitted {
  /** By row, then service. */
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

/**
 * Multinomial logistic regression by stochastic descent, one look at a time, the same for the same chance. A weight is the
 * sum of what its service and what its class has learned: that "cho hỏi" asks for information need not be learned
 * for each service anew.
 */
export function fit(examples: readonly Labelled[], fitting: Fitting, luck: Chance): Fitted {
  const { classes, epochs } = fitting;
  const state = startOf(fitting);
  const order = Uint32Array.from(examples, (_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, luck);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) look(example, state, { ...fitting, luck });
    }
  }
  return { weights: together(state, classes), biases: state.biases };
}

/** Weights of services or of classes: by row, then place. */
interface Layer {
  readonly width: number;
  readonly weights: Float32Array;
  /** How far each has moved: sums of squares. */
  readonly squares: Float32Array;
}

interface State {
  readonly ofServices: Layer;
  readonly ofClasses: Layer;
  readonly biases: Float32Array;
}

function startOf({ classes, from }: Fitting): State {
  const moved = from?.moved ?? 0;
  const ofServices = emptyLayer(classes.length, moved);
  return {
    // What it begins with stands in the services alone; what classes learn from here on comes on top.
    ofServices: from === undefined ? ofServices : { ...ofServices, weights: from.weights.slice() },
    ofClasses: emptyLayer(Math.max(...classes) + 1, moved),
    biases: from?.biases.slice() ?? new Float32Array(classes.length),
  };
}

const emptyLayer = (width: number, moved: number): Layer => ({
  width,
  weights: new Float32Array(BUCKETS * width),
  squares: new Float32Array(BUCKETS * width).fill(moved),
});

function together({ ofServices, ofClasses }: State, classes: readonly number[]): Float32Array {
  const { width } = ofServices;
  return ofServices.weights.map((weight, place) => {
    const row = Math.floor(place / width);
    return weight + at(ofClasses.weights, row * ofClasses.width + (classes[place % width] ?? 0));
  });
}

interface Looking extends Fitting {
  readonly luck: Chance;
}

function look({ terms, label }: Labelled, state: State, looking: Looking): void {
  const { classes, rate, classRate, decay } = looking;
  const shown = thinned(terms, looking);
  const ofClasses = sums(shown, state.ofClasses);
  const scores = sums(shown, state.ofServices);
  scores.forEach((score, service) => {
    scores[service] = score + at(state.biases, service) + at(ofClasses, classes[service] ?? 0);
  });
  const slopes = errors(scores, label);
  ofClasses.fill(0);
  slopes.forEach((slope, service) => {
    const of = classes[service] ?? 0;
    ofClasses[of] = at(ofClasses, of) + slope;
    state.biases[service] = at(state.biases, service) - BIAS_RATE * slope;
  });
  move(state.ofServices, shown, { slopes, rate, decay });
  move(state.ofClasses, shown, { slopes: ofClasses, rate: rate * classRate, decay });
}

/** Biases move slowly: every service has its share of the corpus. */
const BIAS_RATE = 0.01;
/** A service that is so nearly right needs no step. */
const FLAT = 1e-4;
/** Keeps the first step of a weight from being boundless. */
const FIRST_SQUARE = 1e-4;

/** Rows with what each counts. */
interface Shown {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

function thinned({ keys, weights }: Labelled['terms'], { dropout, luck }: Looking): Shown {
  const rows: number[] = [];
  const values: number[] = [];
  for (let term = 0; term < keys.length; term += 1) {
    if (luck.next() < dropout) continue;
    rows.push(rowOf(at(keys, term)));
    values.push(at(weights, term));
  }
  return { rows, values };
}

interface Pace {
  readonly slopes: Float64Array;
  readonly rate: number;
  readonly decay: number;
}

/** AdaGrad: what has moved often moves less. */
function move(
  { width, weights, squares }: Layer,
  { rows, values }: Shown,
  { slopes, rate, decay }: Pace,
): void {
  const steep = Array.from(slopes.keys()).filter((column) => Math.abs(at(slopes, column)) > FLAT);
  for (let term = 0; term < rows.length; term += 1) {
    const row = (rows[term] ?? 0) * width;
    const value = values[term] ?? 0;
    for (const column of steep) {
      const place = row + column;
      const slope = at(slopes, column) * value + decay * at(weights, place);
      const square = at(squares, place) + slope * slope;
      squares[place] = square;
      weights[place] = at(weights, place) - (rate * slope) / Math.sqrt(square + FIRST_SQUARE);
    }
  }
}

const at = (numbers: Float32Array | Float64Array | Uint32Array, place: number): number =>
  numbers[place] ?? 0;

function sums({ rows, values }: Shown, { width, weights }: Omit<Layer, 'squares'>): Float64Array {
  const found = new Float64Array(width);
  for (let term = 0; term < rows.length; term += 1) {
    const row = (rows[term] ?? 0) * width;
    const value = values[term] ?? 0;
    for (let column = 0; column < width; column += 1) {
      found[column] = at(found, column) + value * at(weights, row + column);
    }
  }
  return found;
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
