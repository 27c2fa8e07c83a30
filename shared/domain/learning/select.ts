import { hash } from '../text/hash.ts';
import type { CollectedExample, Example } from './example.ts';

/**
 * One of so many texts is held back: never learned from, by any run, so that every later one may be judged by it. By its words, so
 * that those that come again in another case are on the same side.
 */
const HELD_BACK_IN = 5;
/**
 * Most that is learned of one service, and most of that service from one person: beside the texts of the corpus, no flood of one
 * matter drowns what is known of it, and nobody alone says what a service is.
 */
export const SERVICE_MOST = 60;
export const PERSON_MOST = 20;
/**
 * Half of that of what is held back, so that no service outweighs the others, nor one person on a service. That nobody decides alone,
 * over all services, is for the comparison to see (`chance` in compare.ts).
 */
const HELD_SERVICE_MOST = SERVICE_MOST / 2;
const HELD_PERSON_MOST = PERSON_MOST / 2;

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

export interface Selected {
  readonly training: readonly CollectedExample[];
  readonly heldBack: readonly CollectedExample[];
}

/**
 * Each case and each text once, newest first: what the desk says now counts before what it said a year ago. Those of one night in the
 * order of their words, so that the same examples make the same model.
 */
export function distinct(examples: readonly CollectedExample[]): readonly CollectedExample[] {
  const newest = examples.toSorted(
    (a, b) => order(b.collectedAt, a.collectedAt) || order(a.text, b.text),
  );
  const [keys, texts] = [new Set<string>(), new Set<string>()];
  return newest.filter(({ key, text }) => {
    if (keys.has(key) || texts.has(text)) return false;
    keys.add(key);
    texts.add(text);
    return true;
  });
}

/**
 * What is learned from, and what is judged by. Only what came after `judgedSince` judges: a model that was taken back must win
 * by what was not known then.
 */
export function select(
  examples: readonly CollectedExample[],
  judgedSince: string | null,
): Selected {
  const held = examples.filter(isHeldBack);
  const judging = held.filter(
    ({ collectedAt }) => judgedSince === null || collectedAt > judgedSince,
  );
  return {
    training: capped(
      examples.filter((example) => !isHeldBack(example)),
      { service: SERVICE_MOST, person: PERSON_MOST },
    ),
    heldBack: capped(judging, { service: HELD_SERVICE_MOST, person: HELD_PERSON_MOST }),
  };
}

export const isHeldBack = ({ text }: Pick<Example, 'text'>): boolean =>
  hash(text, 0) % HELD_BACK_IN === 0;

interface Most {
  readonly service: number;
  readonly person: number;
}

function capped(examples: readonly CollectedExample[], most: Most): readonly CollectedExample[] {
  const counts = new Map<string, number>();
  const passes = (name: string, limit: number): boolean => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= limit;
  };
  return examples.filter(
    ({ service, by }) => passes(`${service} ${by}`, most.person) && passes(service, most.service),
  );
}
