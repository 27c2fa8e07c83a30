import type { CaseClass, ServiceCode } from '../domain/service-catalog.ts';

/** A code with how likely it is, 0 to 1, calibrated: of those said to be 0.8 sure, four in five are right. */
export interface Likely<Code extends string> {
  readonly code: Code;
  readonly probability: number;
}

export interface Classification {
  /** Which model said it; figures of accuracy are kept by it. */
  readonly model: string;
  /** Most likely first; their probabilities add up to 1. */
  readonly classes: readonly Likely<CaseClass>[];
  /** The most likely ones, best first. */
  readonly services: readonly Likely<ServiceCode>[];
  /** Words of the text that decided for the best service, strongest first. */
  readonly words: readonly string[];
  /** True where it is not sure enough for anybody to rely on it. */
  readonly askPerson: boolean;
}

/** Says what a text is about. */
export interface Classifier {
  classify(text: string): Promise<Classification>;
}
