import type { PersonalData } from '../personal-data.ts';
import { scrub } from './scrub.ts';
import { scrubKnown } from './scrub-known.ts';

/** Characters of the longest name, number or address that the cut could split, so that no rule would know it. */
const MARGIN = 200;

/**
 * What may leave a case of its citizen's words: the beginning of them, without what their record knows of them, which goes
 * first, and what rules recognise. The place is left out as a whole. No more is looked at than can come out, so that a
 * letter costs no more than a message.
 */
export function withoutPerson(told: PersonalData, mostCharacters: number): string {
  const { description } = told;
  const scrubbed = scrub(scrubKnown(description.slice(0, mostCharacters + MARGIN), told));
  const isCut = description.length > mostCharacters + MARGIN;
  // At its end half a number may stand that marks, shorter than what they stand for, have moved forward.
  return (isCut ? scrubbed.slice(0, -MARGIN) : scrubbed).slice(0, mostCharacters);
}
