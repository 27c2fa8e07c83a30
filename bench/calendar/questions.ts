import type { BusinessCalendar } from '../../shared/domain/business-calendar.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** What the hotline asks: targets are up to 15 working days of 8 hours, cases a month old at most. */
const LONGEST_TARGET_MINUTES = 15 * 8 * 60;
const LONGEST_DISTANCE_MINUTES = 30 * DAY_MINUTES;

/** On whole minutes, which is all that the other library counts in. */
export interface Question {
  readonly from: Date;
  readonly to: Date;
  readonly minutes: number;
}

/** Anywhere in the covered years but the last months, where a result could lie beyond them. */
export function randomQuestions(
  { coversFrom, coversUntil }: BusinessCalendar,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly Question[] {
  const below = chance(seed);
  const first = coversFrom / MINUTE_MS;
  const room = coversUntil / MINUTE_MS - first - 90 * DAY_MINUTES;
  // The other library looks back to the last closing, so a start needs some days before it.
  const margin = 30 * DAY_MINUTES;
  return Array.from({ length: count }, () => {
    const from = first + margin + below(room - margin);
    return {
      from: new Date(from * MINUTE_MS),
      to: new Date((from + below(LONGEST_DISTANCE_MINUTES)) * MINUTE_MS),
      minutes: 1 + below(LONGEST_TARGET_MINUTES),
    };
  });
}

/** A linear congruential generator: the same questions in every run. */
function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
