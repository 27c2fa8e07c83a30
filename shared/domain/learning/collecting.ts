import * as z from 'zod';
import { AreaCode } from '../area.ts';
import { Instant } from '../case.ts';

/** Where the collecting of examples stands: in which time, at which place, behind which case. */
export const CollectingProgress = z.strictObject({
  /** Cases received in this time are gone through, place by place. */
  from: Instant,
  until: Instant,
  /** The place it is at; null for cases without one, which come first. */
  place: AreaCode.nullable(),
  /** Where the page before ended in that place; null at its beginning. */
  after: z.string().nullable(),
  /** All places are done, up to `until`. */
  isFinished: z.boolean(),
});
export type CollectingProgress = z.infer<typeof CollectingProgress>;

/** What comes next: the rest of a time that was begun, else the time that has settled since; undefined while none has. */
export function nextStretch(
  before: CollectingProgress | undefined,
  settled: { readonly since: Instant; readonly until: Instant },
): CollectingProgress | undefined {
  if (before !== undefined && !before.isFinished) return before;
  const from = before?.until ?? settled.since;
  if (from >= settled.until) return undefined;
  return { from, until: settled.until, place: null, after: null, isFinished: false };
}

/** After a page: further in the same place, at the next one, or done. */
export function advanced(
  now: CollectingProgress,
  next: string | undefined,
  places: readonly AreaCode[],
): CollectingProgress {
  if (next !== undefined) return { ...now, after: next };
  const place = places.toSorted().find((one) => now.place === null || one > now.place);
  return place === undefined
    ? { ...now, after: null, isFinished: true }
    : { ...now, after: null, place };
}
