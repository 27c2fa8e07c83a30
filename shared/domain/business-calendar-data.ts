import * as z from 'zod';

/** `07:30-11:30`, local time, half-open: the closing minute is no longer open. `24:00` closes at midnight. */
const Window = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected HH:MM-HH:MM');
const Windows = z.array(Window);
const LocalDate = z.iso.date();
const Year = z.int().min(1990).max(2199);

const DayOff = z.strictObject({
  date: LocalDate,
  name: z.string().min(1),
  /** compensatory: nghỉ bù; swap_off: hoán đổi, worked on another day instead. */
  kind: z.enum(['statutory', 'compensatory', 'swap_off']),
  /** How sure the date is: the last two must be corrected before the year begins. */
  status: z.enum(['official', 'reconstructed', 'statutory_date', 'projected', 'law_unverified']),
  note: z.string().optional(),
});

/**
 * The three editable tables of a jurisdiction's working time. Dates and windows are local to `timeZone`.
 * What the schema cannot say stands in `calendarProblems`.
 */
export const CalendarData = z.strictObject({
  note: z.string().optional(),
  /** IANA name. */
  timeZone: z.string().min(1),
  /** For a zone that keeps one offset through all covered years; without it the zone data are read. */
  utcOffset: z
    .string()
    .regex(/^[+-]\d{2}:\d{2}$/)
    .optional(),
  coveredYears: z.array(Year).min(1),
  weekly: z.strictObject({
    monday: Windows,
    tuesday: Windows,
    wednesday: Windows,
    thursday: Windows,
    friday: Windows,
    saturday: Windows,
    sunday: Windows,
  }),
  daysOff: z.array(DayOff),
  /** Days of rest that are worked in exchange for a `swap_off`, with the windows of the weekday they stand in for. */
  makeUpWorkdays: z.array(z.strictObject({ date: LocalDate, insteadOf: LocalDate })),
});
export type CalendarData = z.infer<typeof CalendarData>;
