import * as z from 'zod';

/** Names one published state of a calendar; every stored deadline carries the one that made it. */
export const CalendarVersion = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,31}$/, 'expected small letters, digits, dots and hyphens, up to 32')
  .brand<'CalendarVersion'>();
export type CalendarVersion = z.infer<typeof CalendarVersion>;

/** Of the calendar that is bundled with the code, and of any that names none. */
// The cast spares every function the parsing of a constant; a test holds it against the schema.
export const BUILT_IN_CALENDAR = 'built-in-1' as CalendarVersion;
