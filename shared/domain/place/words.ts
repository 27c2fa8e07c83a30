/** A word of a text, or a number in it, in the forms by which names are compared. */
export interface Word {
  /** Without marks: `hoa`. */
  readonly folded: string;
  /** With marks, the tone behind the letters, so that it does not matter over which vowel it was typed: hoà, hòa. */
  readonly marked: string;
  readonly isCapital: boolean;
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Letters and digits apart, as in `kp3` and `ĐT743`. */
export const wordsOf = (text: string): readonly Word[] =>
  (text.normalize('NFC').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).map(knownWord);

/** Vietnamese has some 7,000 syllables, which come again and again; taking one apart is most of the work. */
const KNOWN_MAX = 20_000;
const known = new Map<string, Word>();

function knownWord(text: string): Word {
  const word = known.get(text) ?? wordOf(text);
  if (known.size < KNOWN_MAX) known.set(text, word);
  return word;
}

function wordOf(text: string): Word {
  const lower = text.toLowerCase();
  const letters = lower.normalize('NFD');
  // Texts converted from old code pages have ð (eth) for đ, which is a letter of its own and does not decompose.
  const marked =
    letters.replace(TONES, '').replace(/ð/g, 'đ') + (letters.match(TONES) ?? []).join('');
  return {
    folded: letters.replace(/\p{M}/gu, '').replace(/[đð]/g, 'd'),
    marked,
    isCapital: text.charAt(0) !== lower.charAt(0),
  };
}

export const hasMarks = ({ folded, marked }: Word): boolean => folded !== marked;

/** Whether a word of a text may be one of a name: the same letters, and no marks that say otherwise. */
export const agrees = (typed: Word, name: Word): boolean =>
  typed.folded === name.folded && (!hasMarks(typed) || typed.marked === name.marked);

export const foldedOf = (words: readonly Word[]): string =>
  words.map(({ folded }) => folded).join(' ');
