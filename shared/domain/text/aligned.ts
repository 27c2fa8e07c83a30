/**
 * A text beside its folded form, letter for letter, so that what is found in the one can be replaced in the other: rules
 * are written once, without marks and capitals, and still see how a word was written.
 */
export interface Aligned {
  readonly raw: string;
  readonly folded: string;
}

/** From `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Compatibility forms (full-width digits) become plain, and what shows nothing goes: it could split a number in two. */
export function align(text: string): Aligned {
  const raw = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return { raw, folded: raw.replace(/./gsu, foldedLetter) };
}

/** Letters whose folded form has another length stay as they are, or the two texts would drift apart. */
function foldedLetter(letter: string): string {
  const plain = letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/g, 'd');
  return plain.length === letter.length ? plain : letter;
}

/** The text with each span replaced; of spans that overlap, the first stands. */
export function replaceSpans({ raw }: Aligned, spans: readonly Span[], by: string): string {
  let done = 0;
  let text = '';
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < done) continue;
    text += raw.slice(done, start) + by;
    done = end;
  }
  return text + raw.slice(done);
}
