import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { CalendarData, Season } from '../domain/business-calendar-data.ts';
import { CalendarVersion } from '../domain/calendar-version.ts';
import {
  CalendarYear,
  DAYS_LIMIT,
  EnteredDayOff,
  SEASONS_LIMIT,
  YearHours,
} from '../domain/calendar-year.ts';
import { Instant } from '../domain/case.ts';
import { DepartmentCode } from '../domain/department.ts';
import { plainText } from '../domain/text/clean.ts';

/** As long as the names that the decisions themselves give to days and seasons. */
const NAME_LIMIT = 120;
const NOTE_LIMIT = 500;
/** A sentence or two, with number and date of the decision that it rests on. */
const REASON_LIMIT = 1_000;

const Name = plainText({ min: 1, max: NAME_LIMIT });

const HoursRequest = YearHours.extend({
  seasons: z
    .array(Season.extend({ name: Name }))
    .max(SEASONS_LIMIT)
    .optional(),
});

/**
 * One year: days off (`statutory`, `compensatory`, `swap_off`), make-up workdays with the swapped day they stand in
 * for, and, where they change, hours. Without `hours` the year keeps those of the year before. `departments` gives
 * some hours of their own (`null` takes them away), or makes a duty desk round the clock.
 */
export const CalendarYearRequest = CalendarYear.extend({
  daysOff: z
    .array(
      EnteredDayOff.extend({
        name: Name,
        note: plainText({ min: 1, max: NOTE_LIMIT }).optional(),
      }),
    )
    .max(DAYS_LIMIT),
  hours: HoursRequest.optional(),
  departments: z
    .record(
      DepartmentCode,
      z.union([HoursRequest, z.strictObject({ roundTheClock: z.literal(true) })]).nullable(),
    )
    .optional(),
});

export const PublishCalendarRequest = CalendarYearRequest.extend({
  reason: plainText({ min: 1, max: REASON_LIMIT }),
  /** Count running deadlines anew. Without it they stay as they were told to citizens. */
  moveRunning: z.boolean().default(false),
  /** Replace a year that is there already and by which cases run. */
  replaceYear: z.boolean().default(false),
});

/** Which calendar it is and, unless it is the one that came with the system, who published it when and why. */
export const CalendarVersionBody = z.strictObject({
  /** 0 for the calendar that came with the system; goes out as the ETag. */
  number: z.int().min(0),
  /** What the deadlines are stored with that were counted by it. */
  version: CalendarVersion,
  published: z
    .strictObject({
      at: Instant,
      by: Actor,
      reason: z.string(),
      year: z.int(),
      replacedYear: z.boolean(),
      moveRunning: z.boolean(),
      /** From when on it may count differently from the one before; null when only words differ. */
      differsFrom: Instant.nullable(),
    })
    .nullable(),
});

export const CurrentCalendarBody = CalendarVersionBody.extend({ calendar: CalendarData });

/** What a calendar says of one year. */
const YearBody = CalendarData.pick({ daysOff: true, makeUpWorkdays: true }).extend({
  weekly: CalendarData.shape.weekly,
  /** Seasons that return every year, or reach into this one. */
  seasons: z.array(Season),
  departments: CalendarData.shape.departments,
});

export const CalendarDetails = CalendarVersionBody.extend({
  calendar: CalendarData,
  /** The published year as it was before, null where it was not there, and as it was since. */
  before: YearBody.nullable(),
  after: YearBody.nullable(),
});

export const CalendarsBody = z.strictObject({
  current: CalendarVersionBody,
  years: z.array(
    z.strictObject({
      year: z.int(),
      daysOff: z.int(),
      makeUpWorkdays: z.int(),
      /** Days off of which it is not sure yet that they are right. */
      uncertain: z.int(),
      /** The version that last put this year in. */
      version: CalendarVersion,
    }),
  ),
  /** Newest first. */
  versions: z.array(CalendarVersionBody),
});

export const CalendarParams = z.strictObject({
  number: z.coerce.number().int().min(0).max(999_999),
});

const ProblemBody = z.strictObject({
  code: z.string(),
  /** Place in the request: `hours.weekly.monday[0]`; `calendar.…` where it shows only in the calendar as a whole. */
  path: z.string(),
  message: z.string(),
  messageVi: z.string(),
});

export const CalendarPreviewBody = z.strictObject({
  /** Send it as If-Match to publish on the calendar that was looked at. */
  basedOn: z.int().min(0),
  problems: z.array(ProblemBody),
  effect: z
    .strictObject({
      replacedYear: z.boolean(),
      differsFrom: Instant.nullable(),
      /** Running cases whose time lies in the year, wholly or in part. */
      runningCases: z.int().min(0),
      /** What moves if running deadlines are to be moved. */
      moves: z.strictObject({
        cases: z.int().min(0),
        deadlines: z.int().min(0),
        /** False when there were more cases than could be looked at: the figures are then the least. */
        complete: z.boolean(),
        examples: z.array(
          z.strictObject({
            trackingCode: z.string(),
            department: DepartmentCode.nullable(),
            from: Instant,
            to: Instant,
          }),
        ),
      }),
    })
    .nullable(),
});

/** How far running deadlines have been moved; null when nobody ever asked for it. */
export const MovingBody = z.strictObject({
  moving: z
    .strictObject({
      number: z.int().min(1),
      version: CalendarVersion,
      state: z.enum(['waiting', 'moving', 'done']),
      requestedAt: Instant,
      startsAt: Instant,
      finishedAt: Instant.nullable(),
      looked: z.int().min(0),
      moved: z.int().min(0),
      refused: z.int().min(0),
    })
    .nullable(),
});
