import { foldVietnamese } from './fold.ts';
import { hash } from './hash.ts';
import { SHORTHAND } from './shorthand.ts';

/** Rows of a model: at one byte a service, 78 services make a file of 2.6 MB. */
export const BUCKETS = 32_768;
/** A letter of 20,000 characters is judged by its beginning; 400 words say what it is about. */
export const TOKENS_MAX = 400;

/** A word as it stands, and as it is compared. */
export interface Token {
  readonly written: string;
  /** Lower case, composed, expanded: may be several words. */
  readonly plain: string;
}

/** What a text is compared by: rows of a model with their weights. Each token says which rows it has a share in. */
export interface Terms {
  readonly tokens: readonly Token[];
  readonly buckets: Uint16Array;
  readonly weights: Float32Array;
  /** The token to which a term belongs; the first of its words for pairs. */
  readonly owners: Uint16Array;
}

/** How much each kind of term counts; the terms of a kind share its weight, so that long texts weigh no more. */
const KINDS = { word: 1, pair: 0.9, accented: 0.6, gram: 0.8 } as const;
type Kind = keyof typeof KINDS;
/** Letters in a row that still tell a misspelt word. */
const GRAMS = [3, 4] as const;

export function tokensOf(text: string): Token[] {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return words.slice(0, TOKENS_MAX).map((written) => {
    const lower = written.toLowerCase();
    return { written, plain: SHORTHAND.get(lower) ?? lower };
  });
}

/** The terms of a text: words and pairs without marks, words with marks, and the letters inside of words. */
export function termsOf(text: string): Terms {
  const tokens = tokensOf(text);
  const found: Found[] = [];
  let before = '^';
  tokens.forEach(({ plain }, owner) => {
    for (const word of plain.split(' ')) {
      const folded = foldedOf(word);
      found.push({ kind: 'word', term: folded, owner });
      found.push({ kind: 'pair', term: `${before} ${folded}`, owner });
      if (folded !== word) found.push({ kind: 'accented', term: word, owner });
      for (const term of gramsOf(folded)) found.push({ kind: 'gram', term, owner });
      before = folded;
    }
  });
  return weighed(tokens, found);
}

interface Found {
  readonly kind: Kind;
  readonly term: string;
  readonly owner: number;
}

/** Vietnamese has some 7,000 syllables, so most words come again and again. */
const KNOWN_MAX = 20_000;
const known = new Map<string, string>();

function foldedOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const folded = numberless(foldVietnamese(word));
  if (known.size < KNOWN_MAX) known.set(word, folded);
  return folded;
}

/** Which number it is says little; that there is one says something. */
const numberless = (word: string): string => (/^\p{N}+$/u.test(word) ? '#' : word);

function* gramsOf(word: string): Generator<string> {
  const bounded = `_${word}_`;
  for (const length of GRAMS) {
    for (let at = 0; at + length <= bounded.length; at += 1) yield bounded.slice(at, at + length);
  }
}

function weighed(tokens: readonly Token[], found: readonly Found[]): Terms {
  const counts = { word: 0, pair: 0, accented: 0, gram: 0 };
  for (const { kind } of found) counts[kind] += 1;
  return {
    tokens,
    buckets: Uint16Array.from(found, ({ kind, term }) => hash(`${kind}:${term}`, 0) % BUCKETS),
    weights: Float32Array.from(found, ({ kind }) => KINDS[kind] / Math.sqrt(counts[kind])),
    owners: Uint16Array.from(found, ({ owner }) => owner),
  };
}
