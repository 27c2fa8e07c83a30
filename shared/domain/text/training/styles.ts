import type { Chance } from '../../chance.ts';

/** How people type: each takes a text and gives it in another dress. */
export type Style = (text: string, luck: Chance) => string;

export const withoutMarks: Style = (text) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

const SHORT: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?<!\p{L})không(?!\p{L})/giu, ['ko', 'k', 'hok', 'kg', 'hông', 'hổng', 'hong']],
  [/(?<!\p{L})được(?!\p{L})/giu, ['dc', 'đc', 'đk', 'dk']],
  [/(?<!\p{L})phường(?!\p{L})/giu, ['p.', 'P', 'F']],
  [/(?<!\p{L})khu phố(?!\p{L})/giu, ['kp', 'KP']],
  [/(?<!\p{L})thị xã(?!\p{L})/giu, ['tx', 'TX']],
  [/(?<!\p{L})thành phố(?!\p{L})/giu, ['tp', 'TP']],
  [/(?<!\p{L})bao nhiêu(?!\p{L})/giu, ['bn', 'bnh', 'nhiu']],
  [/(?<!\p{L})mọi người(?!\p{L})/giu, ['mn']],
  [/(?<!\p{L})với(?!\p{L})/giu, ['vs', 'zới']],
  [/(?<!\p{L})như thế nào(?!\p{L})/giu, ['ntn', 'sao']],
  [/(?<!\p{L})công ty(?!\p{L})/giu, ['cty', 'cti']],
  [/(?<!\p{L})công an(?!\p{L})/giu, ['ca', 'CA']],
  [/(?<!\p{L})bệnh viện(?!\p{L})/giu, ['bv']],
  [/(?<!\p{L})hồ sơ(?!\p{L})/giu, ['hs']],
  [/(?<!\p{L})rồi(?!\p{L})/giu, ['r', 'rùi', 'roi']],
  [/(?<!\p{L})gì(?!\p{L})/giu, ['j', 'zì', 'gi']],
  [/(?<!\p{L})tôi(?!\p{L})/giu, ['tui', 'mình', 'e', 'em', 't']],
  [/(?<!\p{L})vào(?!\p{L})/giu, ['vô', 'zô']],
  [/(?<!\p{L})xem(?!\p{L})/giu, ['coi']],
  [/(?<!\p{L})làm(?!\p{L})/giu, ['mần', 'lm']],
  [/(?<!\p{L})vậy(?!\p{L})/giu, ['dzậy', 'zậy', 'z']],
  [/(?<!\p{L})quá(?!\p{L})/giu, ['wá', 'qá', 'dữ']],
  [/(?<!\p{L})người(?!\p{L})/giu, ['ng', 'ngừi']],
  [/(?<!\p{L})điện thoại(?!\p{L})/giu, ['đt', 'đth']],
  [/(?<!\p{L})bảo hiểm xã hội(?!\p{L})/giu, ['bhxh', 'BHXH']],
  [/(?<!\p{L})bảo hiểm y tế(?!\p{L})/giu, ['bhyt', 'BHYT']],
  [/(?<!\p{L})căn cước công dân(?!\p{L})/giu, ['cccd', 'CCCD', 'căn cước']],
  [/(?<!\p{L})giấy phép lái xe(?!\p{L})/giu, ['gplx', 'bằng lái']],
  [/(?<!\p{L})ủy ban nhân dân(?!\p{L})/giu, ['UBND', 'ủy ban', 'ub']],
];

export const inShort: Style = (text, luck) =>
  SHORT.reduce(
    (now, [long, short]) =>
      now.replace(long, (found) => (luck.onceIn(4) ? found : luck.pick(short))),
    text,
  ).toLowerCase();

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

export const shouted: Style = (text) => text.toUpperCase();
export const unpunctuated: Style = (text) => text.replace(/[.,;:!?"()]/g, '').toLowerCase();
