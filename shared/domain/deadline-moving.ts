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
  /** Times that all lists were gone through. It is done when a time has moved nothing. */
  pass: z.int().min(1),
  movedInPass: z.int().min(0),
  place: Place.nullable(),
  /** Cases that were looked at and whose deadlines were moved, over all passes. */
  looked: z.int().min(0),
  moved: z.int().min(0),
  /** Cases that could not be moved, because the calendar does not reach far enough for them. */
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
  movedInPass: 0,
  place: null,
  looked: 0,
  moved: 0,
  refused: 0,
  finishedAt: null,
});
