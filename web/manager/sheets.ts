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
