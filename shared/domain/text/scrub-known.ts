import { align, replaceSpans, type Span } from './aligned.ts';
import type { PersonalData } from '../personal-data.ts';

type Known = Pick<PersonalData, 'name' | 'email' | 'address' | 'place'>;

const MARK = '<known>';
/** Shorter parts are words like any other: `An`, `Phú`. */
const SHORTEST_PART = 5;
/** Of a name, two words still tell who it is: `Thị Hoa`. */
const NAME_WORDS = 2;

/**
 * A citizen's words without what their own record says of them, however it is written: rules need not recognise what is
 * known. A given name alone is left to the rules (`scrub`), for most are words as well.
 */
export function scrubKnown(text: string, known: Known): string {
  let scrubbed = text;
  for (const part of partsOf(known)) {
    const aligned = align(scrubbed);
    scrubbed = replaceSpans(aligned, spansOf(aligned.folded, part), MARK);
  }
  return scrubbed;
}

/** Longest first, so that a part of a name does not break the whole. */
function partsOf({ name, email, address, place }: Known): readonly string[] {
  const words = folded(name ?? '').split(' ');
  const names = words.flatMap((_, from) =>
    words.length - from >= NAME_WORDS ? [words.slice(from).join(' ')] : [],
  );
  const places = [address, place].flatMap((one) =>
    one === null ? [] : [folded(one), ...one.split(/[,;\n]/).map(folded)],
  );
  return [...names, ...places, folded(email ?? '')]
    .filter((part) => part.length >= SHORTEST_PART)
    .sort((a, b) => b.length - a.length);
}

const folded = (text: string): string => align(text).folded.replace(/\s+/gu, ' ').trim();

function spansOf(text: string, part: string): Span[] {
  const words = part.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'gu');
  return [...text.matchAll(pattern)].map(({ 0: { length }, index: start }) => ({
    start,
    end: start + length,
  }));
}
