import type { TextModel } from '../model.ts';
import type { Fitted } from './fit.ts';

/** What one byte with a sign can hold. */
const STEPS = 127;

/** Weights in bytes: each service has steps of its own, so that its greatest weight is the last one. */
export function quantise(
  { weights, biases }: Fitted,
  count: number,
): Pick<TextModel, 'scales' | 'biases' | 'weights'> {
  const most = new Float64Array(count);
  weights.forEach((weight, place) => {
    most[place % count] = Math.max(most[place % count] ?? 0, Math.abs(weight));
  });
  const scales = Array.from(most, (one) => Number(((one || 1) / STEPS).toPrecision(8)));
  return {
    scales,
    biases: Array.from(biases, (bias) => Number(bias.toPrecision(8))),
    weights: Int8Array.from(weights, (weight, place) =>
      Math.round(weight / (scales[place % count] ?? 1)),
    ),
  };
}
