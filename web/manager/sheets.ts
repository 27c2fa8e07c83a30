/** A share that a spreadsheet shall show as per cent. */
export interface Rate {
  readonly rate: number | null;
}
export type Cell = string | number | null | Rate;

/** One table as it is shown, for a file. */
export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export const isRate = (cell: Cell): cell is Rate => typeof cell === 'object' && cell !== null;

/** Digits of a share in a file: a hundredth of a per cent. */
const RATE_DIGITS = 4;
export const rateNumber = (rate: number): number => Number(rate.toFixed(RATE_DIGITS));

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
