import type { CalendarData, Season } from '../domain/business-calendar-data.ts';
import { dayNumber, seasonSpans } from '../domain/business-calendar-days.ts';
import { BUILT_IN_CALENDAR, type CalendarVersion } from '../domain/calendar-version.ts';
import { isUncertain } from '../domain/calendar-coverage.ts';
import { daysOf } from '../domain/calendar-with-year.ts';
import type { JurisdictionId } from '../domain/case.ts';
import {
  BUILT_IN_NUMBER,
  type NumberedCalendar,
  type Publication,
} from '../domain/published-calendar.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { bundledCalendar, type CalendarPorts, readCurrentCalendar } from './plan-calendar.ts';

/** A calendar with the publication that made it; none made the bundled one. */
export interface CalendarAndPublication extends NumberedCalendar {
  readonly publication: Publication | null;
}

export interface CalendarsOverview {
  readonly current: CalendarAndPublication;
  readonly years: readonly YearOverview[];
  /** Newest first. */
  readonly history: readonly Publication[];
}

export interface YearOverview {
  readonly year: number;
  readonly daysOff: number;
  readonly makeUpWorkdays: number;
  readonly uncertain: number;
  readonly version: CalendarVersion;
}

/** What a calendar says of one year. */
export type YearOfCalendar = Pick<CalendarData, 'daysOff' | 'makeUpWorkdays' | 'weekly'> & {
  readonly seasons: readonly Season[];
  readonly departments?: CalendarData['departments'];
};

export interface CalendarHistory extends CalendarAndPublication {
  /** The published year before and since; null where it was not there. */
  readonly before: YearOfCalendar | null;
  readonly after: YearOfCalendar | null;
}

/** The calendar that holds now. */
export const createReadCalendar =
  (ports: CalendarPorts) =>
  async (jurisdictionId: JurisdictionId): Promise<CalendarAndPublication> => {
    const current = await readCurrentCalendar(jurisdictionId, ports);
    const publication = await ports.calendars.publication(jurisdictionId, current.number);
    return { ...current, publication: publication ?? null };
  };

/** Every year and every publication. */
export const createListCalendars =
  (ports: CalendarPorts) =>
  async (jurisdictionId: JurisdictionId): Promise<CalendarsOverview> => {
    const history = await ports.calendars.history(jurisdictionId);
    const current = await readCurrentCalendar(jurisdictionId, ports);
    const publication = history.find(({ number }) => number === current.number) ?? null;
    const years = [...current.calendar.coveredYears]
      .sort((a, b) => a - b)
      .map((year) => yearOverview(year, current.calendar, history));
    return { current: { ...current, publication }, years, history };
  };

/** One calendar, with what its publication changed. */
export const createReadCalendarVersion =
  (ports: CalendarPorts) =>
  async (
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<Result<CalendarHistory, { readonly code: 'CALENDAR_NOT_FOUND' }>> => {
    const bundled = bundledCalendar(ports.jurisdiction);
    const at = (wanted: number) =>
      wanted === BUILT_IN_NUMBER
        ? Promise.resolve(bundled)
        : ports.calendars.find(jurisdictionId, wanted);
    const calendar = await at(number);
    if (calendar === undefined) return err({ code: 'CALENDAR_NOT_FOUND' });
    const publication = await ports.calendars.publication(jurisdictionId, number);
    if (publication === undefined) {
      return ok({ ...calendar, publication: null, before: null, after: null });
    }
    const { year } = publication.entered;
    const before = await at(number - 1);
    return ok({
      ...calendar,
      publication,
      before: yearOf(before?.calendar, year),
      after: yearOf(calendar.calendar, year),
    });
  };

function yearOverview(
  year: number,
  calendar: CalendarData,
  history: readonly Publication[],
): YearOverview {
  const { daysOff, makeUpWorkdays } = daysOf(calendar, year);
  return {
    year,
    daysOff: daysOff.length,
    makeUpWorkdays: makeUpWorkdays.length,
    uncertain: daysOff.filter(isUncertain).length,
    version: history.find(({ entered }) => entered.year === year)?.version ?? BUILT_IN_CALENDAR,
  };
}

function yearOf(calendar: CalendarData | undefined, year: number): YearOfCalendar | null {
  if (calendar?.coveredYears.includes(year) !== true) return null;
  const { weekly, departments, seasons = [] } = calendar;
  const [first, last] = [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];
  const within = seasonSpans(seasons, [year])
    .filter((span) => span.first <= last && span.last >= first)
    .map(({ season }) => season);
  return {
    ...daysOf(calendar, year),
    weekly,
    seasons: [...new Set(within)],
    ...(departments !== undefined && { departments }),
  };
}
