import {
  PROMISED_COVERAGE,
  PROMISED_PRECISION,
} from '../../shared/domain/text/training/calibrate.ts';
import type { Measures } from '../../shared/domain/text/training/measure.ts';

/** What was promised of the classifier: with less, too much goes to the wrong department or to a person. */
const BARS = {
  classAccuracy: 0.97,
  serviceMacroF1: 0.9,
  /** Of what it does not ask about; and so much of all it must not ask about. */
  precision: PROMISED_PRECISION,
  coverage: PROMISED_COVERAGE,
} as const satisfies Partial<Record<keyof Measures, number>>;

/** The bars that a measurement does not reach, each in words. */
export const missedBars = (measures: Measures): readonly string[] =>
  (Object.keys(BARS) as (keyof typeof BARS)[])
    .filter((name) => !(measures[name] >= BARS[name]))
    .map((name) => `${name} ${measures[name]} is under ${BARS[name]}`);
