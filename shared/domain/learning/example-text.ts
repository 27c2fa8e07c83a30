import type { PersonalData } from '../personal-data.ts';
import { withoutPerson } from '../text/without-person.ts';

/** A letter is judged by its beginning, and learned from by it. */
const LONGEST = 2_000;
/** Fewer letters say nothing of a service. */
const SHORTEST = 8;

/**
 * What may be kept of a citizen's words to learn from; undefined where nothing is left. Beside who they are, every number goes:
 * to the model one is like another, so it learns the same of 0.
 */
export function exampleText(told: PersonalData): string | undefined {
  const text = withoutPerson(told, LONGEST)
    .replace(/<[a-z]+>/gu, '…')
    .replace(/\p{N}+/gu, '0')
    .replace(/\s+/gu, ' ')
    .trim();
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < SHORTEST ? undefined : text;
}
