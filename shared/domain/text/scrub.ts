import { align, type Aligned, replaceSpans, type Span } from './aligned.ts';
import { namesIn } from './scrub-names.ts';

/**
 * A citizen's words without what tells who they are, for readers outside the case: telephone numbers, e-mail and web
 * addresses, papers and accounts, plates, birth dates, names, houses. A mark stands where something was, so that
 * the sentence keeps its shape. In doubt it takes a word too many: what a message is about stands in other words.
 *
 * Rules find no name that looks like any other word. Whoever keeps or sends the result must still treat it as
 * text from a person, only one that no longer names them by what can be recognised.
 */
export function scrub(text: string): string {
  let scrubbed = text;
  for (const { find, mark } of RULES) {
    const aligned = align(scrubbed);
    scrubbed = replaceSpans(aligned, find(aligned), mark);
  }
  return scrubbed;
}

interface ScrubRule {
  readonly mark: string;
  readonly find: (text: Aligned) => readonly Span[];
}

/** What matches in the folded text; where the pattern has a group `it`, only that. */
const matches =
  (pattern: RegExp) =>
  ({ folded }: Aligned): Span[] =>
    [...folded.matchAll(pattern)].map(({ 0: { length }, index, indices }) => {
      const [start, end] = indices?.groups?.['it'] ?? [index, index + length];
      return { start, end };
    });

/**
 * Every repetition that another may follow has an end: without, a run of dots or letters is gone through once from each of its
 * characters, and a text of 20,000 takes a second. Nothing that is looked for is longer.
 */
const RUN_MOST = 40;
/** The longest part of an address before its `@` (RFC 5321). */
const MAILBOX_MOST = 64;
/** Between a word and the number that it announces. */
const APART = String.raw`[\s.:]{0,10}`;

/** No letter or digit before, or after: `\b` would do, if the signs of other scripts were letters to it. */
const FREE_BEFORE = String.raw`(?<![\p{L}\d])`;
const FREE_AFTER = String.raw`(?![\p{L}\d])`;
const pattern = (source: string) => new RegExp(`${FREE_BEFORE}(?:${source})${FREE_AFTER}`, 'dgu');
/** So many digits that a letter beside them does not matter: `Hùng0912345678`. */
const number = (source: string) => new RegExp(String.raw`(?<!\d)(?:${source})(?!\d)`, 'dgu');

/** `0912.345.678`, `(0274) 3822-888`, `012 345 678 901`: digits with at most two signs between. */
const GAP = String.raw`[\s.()\-–]{0,2}`;
/** Eight digits are a date or a sum; no telephone, paper or account has fewer than nine. */
const LONG_NUMBER = String.raw`\d(?:${GAP}\d){8,}`;
/** An old landline, said without its area code: only told from other numbers by the word before. */
const TELEPHONE = String.raw`(?:sdt|dt|d/t|dien thoai|tel|phone|hotline|zalo|goi so|lh|lien he)${APART}(?:so|la|qua)?${APART}(?<it>\d(?:${GAP}\d){5,7})`;
const SPOKEN = String.raw`(?:khong|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin)`;

/** What may stand before the first letter of a dossier's number. */
const SIGNS = String.raw`[\d.\-/]{0,${RUN_MOST}}`;
const MAIL = new RegExp(
  String.raw`[^\s@<>,;:]{1,${MAILBOX_MOST}}\s?@\s?[^\s@<>,;:]+\.[a-z]{2,}`,
  'dgu',
);
const HOUSE_NUMBER = String.raw`\d{1,5}[a-z]{0,2}(?:[/\-.]\d{1,4}[a-z]{0,2}){0,5}`;
const ROAD = String.raw`(?:duong|hem|pho|ngo|kiet|khu pho|kp|quoc lo|ql|dt|dai lo)`;
const PAPER = String.raw`(?:cccd|cmnd|cmt|can cuoc(?: cong dan)?|chung minh(?: nhan dan| thu)?|ho chieu|ma ho so|so ho so|bien nhan|ma so thue|mst|ma dinh danh|ma khach hang|makh|stk|so tai khoan|tai khoan|bhyt|bhxh|so the)`;

/** 200 Bùi Hữu Nghĩa, 12 đường Lò Chén: a number before a name, unless it counts something else. */
const NUMBER_BEFORE_NAME =
  /(?<![\p{L}\d/.,-])\d{1,4}[A-Za-z]?(?:\/\d{1,4}[A-Za-z]?)*(?=\s(?:(?:đường|hẻm|phố|đ\.?)\s)?\p{Lu}\p{Ll}+\s\p{Lu})/gu;
