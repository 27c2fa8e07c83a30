import { foldVietnamese } from './fold.ts';

/** A text ready to be searched for phrases: folded words, with a space at both ends, so that only whole words are found. */
export const phrased = (text: string): string =>
  ` ${foldVietnamese(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether one of the phrases stands in a text that `phrased` has made ready. */
export const hasPhrase = (text: string, phrases: readonly string[]): boolean =>
  phrases.some((phrase) => text.includes(phrased(phrase)));
