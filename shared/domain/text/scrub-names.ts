import type { Aligned, Span } from './aligned.ts';

/**
 * Names of people. Capitals tell them where there are any; without, a family name or the words `tôi tên là` must come
 * first. A name after `đường`, `trường`, `chợ` … is the name of a place, and stays.
 */
export function namesIn(text: Aligned): Span[] {
  const words = wordsOf(text);
  const mostlyCapitals = isMostlyCapitals(text.raw);
  const spans: Span[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (isOfPlace(words, at)) {
      // The whole of it: of `đường Nguyễn Thái Học`, `Thái Học` would pass for a name.
      at += Math.max(0, run(words.slice(at, at + LONGEST_NAME), isCapital) - 1);
      continue;
    }
    const length = nameAt(words, at, mostlyCapitals);
    const [first, last] = [words[at], words[at + length - 1]];
    if (length === 0 || first === undefined || last === undefined) continue;
    spans.push({ start: first.start, end: last.end });
    at += length - 1;
  }
  return spans;
}

interface Word extends Span {
  readonly raw: string;
  readonly folded: string;
  readonly hasCapital: boolean;
  /** Nothing but spaces or a colon lie between it and the word before. */
  readonly goesOn: boolean;
}

function wordsOf({ raw, folded }: Aligned): Word[] {
  let end = 0;
  return [...raw.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index: start }) => {
    const goesOn = /^[ \t]*(?::[ \t]*)?$/.test(raw.slice(end, start)) && end > 0;
    end = start + word.length;
    const hasCapital = /^\p{Lu}/u.test(word);
    return {
      raw: word.toLowerCase(),
      folded: folded.slice(start, end),
      hasCapital,
      goesOn,
      start,
      end,
    };
  });
}

/** A text in capitals says nothing by them. */
function isMostlyCapitals(raw: string): boolean {
  const capitals = raw.match(/\p{Lu}/gu)?.length ?? 0;
  return capitals * 2 > (raw.match(/\p{L}/gu)?.length ?? 0);
}

/** Family name, two middle names and a given name; a fifth word is more often the next of the sentence. */
const LONGEST_NAME = 4;
/** Without capitals nothing shows where a name ends. */
const LONGEST_GUESS = 3;

/** Number of words of the name that begins here; 0 if none does. */
function nameAt(words: readonly Word[], at: number, mostlyCapitals: boolean): number {
  const cue = cueBefore(words, at);
  const shown = mostlyCapitals ? 0 : shownName(words, at, cue);
  return shown > 0 ? shown : guessedName(words, at, cue);
}

/** Capitals show it, after a title or from a family name on. Two words alone (Hà Nội) are too little for most families. */
function shownName(words: readonly Word[], at: number, cue: Cue | undefined): number {
  const first = words[at];
  const length = run(words.slice(at, at + LONGEST_NAME), isCapital);
  if (first === undefined || length === 0) return 0;
  if (cue !== undefined) return OFFICES.has(first.folded) ? 0 : length;
  const isName = isFamily(first) && length >= (isOnlyFamily(first) ? 2 : 3);
  return isName ? length : 0;
}

function guessedName(words: readonly Word[], at: number, cue: Cue | undefined): number {
  const guess = words.slice(at, at + LONGEST_GUESS);
  const begins = cue === 'own' || (guess[0] !== undefined && beginsName(guess[0], guess[1], cue));
  return begins ? run(guess, ({ folded }) => !NO_NAME.has(folded)) : 0;
}

const beginsName = (first: Word, middle: Word | undefined, cue: Cue | undefined): boolean =>
  isFamily(first) &&
  ((middle?.goesOn === true && MIDDLE.has(middle.raw)) ||
    (cue !== undefined && isOnlyFamily(first)));

/** How many of these belong together, from the first on. */
function run(words: readonly Word[], belongs: (word: Word) => boolean): number {
  const end = words.findIndex((word, at) => !belongs(word) || (at > 0 && !word.goesOn));
  return end === -1 ? words.length : end;
}

/** `own`: the writer says their name. `title`: a word for a person, after which a name may come. */
type Cue = 'own' | 'title';