const COUNTED =
  /(?:to|ap|nga|thon|khu|pho|kp|phuong|quan|huyen|xa|km|ngay|luc|thang|nam|ql|dt|hem|thu|lop|khoi|dot|quoc lo|truong|so)\.?\s?$/u;

function housesBeforeNames({ raw, folded }: Aligned): Span[] {
  return [...raw.matchAll(NUMBER_BEFORE_NAME)]
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    .filter(
      ({ start }) => !COUNTED.test(folded.slice(Math.max(0, start - LONGEST_COUNTED), start)),
    );
}
/** Characters of the longest word that is looked for before a number. */
const LONGEST_COUNTED = 10;

const RULES: readonly ScrubRule[] = [
  { mark: '<email>', find: matches(MAIL) },
  {
    mark: '<link>',
    find: matches(
      /(?:https?:\/\/|www\.|(?:zalo\.me|m\.me|fb\.com|facebook\.com|t\.me)\/)[^\s<>]+/dgu,
    ),
  },
  // 61A-123.45, 61-B1 234.56, 51F1-2345.
  {
    mark: '<plate>',
    find: matches(
      pattern(String.raw`\d{2}[\s\-]?[a-z]{1,2}\d?[\s.\-]{0,3}(?:\d{3}[.\s]?\d{2}|\d{4})`),
    ),
  },
  {
    mark: '<id>',
    find: matches(
      pattern(
        String.raw`${PAPER}${APART}(?:so|la)?${APART}(?<it>[a-z]{0,3}\d(?:[\s.\-/]?\d){2,${RUN_MOST}}[a-z\d.\-/]{0,${RUN_MOST}})`,
      ),
    ),
  },
  // O for a nought, as it is dictated and typed.
  { mark: '<phone>', find: matches(pattern(String.raw`o${GAP}\d(?:${GAP}\d){7,9}`)) },
  // Passports, insurance cards, dossiers: letters before digits, six of them or more.
  {
    mark: '<id>',
    find: matches(
      pattern(
        String.raw`(?=${SIGNS}[a-z])(?=(?:[a-z.\-/]{0,${RUN_MOST}}\d){6})${SIGNS}[a-z]{1,3}\d[a-z\d]*(?:[.\-/][a-z\d]+)*`,
      ),
    ),
  },
  {
    mark: '<phone>',
    find: matches(number(String.raw`(?:(?:\+|00)?84|0)${GAP}\d(?:${GAP}\d){7,9}`)),
  },
  { mark: '<phone>', find: matches(pattern(TELEPHONE)) },
  { mark: '<phone>', find: matches(pattern(String.raw`${SPOKEN}(?:\s${SPOKEN}){7,}`)) },
  { mark: '<id>', find: matches(number(LONG_NUMBER)) },
  {
    mark: '<birth>',
    find: matches(
      pattern(
        String.raw`sinh (?:ngay|nam)${APART}(?:la)?\s{0,2}(?<it>\d{1,4}(?:\s?[/\-.]\s?\d{1,4}){0,2})`,
      ),
    ),
  },
  {
    mark: '<house>',
    find: matches(
      pattern(
        String.raw`(?:so nha|nha so|sn|can ho|can so|phong so|phong tro|thua(?: dat)?(?: so)?|to ban do(?: so)?|to so)${APART}(?:so)?\s{0,2}(?<it>[a-z]{0,2}${HOUSE_NUMBER})`,
      ),
    ),
  },
  // Nhà 12 hẻm 3; 45/6 đường Lò Chén.
  {
    mark: '<house>',
    find: matches(
      pattern(String.raw`(?:nha|o|tai|dia chi|so)[\s.:]{1,10}(?<it>${HOUSE_NUMBER}),?\s${ROAD}`),
    ),
  },
  {
    mark: '<house>',
    find: matches(
      pattern(
        String.raw`(?<it>\d{1,5}[a-z]{0,2}(?:/\d{1,4}[a-z]{0,2}){1,5}),?\s(?:${ROAD}|to|ap|thon)`,
      ),
    ),
  },
  { mark: '<house>', find: housesBeforeNames },
  { mark: '<name>', find: namesIn },
];
