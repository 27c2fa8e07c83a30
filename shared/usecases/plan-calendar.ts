import type { CalendarProblem } from '../domain/business-calendar-problem.ts';
import { firstDifference } from '../domain/calendar-difference.ts';
import { withYear } from '../domain/calendar-with-year.ts';
import { type CalendarYear, yearProblems } from '../domain/calendar-year.ts';
import type { Instant, JurisdictionId } from '../domain/case.ts';
import { type Jurisdiction, withCalendar } from '../domain/jurisdiction-lookups.ts';
import { BUILT_IN_NUMBER, type NumberedCalendar, versionOf } from '../domain/published-calendar.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CalendarStore } from '../ports/calendar-store.ts';

export interface CalendarInvalid {
  readonly code: 'CALENDAR_INVALID';
  readonly problems: readonly CalendarProblem[];
}

/** What a calendar would be with a year put into it. */
export interface CalendarPlan {
  readonly before: NumberedCalendar;
  readonly after: NumberedCalendar;
  /** With the calendar before. */
  readonly jurisdiction: Jurisdiction;
  /** With the calendar after. */
  readonly planned: Jurisdiction;
  readonly replaced: boolean;
  readonly differsFrom: Instant | null;
}

export interface CalendarPorts {
  readonly calendars: CalendarStore;
  /** With the calendar that is bundled with the code. */
  readonly jurisdiction: Jurisdiction;
}

/** The calendar that holds now: the one published last, else the bundled one. */
export const readCurrentCalendar = async (
  jurisdictionId: JurisdictionId,
  { calendars, jurisdiction }: CalendarPorts,
): Promise<NumberedCalendar> =>
  (await calendars.current(jurisdictionId)) ?? bundledCalendar(jurisdiction);

export const bundledCalendar = ({ calendarData }: Jurisdiction): NumberedCalendar => ({
  number: BUILT_IN_NUMBER,
  calendar: calendarData,
});

export function planCalendar(
  before: NumberedCalendar,
  entered: CalendarYear,
  bundled: Jurisdiction,
): Result<CalendarPlan, CalendarInvalid> {
  const known = new Set<string>(bundled.departments.keys());
  const isKnown = (department: string) => known.has(department);
  const problems = yearProblems(entered, { calendar: before.calendar, isKnown });
  if (problems.length > 0) return err({ code: 'CALENDAR_INVALID', problems });
  const number = before.number + 1;
  const calendar = { ...withYear(before.calendar, entered), version: versionOf(number) };
  const jurisdiction = withCalendar(bundled, before.calendar);
  const planned = withCalendar(bundled, calendar);
  const differs = firstDifference(jurisdiction, planned);
  return ok({
    before,
    after: { number, calendar },
    jurisdiction,
    planned,
    replaced: before.calendar.coveredYears.includes(entered.year),
    differsFrom: differs === Infinity ? null : new Date(differs).toISOString(),
  });
}
