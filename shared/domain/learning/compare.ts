import type { TextClassification } from '../text/classifier.ts';
import { PROMISED_COVERAGE, PROMISED_PRECISION } from '../text/training/calibrate.ts';
import type { JudgedText } from '../text/training/judged-text.ts';
import { type Measures, measure } from '../text/training/measure.ts';
import type { Example } from './example.ts';

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
  /**
   * How often a coin would favour the challenger so much (exact sign test, one-sided): the worst that it comes to without
   * what any one person said, so that nobody puts a model in force alone.
   */
  readonly chance: number;
}

/** A chance above this is no proof. */
export const CHANCE_MOST = 0.05;
/** Texts of one service that a training may lose by its own chance: each has 12 to 20. */
const LOST_BY_CHANCE = 2;
/** Share of all messages by which a challenger may ask people about more than the champion does: one in 100, which no desk feels. */
const COVERAGE_LOST_MOST = 0.01;

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

/**
 * Nothing that was known may be forgotten: not one text in sum, and no service for the sake of another. Nor may it be right
 * more often only by asking people.
 */
export const isWorse = ({ champion, challenger, lost }: JudgedComparison): boolean =>
  challenger.serviceAccuracy < champion.serviceAccuracy ||
  challenger.classAccuracy < champion.classAccuracy ||
  challenger.precision < Math.min(champion.precision, PROMISED_PRECISION) ||
  challenger.coverage < leastCoverage(champion) ||
  lost.length > 0;

/** Week by week a hundredth would add up; what was promised ends that. */
const leastCoverage = ({ coverage }: Measures): number =>
  Math.max(coverage - COVERAGE_LOST_MOST, Math.min(coverage, PROMISED_COVERAGE));

export function compareHeldBack(
  examples: readonly Pick<Example, 'text' | 'service' | 'by'>[],
  { champion, challenger }: Contest,
): HeldBackComparison {
  const right = (classify: Classify) =>
    examples.map(({ text, service }) => classify(text).services[0]?.code === service);
  const [before, after] = [right(champion), right(challenger)];
  const gained = examples.filter((_, at) => after[at] === true && before[at] === false);
  const lost = examples.filter((_, at) => before[at] === true && after[at] === false);
  return {
    texts: examples.length,
    championRight: before.filter(Boolean).length,
    challengerRight: after.filter(Boolean).length,
    gained: gained.length,
    lost: lost.length,
    chance: chanceOf(gained, lost),
  };
}

type Said = Pick<Example, 'by'>;

function chanceOf(gained: readonly Said[], lost: readonly Said[]): number {
  const without = (person: string) => {
    const byOthers = ({ by }: Said) => by !== person;
    return signTest(gained.filter(byOthers).length, lost.filter(byOthers).length);
  };
  const people = new Set(gained.map(({ by }) => by));
  return Math.max(signTest(gained.length, lost.length), ...[...people].map(without));
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
