/**
 * Letters at which a spreadsheet starts to reckon (https://owasp.org/www-community/attacks/CSV_Injection), the full-width
 * ones too, which East Asian versions take for the same.
 */
const FORMULA = /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/;
/** A code or a phone number, which would lose its first zeros, or a date. */
const NUMBER_LIKE = /^[\s\u00a0]*[(\d][\d\s.,:()/-]*$/;

/** Text that a spreadsheet takes for text: an apostrophe before what it would reckon with. */
export const safeText = (text: string): string =>
  FORMULA.test(text) || NUMBER_LIKE.test(text) ? `'${text}` : text;

/** Tells Excel that the file is UTF-8; without it Vietnamese is unreadable there. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, with every text quoted: a comma or a line break in it stays in its cell. */
export const csvText = (text: string): string => `"${safeText(text).replaceAll('"', '""')}"`;

/** Cells that are written already. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;
