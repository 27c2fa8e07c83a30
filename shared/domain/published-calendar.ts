import * as z from 'zod';
import { Actor } from './actor.ts';
import type { CalendarData } from './business-calendar-data.ts';
import { CalendarVersion } from './calendar-version.ts';
import { CalendarYear } from './calendar-year.ts';
import { Instant } from './case.ts';

/** The calendar that is bundled with the code comes before every published one. */
export const BUILT_IN_NUMBER = 0;

/** One publication: who put which year into the calendar, when, why, and on which calendar they decided. */
export const calendarPublication = () =>
  z.strictObject({
    /** 1..n without gaps; each was decided on the one before. */
    number: z.int().min(1),
    version: CalendarVersion,
    publishedAt: Instant,
    publishedBy: Actor,
    reason: z.string().min(1),
    /** As it was entered. */
    entered: CalendarYear,
    /** Whether the year was in the calendar before. */
    replaced: z.boolean(),
    /** From when on it may count differently from the calendar before; null when it differs in words alone. */
    differsFrom: Instant.nullable(),
    /** Whether running deadlines were to be moved. */
    moveRunning: z.boolean(),
    /** Fingerprints of the Idempotency-Key and of the request, by which a retry is recognised. */
    requestKey: z.string(),
    requestHash: z.string(),
  });
export type Publication = z.infer<ReturnType<typeof calendarPublication>>;

/** A calendar of which it is known which publication made it. */
export interface NumberedCalendar {
  readonly number: number;
  readonly calendar: CalendarData;
}

/** What deadlines counted with the n-th publication are stored with. */
export const versionOf = (number: number): CalendarVersion =>
  CalendarVersion.parse(`published-${number}`);

/** The inverse; whatever was not published is bundled. */
const numberOf = (version: CalendarVersion): number =>
  Number(/^published-(\d+)$/.exec(version)?.[1] ?? BUILT_IN_NUMBER);

/** Whether one calendar was published after another. */
export const isLaterCalendar = (one: CalendarVersion, other: CalendarVersion): boolean =>
  numberOf(one) > numberOf(other);
