import type { PersonalData } from '../personal-data.ts';
import { scrub } from '../text/scrub.ts';
import { scrubKnown } from '../text/scrub-known.ts';

/** A letter is judged by its beginning, and learned from by it. */
const LONGEST = 2_000;
/** Fewer letters say nothing of a service. */
const SHORTEST = 8;

/**
 * What may be kept of a citizen's words to learn from; undefined where nothing is left. What their record knows of them goes
 * first, then what rules recognise. The place is left out as a whole, and every number becomes 0: to the model one number is
 * like another, so it learns the same.
 */
export function exampleText(told: PersonalData): string | undefined {
  const text = scrub(scrubKnown(told.description.slice(0, LONGEST), told))
    .replace(/<[a-z]+>/gu, '…')
    .replace(/\p{N}+/gu, '0')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < SHORTEST ? undefined : text;
}
