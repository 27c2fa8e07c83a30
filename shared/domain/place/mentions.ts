import type { Area } from '../area-lookup.ts';
import { type Before, type KindSaid, readBefore } from './before.ts';
import type { Landmark } from './landmark.ts';
import { isOneWord, isWritten, type Meaning, type PlaceIndex, shortened } from './place-index.ts';
import { foldedOf, hasMarks, type Word, wordsOf } from './words.ts';

/** A name in a text that may say where something happened. */
export interface Mention {
  /** Units of that name, of any division. */
  readonly areas: readonly Area[];
  readonly said: KindSaid | null;
}

export interface Mentions {
  readonly places: readonly Mention[];
  readonly landmarks: readonly Landmark[];
  /** Names were left out because they are those of another province's places. */
  readonly isElsewhere: boolean;
}

/** A name where it stands, before it is known what its neighbours make of it. */
interface Standing {
  readonly at: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
  readonly before: Before;
  /** Everyday words that only a neighbour makes a place. */
  readonly isDoubtful: boolean;
}

/** Between a place and the province that it is in stand a few words like `, thành phố`. */
const LONGEST_GAP = 3;
const GAP = new Set('thanh pho tp tinh huyen h quan q thi xa tx t p so'.split(' '));

/** The names in a text. `day`: the local day of the text, where it is known. */
export function findMentions(text: string, index: PlaceIndex, day: string | undefined): Mentions {
  const words = shortened(wordsOf(text));
  const standing = standingIn(words, index);
  const ours = standing.flatMap((one, at) =>
    one.meanings.some(({ is }) => is === 'elsewhere')
      ? []
      : [{ ...one, isTheirs: isTheirs(one, { next: standing[at + 1], words, day }) }],
  );
  const kept = ours.filter((one) => !one.isTheirs);
  const sure = kept.filter(({ isDoubtful, at }) => !isDoubtful || hasNeighbour(at, kept));
  const straight = sure.filter(({ before }) => !before.isDirection);
  const chosen = straight.length > 0 ? straight : sure;
  return {
    places: chosen.flatMap(mentionOf),
    landmarks: chosen.flatMap(({ meanings }) =>
      meanings.flatMap((meaning) => (meaning.is === 'landmark' ? [meaning.landmark] : [])),
    ),
    isElsewhere: kept.length < ours.length && chosen.length === 0,
  };
}

function standingIn(words: readonly Word[], index: PlaceIndex): readonly Standing[] {
  const isMarked = words.some(hasMarks);
  const standing: Standing[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = index.phrases.longestAt(words, at);
    if (found === undefined) continue;
    const end = at + found.length;
    const before = readBefore(words, at, isMarked);
    const read = readName(
      { words: words.slice(at, end), next: words[end] },
      { found: found.values, before },
      index,
    );
    if (read !== undefined) standing.push({ at, end, before, ...read });
    at = end - 1;
  }
  return standing;
}

interface Name {
  readonly words: readonly Word[];
  readonly next: Word | undefined;
}

/** What a name means where it stands; undefined where it is no place. */
function readName(
  { words, next }: Name,
  { found, before }: { readonly found: readonly Meaning[]; readonly before: Before },
  index: PlaceIndex,
): Pick<Standing, 'meanings' | 'isDoubtful'> | undefined {
  const meanings = asWritten(words, found, before);
  if (meanings.length === 0) return undefined;
  if (meanings.some(({ is }) => is !== 'area')) {
    return before.isOther && !before.isRoad ? undefined : { meanings, isDoubtful: false };
  }
  if (before.isOther) {
    const street = numberedStreet(meanings, { before, next }, index);
    return street && { meanings: street, isDoubtful: false };
  }
  return isNoPlace(words, { meanings, before }, index)
    ? undefined
    : { meanings, isDoubtful: isEveryday(words, before, index) };
}

/** A slip of the tone is forgiven to a name that is called a place. */
function asWritten(
  words: readonly Word[],
  found: readonly Meaning[],
  { isPlace }: Before,
): readonly Meaning[] {
  const written = found.filter((meaning) => isWritten(words, meaning.words));
  return written.length === 0 && isPlace ? found : written;
}

/** The province's own name, or a single word, is a place's only where it is called one. */
function isNoPlace(
  words: readonly Word[],
  { meanings, before }: { readonly meanings: readonly Meaning[]; readonly before: Before },
  { wider }: PlaceIndex,
): boolean {
  if (before.said !== null) return false;
  if (wider.has(foldedOf(words))) return true;
  return (
    words.length === 1 &&
    !before.isPlace &&
    meanings.every((meaning) => meaning.is === 'area' && isOneWord(meaning.area))
  );
}

/** `dĩ an` is written like "go and eat" without its marks; capitals or a word of place tell that it is a name. */
function isEveryday(words: readonly Word[], before: Before, { everyday }: PlaceIndex): boolean {
  if (before.isPlace || !everyday.has(foldedOf(words))) return false;
  return !words.every(({ isCapital }) => isCapital) || !words.some(hasMarks);
}

/** `đường Bình Hòa 21` lies in Bình Hòa where streets are numbered; no other road of that name says where it is. */
function numberedStreet(
  meanings: readonly Meaning[],
  { before, next }: { readonly before: Before; readonly next: Word | undefined },
  { numberedStreets }: PlaceIndex,
): readonly Meaning[] | undefined {
  if (!before.isRoad || next === undefined || !/^\d+$/.test(next.folded)) return undefined;
  const streets = meanings.flatMap((meaning) => {
    if (meaning.is !== 'area' || meaning.area.kind === 'district') return [];
    const isNumbered = meaning.area.districtCodes.every((one) => numberedStreets.has(one));
    return isNumbered ? [meaning] : [];
  });
  const [first] = streets;
  if (first === undefined) return undefined;
  const areas = streets.map(({ area }) => area.code);
  const landmark: Landmark = {
    names: [first.area.name],
    kind: 'road',
    areas,
    certainty: 'likely',
  };
  return [{ is: 'landmark', landmark: landmark, words: first.words }];
}

/** A name of ours in front of another province's or town's name is of a place there. */
function isTheirs(
  one: Standing,
  {
    next,
    words,
    day,
  }: {
    readonly next: Standing | undefined;
    readonly words: readonly Word[];
    readonly day: string | undefined;
  },
): boolean {
  const gap = next === undefined ? Infinity : next.at - one.end;
  if (next === undefined || gap > LONGEST_GAP) return false;
  if (!words.slice(one.end, next.at).every(({ folded }) => GAP.has(folded))) return false;
  return next.meanings.some(
    (meaning) =>
      meaning.is === 'elsewhere' &&
      (meaning.until === undefined || (day !== undefined && day <= meaning.until)),
  );
}

/** Another place within a few words, as an address has them. */
const hasNeighbour = (at: number, all: readonly Standing[]): boolean =>
  all.some((other) => other.at !== at && Math.abs(other.at - at) <= 2 * LONGEST_GAP);

function mentionOf({ meanings, before }: Standing): Mention[] {
  const areas = meanings.flatMap((meaning) => (meaning.is === 'area' ? [meaning.area] : []));
  return areas.length === 0 ? [] : [{ areas, said: before.said }];
}
