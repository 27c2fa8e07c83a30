import * as z from 'zod';
import { CaseClass, ServiceCode } from '../service-catalog.ts';
import { BUCKETS } from './terms.ts';

/** What stands before the weights of a model file. */
export const ModelHeader = z.strictObject({
  /** Which model it is; every proposal and every figure of accuracy names it. */
  version: z.string().min(1).max(24),
  services: z.array(z.strictObject({ code: ServiceCode, class: CaseClass })).min(2),
  /** What one step of a weight of each service stands for. */
  scales: z.array(z.number().positive()),
  biases: z.array(z.number()),
  /** By which scores are divided so that probabilities mean what they say. */
  temperature: z.number().positive(),
  /** Under this probability of the best service a person is asked. */
  threshold: z.number().min(0).max(1),
});
export type ModelHeader = z.infer<typeof ModelHeader>;

/** A linear model: one weight for each term and service. */
export interface TextModel extends ModelHeader {
  /** By term, then service, in steps of `scales`. */
  readonly weights: Int8Array;
}

const MAGIC = '1022model';
const LENGTH_DIGITS = 8;

/** `1022model`, length of the header in 8 digits, header as JSON, weights. */
export function encodeModel({ weights, ...header }: TextModel): Uint8Array {
  const text = JSON.stringify(header);
  const head = new TextEncoder().encode(text);
  const length = String(head.length).padStart(LENGTH_DIGITS, '0');
  const start = new TextEncoder().encode(MAGIC + length);
  const bytes = new Uint8Array(start.length + head.length + weights.length);
  bytes.set(start);
  bytes.set(head, start.length);
  bytes.set(
    new Uint8Array(weights.buffer, weights.byteOffset, weights.length),
    start.length + head.length,
  );
  return bytes;
}

/** @throws where the bytes are no whole model: a broken file must be found when it is loaded, not guessed with. */
export function decodeModel(bytes: Uint8Array): TextModel {
  const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  const start = MAGIC.length + LENGTH_DIGITS;
  if (text(0, MAGIC.length) !== MAGIC) throw new Error('This is no model of texts');
  const length = Number(text(MAGIC.length, start));
  const header = ModelHeader.parse(JSON.parse(text(start, start + length)));
  const weights = new Int8Array(
    bytes.buffer,
    bytes.byteOffset + start + length,
    bytes.length - start - length,
  );
  const { services, scales, biases } = header;
  if (
    weights.length !== BUCKETS * services.length ||
    scales.length !== services.length ||
    biases.length !== services.length
  ) {
    throw new Error('The model of texts is not whole');
  }
  return { ...header, weights };
}
