/** The normal quantile of a two-sided 95 % interval. */
const Z_95 = 1.959964;

/**
 * Below so many forwarded cases no ranking: at 30 and 77 % the 95 % interval is still 59 to 88 %, and one case more
 * or less moves the rate by three points. A unit with a single case must not lead the table.
 */
export const MIN_RANKING_SAMPLE = 30;

/** A part of a whole. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** 0 to 1, not rounded; null when there is nothing to divide by. */
  readonly rate: number | null;
  /** Wilson score interval, 95 %. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface SatisfactionCounts {
  readonly forwarded: number;
  readonly answered: number;
  readonly satisfied: number;
  readonly acceptable: number;
  readonly unsatisfied: number;
}

/** The same numerator over each denominator, so that nobody has to guess which one a rate was made with. */
export interface Satisfaction {
  /** The headline: silence counts against it. */
  readonly ofForwarded: Share;
  readonly ofAnswered: Share;
  readonly ofJudged: Share;
  /** How much of what could be judged was: without it the rate of the judged says little. */
  readonly judgedOfAnswered: Share;
  readonly rankable: boolean;
}

export const satisfactionOf = (counts: SatisfactionCounts): Satisfaction => {
  const { forwarded, answered } = counts;
  const judged = judgedIn(counts);
  const satisfactory = satisfactoryIn(counts);
  return {
    ofForwarded: shareOf(satisfactory, forwarded),
    ofAnswered: shareOf(satisfactory, answered),
    ofJudged: shareOf(satisfactory, judged),
    judgedOfAnswered: shareOf(judged, answered),
    rankable: forwarded >= MIN_RANKING_SAMPLE,
  };
};

/** hài lòng + chấp nhận được */
export const satisfactoryIn = ({ satisfied, acceptable }: SatisfactionCounts): number =>
  satisfied + acceptable;

export const judgedIn = (counts: SatisfactionCounts): number =>
  satisfactoryIn(counts) + counts.unsatisfied;

export function shareOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, rate: null, low: null, high: null };
  return {
    numerator,
    denominator,
    rate: numerator / denominator,
    ...wilson(numerator, denominator),
  };
}

/**
 * Wilson (1927): unlike the textbook interval it stays within 0 and 1 and says something at 0 % and 100 %.
 * https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
 */
function wilson(numerator: number, denominator: number): { low: number; high: number } {
  const rate = numerator / denominator;
  const z2 = Z_95 ** 2;
  const centre = rate + z2 / (2 * denominator);
  const spread = Z_95 * Math.sqrt((rate * (1 - rate)) / denominator + z2 / (4 * denominator ** 2));
  const scale = 1 + z2 / denominator;
  return {
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}
