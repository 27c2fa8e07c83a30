import * as z from 'zod';
import { CalendarVersion } from './calendar-version.ts';
import { DepartmentCode } from './department.ts';

/** `07:30-11:30`, local time, half-open: the closing minute is no longer open. `24:00` closes at midnight. */
const Window = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected HH:MM-HH:MM');
const Windows = z.array(Window);
const LocalDate = z.iso.date();
const Year = z.int().min(1990).max(2199);

export const Weekly = z.strictObject({
  monday: Windows,
  tuesday: Windows,
  wednesday: Windows,
  thursday: Windows,
  friday: Windows,
  saturday: Windows,
  sunday: Windows,
});
export type Weekly = z.infer<typeof Weekly>;

export const DayOff = z.strictObject({
  date: LocalDate,
  name: z.string().min(1),
  /** compensatory: nghỉ bù; swap_off: hoán đổi, worked on another day instead. */
  kind: z.enum(['statutory', 'compensatory', 'swap_off']),
  /** How sure the date is: the last two must be corrected before the year begins. */
  status: z.enum(['official', 'reconstructed', 'statutory_date', 'projected', 'law_unverified']),
  note: z.string().optional(),
});

/** A date, or a day of any year; 02-29 is a day, since some years have it. */
const SeasonDay = z.string().refine(
  // 2000 was a leap year.
  (day) => LocalDate.safeParse(day.length === 5 ? `2000-${day}` : day).success,
  'expected MM-DD or YYYY-MM-DD',
);

/**
 * Hours that hold for a part of the year (giờ mùa hè) in place of the weekly ones, from the first day to the last,
 * both counted. `MM-DD` returns every year and may pass over New Year; both ends have the same form.
 */
export const Season = z.strictObject({
  name: z.string().min(1),
  from: SeasonDay,
  until: SeasonDay,
  weekly: Weekly,
});
export type Season = z.infer<typeof Season>;

/**
 * Where a department keeps hours of its own. `weekly` replaces the jurisdiction's weekly and seasonal hours,
 * `seasons` the seasonal ones; days off and make-up days stay the jurisdiction's. `roundTheClock` is a duty desk: it
 * knows no windows and no days off, and its working day ends at midnight.
 */
const DepartmentHours = z.strictObject({
  weekly: Weekly.optional(),
  seasons: z.array(Season).optional(),
  roundTheClock: z.literal(true).optional(),
});
export type DepartmentHours = z.infer<typeof DepartmentHours>;

/**
 * The editable tables of a jurisdiction's working time. Dates and windows are local to `timeZone`.
 * What the schema cannot say stands in `calendarProblems`.
 */
export const CalendarData = z.strictObject({
  note: z.string().optional(),
  /** Without it the calendar counts as the one that is bundled with the code. */
  version: CalendarVersion.optional(),
  /** IANA name. */
  timeZone: z.string().min(1),
  /** For a zone that keeps one offset through all covered years; without it the zone data are read. */
  utcOffset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .optional(),
  coveredYears: z.array(Year).min(1),
  weekly: Weekly,
  seasons: z.array(Season).optional(),
  departments: z
    .record(
      z.string().refine((code) => DepartmentCode.safeParse(code).success, 'no department code'),
      DepartmentHours,
    )
    .optional(),
  daysOff: z.array(DayOff),
  /**
   * Days of rest that are worked in exchange for a `swap_off`, with the windows of the weekday they stand in for in
   * the season of the day that is worked.
   */
  makeUpWorkdays: z.array(z.strictObject({ date: LocalDate, insteadOf: LocalDate })),
});
export type CalendarData = z.infer<typeof CalendarData>;
