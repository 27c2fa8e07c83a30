import * as z from 'zod';
import { CalendarData, DayOff, Season, Weekly } from './business-calendar-data.ts';
import { unknownDepartmentProblems } from './business-calendar-hours-problems.ts';
import type { CalendarProblem } from './business-calendar-problem.ts';
import { calendarProblems } from './business-calendar-problems.ts';
import { withYear } from './calendar-with-year.ts';
import { DepartmentCode } from './department.ts';

/** More than anybody needs, and small enough to be held against each other at once. */
export const SEASONS_LIMIT = 24;
export const DAYS_LIMIT = 366;

/** The hours of one year: weekly ones, and seasons in place of them. */
export const YearHours = z.strictObject({
  weekly: Weekly,
  seasons: z.array(Season).max(SEASONS_LIMIT).optional(),
});
export type YearHours = z.infer<typeof YearHours>;

/** A duty desk is one from its publication on, in every year: it is no matter of the calendar's year. */
const DutyDesk = z.strictObject({ roundTheClock: z.literal(true) });

/** Whoever publishes a year has its decision at hand, unless they say otherwise. */
export const EnteredDayOff = DayOff.extend({ status: DayOff.shape.status.default('official') });

/**
 * One year of a calendar, as it is entered and published. A swap belongs to the year of the day that is worked; the
 * day off may lie in the year before or after. Without hours the year keeps those of the year before; a department
 * that is not named keeps its own, and one that is null has none of its own any more.
 */
export const CalendarYear = z.strictObject({
  year: z.int().min(1990).max(2199),
  daysOff: z.array(EnteredDayOff).max(DAYS_LIMIT),
  makeUpWorkdays: CalendarData.shape.makeUpWorkdays.max(DAYS_LIMIT),
  hours: YearHours.optional(),
  departments: z.record(DepartmentCode, z.union([YearHours, DutyDesk]).nullable()).optional(),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/**
 * Everything that is wrong with a year, for the person who enters it; empty when the calendar with it may be published.
 * Places are those of the year; what only shows in the calendar as a whole stands under `calendar`.
 */
export function yearProblems(
  entered: CalendarYear,
  { calendar, isKnown }: { calendar: CalendarData; isKnown: (department: string) => boolean },
): readonly CalendarProblem[] {
  const alone = aloneAsCalendar(entered, calendar);
  const problems = [
    ...calendarProblems(alone),
    ...unknownDepartmentProblems({ ...alone, departments: namedIn(entered) }, isKnown),
  ].map(placedInYear);
  if (problems.length > 0) return problems;
  return calendarProblems(withYear(calendar, entered)).map((one) => ({
    ...one,
    path: `calendar.${one.path}`,
  }));
}

/** The year by itself, so that every place is one that was entered. */
function aloneAsCalendar(entered: CalendarYear, calendar: CalendarData): CalendarData {
  const { year, daysOff, makeUpWorkdays, hours, departments } = entered;
  const { timeZone, utcOffset, weekly } = calendar;
  return {
    timeZone,
    utcOffset,
    coveredYears: [year],
    weekly: hours?.weekly ?? weekly,
    seasons: hours?.seasons,
    departments: Object.fromEntries(
      Object.entries(departments ?? {}).flatMap(([code, own]) =>
        own === null ? [] : [[code, own]],
      ),
    ),
    daysOff,
    makeUpWorkdays,
  };
}

const namedIn = ({ departments = {} }: CalendarYear): CalendarData['departments'] =>
  Object.fromEntries(Object.keys(departments).map((code) => [code, {}]));

const placedInYear = (one: CalendarProblem): CalendarProblem => ({
  ...one,
  path: placed(one.path),
  message: placed(one.message),
  messageVi: placed(one.messageVi),
});

const placed = (text: string): string =>
  text.replace(/^coveredYears(\[0\])?/, 'year').replace(/^(weekly|seasons)/, 'hours.$1');
