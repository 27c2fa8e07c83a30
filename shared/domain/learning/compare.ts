import type { TextClassification } from '../text/classifier.ts';
import { PROMISED_PRECISION } from '../text/training/calibrate.ts';
import type { JudgedText } from '../text/training/judged-text.ts';
import { type Measures, measure } from '../text/training/measure.ts';

export type Classify = (text: string) => TextClassification;

export interface Contest {
  readonly champion: Classify;
  readonly challenger: Classify;
}

/** How both do on the texts by which the committed model was judged. */
export interface JudgedComparison {
  readonly champion: Measures;
  readonly challenger: Measures;
  /** Services of which the challenger knows so many texts fewer that it is no chance any more. */
  readonly lost: readonly string[];
}

/** How both do on the same examples: what one knows and the other does not decides. */
export interface HeldBackComparison {
  readonly texts: number;
  readonly championRight: number;
  readonly challengerRight: number;
  /** Right with the challenger and wrong with the champion, and the other way round. */
  readonly gained: number;
  readonly lost: number;
  /** How often a coin would favour the challenger so much (exact sign test, one-sided). */
  readonly chance: number;
}

/** A chance above this is no proof. */
export const CHANCE_MOST = 0.05;
/** Texts of one service that a training may lose by its own chance: each has some nine. */
const LOST_BY_CHANCE = 2;

export function compareJudged(
  texts: readonly JudgedText[],
  { champion, challenger }: Contest,
): JudgedComparison {
  const judgedBy = (classify: Classify) =>
    texts.map((one) => ({ ...one, said: classify(one.text) }));
  const [before, after] = [judgedBy(champion), judgedBy(challenger)];
  const hits = (judged: typeof before, service: string) =>
    judged.filter((one) => one.service === service && one.said.services[0]?.code === service)
      .length;
  const services = [...new Set(texts.map(({ service }) => service))];
  return {
    champion: measure(before),
    challenger: measure(after),
    lost: services.filter((one) => hits(before, one) - hits(after, one) > LOST_BY_CHANCE),
  };
}

/** Nothing that was known may be forgotten: not one text in sum, and no service for the sake of another. */
export const isWorse = ({ champion, challenger, lost }: JudgedComparison): boolean =>
  challenger.serviceAccuracy < champion.serviceAccuracy ||
  challenger.classAccuracy < champion.classAccuracy ||
  challenger.precision < Math.min(champion.precision, PROMISED_PRECISION) ||
  lost.length > 0;

export function compareHeldBack(
  examples: readonly { readonly text: string; readonly service: string }[],
  { champion, challenger }: Contest,
): HeldBackComparison {
  const right = (classify: Classify) =>
    examples.map(({ text, service }) => classify(text).services[0]?.code === service);
  const [before, after] = [right(champion), right(challenger)];
  const gained = after.filter((isRight, at) => isRight && before[at] === false).length;
  const lost = before.filter((isRight, at) => isRight && after[at] === false).length;
  return {
    texts: examples.length,
    championRight: before.filter(Boolean).length,
    challengerRight: after.filter(Boolean).length,
    gained,
    lost,
    chance: signTest(gained, lost),
  };
}

export const isBetter = ({ chance }: HeldBackComparison): boolean => chance <= CHANCE_MOST;

/** The chance of at least `gained` heads in `gained + lost` throws of a fair coin. */
export function signTest(gained: number, lost: number): number {
  const throws = gained + lost;
  // In logarithms: half to the power of two thousand is no number any more.
  let term = -throws * Math.LN2;
  let sum = 0;
  for (let heads = 0; heads <= throws; heads += 1) {
    if (heads >= gained) sum += Math.exp(term);
    term += Math.log((throws - heads) / (heads + 1));
  }
  return Math.min(1, sum);
}
