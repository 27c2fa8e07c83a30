import * as z from 'zod';
import { CalendarVersion } from './calendar-version.ts';
import { Instant } from './case.ts';

/** Where the work has come to in the lists of open cases; undefined in a list that is read from its beginning. */
const Place = z.strictObject({
  owner: z.string(),
  status: z.string(),
  after: z.string().optional(),
});

/** The moving of running deadlines to a calendar that was published: asked for with it, done in steps after it. */
export const DeadlineMoving = z.strictObject({
  /** Number of the publication whose calendar they move to. */
  number: z.int().min(1),
  version: CalendarVersion,
  /** Counts the steps, so that two that run at once do not undo each other. */
  revision: z.int().min(0),
  requestedAt: Instant,
  /** Before it, a case may still be decided with the calendar before. */
  startsAt: Instant,
  /** Which time all lists are gone through. It is done when a time has met nothing that moved or was changing. */
  pass: z.int().min(1),
  unsettled: z.int().min(0),
  place: Place.nullable(),
  /** Cases that this pass has looked at, and those that all passes have moved. */
  looked: z.int().min(0),
  moved: z.int().min(0),
  /** Cases of this pass that cannot be moved, as the calendar does not reach far enough for them. */
  refused: z.int().min(0),
  finishedAt: Instant.nullable(),
});
export type DeadlineMoving = z.infer<typeof DeadlineMoving>;

/** What is asked for with a publication. */
export const beginning = (of: {
  readonly number: number;
  readonly version: CalendarVersion;
  readonly requestedAt: Instant;
  readonly startsAt: Instant;
}): DeadlineMoving => ({
  ...of,
  revision: 0,
  pass: 1,
  unsettled: 0,
  place: null,
  looked: 0,
  moved: 0,
  refused: 0,
  finishedAt: null,
});