function cueBefore(words: readonly Word[], at: number): Cue | undefined {
  if (words[at]?.goesOn !== true) return undefined;
  if (OWN_NAME.test(before(words, at, 'folded'))) return 'own';
  return TITLE.test(before(words, at, 'raw')) ? 'title' : undefined;
}

const isOfPlace = (words: readonly Word[], at: number): boolean =>
  PLACE.test(before(words, at, 'folded')) ||
  // Cầu Ông Bố, chợ Bà Chiểu: the title belongs to the name of the place.
  (TITLE.test(before(words, at, 'raw')) && PLACE.test(before(words, at - 1, 'folded')));

/** Three words tell enough. */
const before = (words: readonly Word[], at: number, form: 'raw' | 'folded'): string =>
  words
    .slice(Math.max(0, at - 3), Math.max(0, at))
    .map((word) => word[form])
    .join(' ');

const OWN_NAME = /(?:^| )(?:toi|tui|minh|em|chau|con|ho va|ho) ten(?: la)?$/;
/** With their marks, and without where that makes no other word (`dì`: Dĩ An; `bác`: Bắc Tân Uyên). */
const TITLE =
  /(?:^| )(?:anh|chị|chi|ông|ong|bà|cô|chú|chu|bác|cậu|dì|thầy|em|cháu|cán bộ|bác sĩ|tên|ten|(?:tôi|toi|tui|mình|minh|em|cháu|con) (?:là|la)|cd|kh|dân|liên hệ|ký tên)$/;
const PLACE =
  /(?:^| )(?:duong|doc|pho|hem|ngo|kiet|cau|cho|truong|thpt|thcs|tieu hoc|mam non|mau giao|hoc|benh vien|vien|chua|dinh|mieu|den|nha tho|nga (?:ba|tu|nam|sau)|cong vien|khu|kcn|kdc|vsip|kenh|rach|suoi|song|ho|ben|giao|giao voi|goc|vong xoay|phuong|xa|quan|huyen|thi tran|thi xa|thanh pho|tinh|ap|thon|cong ty|cty|quoc lo|dai lo|tuyen|p|x|tp|tx|tt|h|d)$/;

/** Titles of office, which are written with a capital, and words that open a sentence. */
const OFFICES: ReadonlySet<string> = new Set(
  'chu giam truong pho bi cong can to hoi doan dang nhan doi so uy ubnd bao ban vui cho de nho xin chinh cuc nhanh'.split(
    ' ',
  ),
);

const MIDDLE: ReadonlySet<string> = new Set(['văn', 'thị', 'van', 'thi']);

/** What follows where a name ends. */
const NO_NAME: ReadonlySet<string> = new Set(
  'o so sdt dt nha lam dang muon hoi bao can tru que sinh nam la va da co bi xin phan gui cho tai thuoc to khu phuong xa duong cong ty truong mien thuoc mot ngu hien nay tuoi cu voi cua den gi nay do khong day ben trong'.split(
    ' ',
  ),
);

/** With their marks: bare, most of them are other words too (`do`: đó, đổ; `le`: lề, lễ). */
const FAMILIES: ReadonlySet<string> = new Set(
  'nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn lâm trịnh mai đào trương hà cao lương lưu châu tạ thái tô triệu kiều quách từ tăng thạch'.split(
    ' ',
  ),
);
const BARE_FAMILIES: ReadonlySet<string> = new Set(
  'nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh doan lam trinh mai dao truong luong'.split(
    ' ',
  ),
);
/** Of those, the ones that are nothing else. */
const ONLY_FAMILIES: ReadonlySet<string> = new Set(
  'nguyễn huỳnh phạm trịnh nguyen huynh pham trinh trần lê võ đỗ đặng bùi'.split(' '),
);

const isCapital = ({ hasCapital }: Word): boolean => hasCapital;
const isFamily = ({ raw, folded }: Word): boolean =>
  FAMILIES.has(raw) || (raw === folded && BARE_FAMILIES.has(raw));
const isOnlyFamily = ({ raw }: Word): boolean => ONLY_FAMILIES.has(raw);
