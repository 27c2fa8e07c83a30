import { foldVietnamese } from './fold.ts';
import { hash, mixed } from './hash.ts';
import { longForm } from './shorthand.ts';
import { withoutTelex } from './telex.ts';

/** Rows of a model: at one byte a service, 78 services make a file of 2.8 MB, and 83 one of 3 MB, which is the limit. */
export const BUCKETS = 36_000;
/** A letter of 20,000 characters is judged by its beginning; 250 words say what it is about. */
export const TOKENS_MAX = 250;
/** More is not looked at, or a letter would take as long as it is long: 250 words of the longest kind, with their spaces. */
const CHARACTERS_MAX = 2_000;
/** A letter with its marks beside it has as many; what is cut off shorter is composed all the same. */
const DECOMPOSED = 3;
/** Vietnamese syllables have 7 letters; 30 are three words of which somebody forgot the spaces, or a name. */
const WORD_LENGTH_MAX = 30;

/** A word as it stands, and as it is compared. */
export interface Token {
  readonly written: string;
  /** Lower case, composed, expanded: may be several words. */
  readonly plain: string;
}

/** What a text is compared by. Each term says how much it counts, and which token has a share in it. */
export interface Terms {
  readonly tokens: readonly Token[];
  readonly keys: Uint32Array;
  readonly weights: Float32Array;
  /** The token to which a term belongs; the second of its words for pairs. */
  readonly owners: Uint16Array;
}

/** The row of a model in which a term has its weights. */
export const rowOf = (key: number): number => key % BUCKETS;

/** How much each kind of term counts; the terms of a kind share its weight, so that long texts weigh no more. */
const KINDS = { word: 1, pair: 0.9, accented: 0.6, gram: 0.8 } as const;
type Kind = keyof typeof KINDS;
/** Letters in a row that still tell a misspelt word. */
const GRAMS = [3, 4] as const;

export function tokensOf(text: string): Token[] {
  const words =
    text
      .slice(0, CHARACTERS_MAX * DECOMPOSED)
      .normalize('NFC')
      .slice(0, CHARACTERS_MAX)
      .match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
  return words.slice(0, TOKENS_MAX).map((written) => {
    const lower = written.slice(0, WORD_LENGTH_MAX).toLowerCase();
    return { written, plain: longForm(lower) ?? lower };
  });
}

/** The terms of a text: words and pairs without marks, words with marks, and the letters inside of words. */
export function termsOf(text: string): Terms {
  const tokens = tokensOf(text);
  const found: Found = { keys: [], kinds: [], owners: [] };
  let before = START;
  tokens.forEach(({ plain }, owner) => {
    for (const written of plain.includes(' ') ? plain.split(' ') : [plain]) {
      const word = wordOf(written);
      add(found, { kind: 'word', key: word.key, owner });
      add(found, { kind: 'pair', key: mixed(before, word.key), owner });
      if (word.accented !== undefined) add(found, { kind: 'accented', key: word.accented, owner });
      for (const key of word.grams) add(found, { kind: 'gram', key, owner });
      before = word.key;
    }
  });
  return weighed(tokens, found);
}

/** Terms in three columns: a row of its own for each of thousands would cost more than all the rest. */
interface Found {
  readonly keys: number[];
  readonly kinds: Kind[];
  readonly owners: number[];
}

function add(
  { keys, kinds, owners }: Found,
  { kind, key, owner }: { readonly kind: Kind; readonly key: number; readonly owner: number },
): void {
  keys.push(key);
  kinds.push(kind);
  owners.push(owner);
}

/** The terms of a word by itself, which are the same wherever it stands. */
interface Word {
  readonly key: number;
  /** Where it has marks. */
  readonly accented: number | undefined;
  readonly grams: readonly number[];
}

/** Vietnamese has some 7,000 syllables, so most words come again and again. */
const KNOWN_MAX = 20_000;
const known = new Map<string, Word>();
/** Terms that look alike are of different kinds. */
const SEEDS = { word: 1, accented: 2, gram: 3 } as const;
/** Before the first word. */
const START = hash('^', SEEDS.word);

function wordOf(written: string): Word {
  const before = known.get(written);
  if (before !== undefined) return before;
  const folded = numberless(withoutTelex(foldVietnamese(written)));
  const word = {
    key: hash(folded, SEEDS.word),
    accented: folded === written ? undefined : hash(written, SEEDS.accented),
    grams: gramsOf(folded).map((gram) => hash(gram, SEEDS.gram)),
  };
  if (known.size < KNOWN_MAX) known.set(written, word);
  return word;
}

/** Which number it is says little; that there is one says something. */
const numberless = (word: string): string => (/^\p{N}+$/u.test(word) ? '#' : word);

function gramsOf(word: string): string[] {
  const bounded = `_${word}_`;
  return GRAMS.flatMap((length) =>
    Array.from({ length: Math.max(0, bounded.length - length + 1) }, (_, at) =>
      bounded.slice(at, at + length),
    ),
  );
}

/** What is said again counts less than something new. */
function weighed(tokens: readonly Token[], { keys, kinds, owners }: Found): Terms {
  const counts = { word: 0, pair: 0, accented: 0, gram: 0 };
  const times = new Map<number, number>();
  keys.forEach((key) => times.set(key, (times.get(key) ?? 0) + 1));
  for (const kind of kinds) counts[kind] += 1;
  const weights = new Float32Array(keys.length);
  kinds.forEach((kind, term) => {
    weights[term] = KINDS[kind] / Math.sqrt(counts[kind] * (times.get(keys[term] ?? 0) ?? 1));
  });
  return { tokens, keys: new Uint32Array(keys), weights, owners: new Uint16Array(owners) };
}
