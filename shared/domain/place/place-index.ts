import type { Area, AreaLookup } from '../area-lookup.ts';
import type { AreaCode } from '../area.ts';
import type { Landmark, LandmarksFile } from './landmark.ts';
import { NO_LANDMARKS } from './no-landmarks.ts';
import { Phrases } from './phrases.ts';
import { agrees, foldedOf, type Word, wordsOf } from './words.ts';

/** What a phrase may stand for. */
export type Meaning =
  | { readonly is: 'area'; readonly area: Area; readonly words: readonly Word[] }
  | { readonly is: 'landmark'; readonly landmark: Landmark; readonly words: readonly Word[] }
  | {
      readonly is: 'elsewhere';
      readonly until: string | undefined;
      readonly words: readonly Word[];
    };

/** Every name that places go by; made once for a jurisdiction. */
export interface PlaceIndex {
  readonly phrases: Phrases<Meaning>;
  readonly areas: AreaLookup;
  readonly everyday: ReadonlySet<string>;
  readonly wider: ReadonlySet<string>;
  readonly numberedStreets: ReadonlySet<string>;
}

/** `thudaumot` is one word only where it cannot be a part of another. */
const LEAST_JOINED = 7;
const KIND = /^(?:Thành phố|Thị xã|Thị trấn|Huyện|Phường|Xã) /u;

const plainName = ({ name }: Pick<Area, 'name'>): string => name.replace(KIND, '');

export function placeIndex(areas: AreaLookup, file: LandmarksFile = NO_LANDMARKS): PlaceIndex {
  const phrases = new Phrases<Meaning>();
  for (const area of areas.values()) {
    const words = wordsOf(plainName(area));
    phrases.add(words, { is: 'area', area, words });
    const joined = words.map(({ folded }) => folded).join('');
    const word = { folded: joined, marked: joined, isCapital: true };
    if (words.length > 1 && joined.length >= LEAST_JOINED) {
      phrases.add([word], { is: 'area', area, words: [word] });
    }
  }
  addNames(phrases, file, areas);
  return {
    phrases,
    areas,
    everyday: new Set(file.everyday.map(keyOf)),
    wider: new Set(file.wider.map(keyOf)),
    numberedStreets: new Set(file.numberedStreets),
  };
}

function addNames(
  phrases: Phrases<Meaning>,
  { landmarks, elsewhere }: LandmarksFile,
  areas: AreaLookup,
): void {
  for (const landmark of landmarks) {
    for (const name of landmark.names) {
      const words = shortened(wordsOf(name));
      // Another name of an area is one of its names.
      const own = landmark.kind === 'alias' ? areasOf(landmark.areas, areas) : [];
      for (const area of own) phrases.add(words, { is: 'area', area, words });
      if (own.length === 0) phrases.add(words, { is: 'landmark', landmark, words });
    }
  }
  for (const { names, until } of elsewhere) {
    for (const name of names) {
      const words = wordsOf(name);
      phrases.add(words, { is: 'elsewhere', until, words });
    }
  }
}

/** The name of an area as the sets of the index hold it. */
const keyOf = (name: string): string => foldedOf(wordsOf(name));

/** Names of one word are often words of other things. */
export const isOneWord = (area: Area): boolean => wordsOf(plainName(area)).length === 1;

/** What stands for several words, so that `KCN`, `khu CN` and `khu công nghiệp` are one. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  kcn: ['khu cong nghiep', 'khu cn'],
  ql: ['quoc lo'],
  dt: ['duong tinh', 'tinh lo', 'tl'],
  dh: ['dai hoc', 'truong dai hoc'],
  bv: ['benh vien'],
  dl: ['dai lo'],
};
const shorts = new Phrases<Word>();
for (const [short, longs] of Object.entries(SHORT)) {
  const word = { folded: short, marked: short, isCapital: false };
  for (const long of longs) shorts.add(wordsOf(long), word);
}

/** The same words with the kinds of landmarks made short. */
export function shortened(words: readonly Word[]): readonly Word[] {
  const short: Word[] = [];
  for (let at = 0; at < words.length;) {
    const found = shorts.longestAt(words, at);
    const word = found?.values[0] ?? words[at];
    if (word !== undefined) short.push(word);
    at += found?.length ?? 1;
  }
  return short;
}

/** Whether a text writes the name with the same marks, or without any. */
export const isWritten = (typed: readonly Word[], name: readonly Word[]): boolean =>
  typed.every((word, at) => agrees(word, name[at] ?? word));

export const areasOf = (codes: readonly AreaCode[], areas: AreaLookup): readonly Area[] =>
  codes.flatMap((code) => areas.get(code) ?? []);
