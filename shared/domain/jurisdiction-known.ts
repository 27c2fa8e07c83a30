/** Codes of a file, or that it could not be read whole, so that nothing may be called missing. */
export type Known = ReadonlySet<string> | 'unknown';

export const isMissing = (known: Known, code: string): boolean =>
  known !== 'unknown' && !known.has(code);
