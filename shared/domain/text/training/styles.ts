import type { Chance } from '../../chance.ts';
import { shortened } from './short-forms.ts';

/** How people type: each takes a text and gives it in another dress. */
export type Style = (text: string, luck: Chance) => string;

export const withoutMarks: Style = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

export const inShort: Style = (text, luck) =>
  shortened(text, (forms, long) => (luck.onceIn(4) ? long : luck.pick(forms))).toLowerCase();

const KEYS = 'qwertyuiop asdfghjkl zxcvbnm';

const slips: readonly ((word: string, at: number, luck: Chance) => string)[] = [
  // Two letters change places.
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  // One is left out, or struck twice.
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at + 1) + word.slice(at),
  // The finger lands beside the key.
  (word, at, luck) => {
    const key = KEYS.indexOf(word[at] ?? '');
    const beside = key < 0 ? '' : (KEYS[key + (luck.onceIn(2) ? 1 : -1)] ?? '').trim();
    return beside === '' ? word : word.slice(0, at) + beside + word.slice(at + 1);
  },
  // The tone or mark was forgotten.
  (word) => withoutMarks(word, NO_LUCK),
];
const NO_LUCK = undefined as never;

export const misspelt: Style = (text, luck) =>
  text
    .split(' ')
    .map((word) =>
      word.length > 3 && luck.onceIn(9)
        ? luck.pick(slips)(word, luck.between(0, word.length - 1), luck)
        : word,
    )
    .join(' ');

/** A word is forgotten now and then, so that no single one is relied upon. */
export const withGaps: Style = (text, luck) => {
  const words = text.split(' ');
  return words.length < 6 ? text : words.filter(() => !luck.onceIn(12)).join(' ');
};

/** A space is forgotten now and then. */
export const glued: Style = (text, luck) =>
  text.replace(/(?<=\p{L}) (?=\p{L})/gu, () => (luck.onceIn(14) ? '' : ' '));

/** Letters that sound alike in the South or everywhere, and are written one for the other. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/ngã/g, 'ngả'],
  [/ã/g, 'ả'],
  [/ẽ/g, 'ẻ'],
  [/ễ/g, 'ể'],
  [/ũ/g, 'ủ'],
  [/ữ/g, 'ử'],
  [/ỗ/g, 'ổ'],
  [/\bx/g, 's'],
  [/\btr/g, 'ch'],
  [/\bgi/g, 'd'],
  [/\bv/g, 'd'],
  [/\bqu/g, 'w'],
  [/\bph/g, 'f'],
  [/([aăâơư])c\b/g, '$1t'],
  [/([aăâ])n\b/g, '$1ng'],
  [/ay\b/g, 'ai'],
  [/iê([um])/g, 'i$1'],
  [/ươ([iu])/g, 'ư$1'],
  [/uô([i])/g, 'u$1'],
];

/** Some of the words are written as they sound. */
export const bySound: Style = (text, luck) =>
  text
    .split(' ')
    .map((word) => {
      if (!luck.onceIn(6)) return word;
      const [letters, others] = luck.pick(ALIKE);
      return word.replace(letters, others);
    })
    .join(' ');

const SELVES = /(?<!\p{L})(?:tôi|tui|mình|em|tụi em|chúng tôi)(?!\p{L})/giu;
const OTHERS = [
  'CD',
  'KH',
  'người dân',
  'chị',
  'anh',
  'ông',
  'bà',
  'cô',
  'NGD',
  'người gọi',
  'gia đình',
];

/** What somebody says of himself, as an agent writes it down. */
export const retold: Style = (text, luck) => {
  const who = luck.pick(OTHERS);
  return text.replace(SELVES, who);
};

export const shouted: Style = (text) => text.toUpperCase();
export const unpunctuated: Style = (text) => text.replace(/[.,;:!?"()]/g, '').toLowerCase();
