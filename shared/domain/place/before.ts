import { foldedOf, hasMarks, type Word, wordsOf } from './words.ts';

/** A kind of unit that stands before a name: `p.`, `thị xã`. */
export interface KindSaid {
  readonly level: 'commune' | 'district';
  /** As the official name begins. */
  readonly kind: string;
}

/** What the words before a name say of it. */
export interface Before {
  readonly said: KindSaid | null;
  /** It is a place: a kind, or a word of place (ở, gần, chợ). */
  readonly isPlace: boolean;
  /** It is a road, a person, a province, a firm or a hamlet of that name. */
  readonly isOther: boolean;
  readonly isRoad: boolean;
  /** Somebody goes there, which is not where it happened. */
  readonly isDirection: boolean;
}

const COMMUNE_KINDS: Readonly<Record<string, string>> = {
  phuong: 'Phường',
  p: 'Phường',
  f: 'Phường',
  ph: 'Phường',
  xa: 'Xã',
  x: 'Xã',
  'thi tran': 'Thị trấn',
  tt: 'Thị trấn',
};
const DISTRICT_KINDS: Readonly<Record<string, string>> = {
  huyen: 'Huyện',
  h: 'Huyện',
  'thi xa': 'Thị xã',
  tx: 'Thị xã',
  'thanh pho': 'Thành phố',
  tp: 'Thành phố',
};

/** Words with their marks: without marks they count as well, but in a text without any. */
const ROADS = ['đường', 'lộ', 'hẻm', 'ngõ', 'phố', 'dt', 'ql', 'dl'];
const OTHERS = (
  'anh chị ông bà chú cô bác thầy em cháu tên ' + 'tỉnh quận quán tiệm cty ấp kp hiệu karaoke'
).split(' ');
const OTHER_PAIRS = new Set(['cong ty', 'khu pho', 'nha hang', 'cua hang', 'khach san', 'ho ten']);
const PLACES = new Set(
  'o tai gan ben duoi tren trong quanh cho truoc sau ga ubnd kcn bv kdc ktx'.split(' '),
);
/** Pairs in which the last word is no person's: địa chỉ, ngã ba. */
const PLACE_PAIRS = new Set(['dia chi', 'nga ba', 'nga tu', 'nga nam', 'nga sau', 'khu vuc']);
const DIRECTIONS = ['hướng', 'đi'];
const DIRECTION_PAIRS = new Set(['huong ve', 'huong di', 'huong ra', 'huong len', 'huong xuong']);

/** Reads the words that end before `at`. `isMarked`: the text is written with marks, so that `ba` is not `bà`. */
export function readBefore(words: readonly Word[], at: number, isMarked: boolean): Before {
  const said = kindBefore(words, at);
  const heard = hear(words, at - (said?.length ?? 0), isMarked);
  // Whatever stands before it, a name with its kind is that of a place.
  return said === null
    ? { said: null, ...heard }
    : { ...heard, said: said.kind, isPlace: true, isOther: false, isRoad: false };
}

type Heard = Omit<Before, 'said'>;
const NOTHING: Heard = { isPlace: false, isOther: false, isRoad: false, isDirection: false };

function hear(words: readonly Word[], end: number, isMarked: boolean): Heard {
  const last = words[end - 1];
  if (last === undefined) return NOTHING;
  const pair = foldedOf(words.slice(Math.max(0, end - 2), end));
  if (PLACE_PAIRS.has(pair)) return { ...NOTHING, isPlace: true };
  const is = (list: readonly string[]): boolean =>
    list.some((word) => isWord(last, word, isMarked));
  const isRoad = is(ROADS);
  return {
    isPlace: PLACES.has(last.folded),
    isOther: isRoad || is(OTHERS) || OTHER_PAIRS.has(pair),
    isRoad,
    isDirection: DIRECTION_PAIRS.has(pair) || is(DIRECTIONS),
  };
}

function kindBefore(
  words: readonly Word[],
  at: number,
): { readonly kind: KindSaid; readonly length: number } | null {
  for (const length of [2, 1]) {
    const text = foldedOf(words.slice(Math.max(0, at - length), at));
    const commune = COMMUNE_KINDS[text];
    if (commune !== undefined) return { kind: { level: 'commune', kind: commune }, length };
    const district = DISTRICT_KINDS[text];
    if (district !== undefined) return { kind: { level: 'district', kind: district }, length };
  }
  return null;
}

const isWord = (typed: Word, word: string, isMarked: boolean): boolean => {
  const [letters, marked] = formsOf(word);
  if (typed.folded !== letters) return false;
  return hasMarks(typed) || isMarked ? typed.marked === marked : true;
};

const forms = new Map<string, readonly [string, string]>();
function formsOf(word: string): readonly [string, string] {
  const known = forms.get(word);
  if (known !== undefined) return known;
  const [read] = wordsOf(word);
  const made = [read?.folded ?? word, read?.marked ?? word] as const;
  forms.set(word, made);
  return made;
}
