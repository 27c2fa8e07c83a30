import type { CalendarData, DepartmentHours, Season, Weekly } from './business-calendar-data.ts';

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
type Weekday = (typeof WEEKDAYS)[number];

const DAY_MS = 86_400_000;

/** Minutes after local midnight. */
export interface WindowMinutes {
  readonly opens: number;
  readonly closes: number;
}

/** Days since 1970-01-01: dates as whole numbers, so that no machine's zone can get at them. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const yearOfDay = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

export const weekdayOfDay = (day: number): Weekday =>
  // 1970-01-01, day 0, was a Thursday.
  WEEKDAYS[(((day + 4) % 7) + 7) % 7] ?? 'sunday';

export const weekdayWindows = (weekly: Weekly) =>
  WEEKDAYS.map((weekday) => ({ weekday, windows: weekly[weekday].map(windowMinutes) }));

/**
 * The windows of a local date before days off and make-up days: those of its season, else the weekly ones. With a
 * second day those of that day's weekday, in the season of the first.
 */
export type HoursInForce = (day: number, likeDay?: number) => readonly WindowMinutes[];

/** The hours of a department that are not round the clock; without one those of the jurisdiction. */
export function hoursInForce(data: CalendarData, own?: DepartmentHours): HoursInForce {
  const weekly = byWeekday(own?.weekly ?? data.weekly);
  const spans = seasonSpans(seasonsOf(data, own), data.coveredYears).map((span) => ({
    ...span,
    weekly: byWeekday(span.season.weekly),
  }));
  return (day, likeDay = day) => {
    const season = spans.find(({ first, last }) => first <= day && day <= last);
    return (season?.weekly ?? weekly)[weekdayOfDay(likeDay)];
  };
}

/** A department that gives weekly hours of its own has seasons only if it gives those too. */
const seasonsOf = (data: CalendarData, own?: DepartmentHours): readonly Season[] =>
  own?.seasons ?? (own?.weekly === undefined ? data.seasons : undefined) ?? [];

/** One run of a season, as day numbers, both ends counted. */
interface SeasonSpan {
  readonly season: Season;
  readonly first: number;
  readonly last: number;
}

/** Every run of the seasons that touches the covered years, in order. */
export function seasonSpans(
  seasons: readonly Season[],
  coveredYears: readonly number[],
): readonly SeasonSpan[] {
  if (seasons.length === 0) return [];
  const firstYear = Math.min(...coveredYears);
  const lastYear = Math.max(...coveredYears);
  const covered = { first: dayIn(firstYear, '01-01'), last: dayIn(lastYear, '12-31') };
  // One that passes over New Year may have begun in the year before.
  const years = Array.from({ length: lastYear - firstYear + 2 }, (_, n) => firstYear - 1 + n);
  return seasons
    .flatMap((season) => (isYearly(season) ? years.map((y) => runOf(season, y)) : [dated(season)]))
    .filter(({ first, last }) => first <= last && first <= covered.last && last >= covered.first)
    .sort((a, b) => a.first - b.first);
}

export const isYearly = ({ from }: Season): boolean => from.length === 5;

const dated = (season: Season): SeasonSpan => ({
  season,
  first: dayNumber(season.from),
  last: dayNumber(season.until),
});

function runOf(season: Season, year: number): SeasonSpan {
  const { from, until } = season;
  const untilYear = until < from ? year + 1 : year;
  // Up to 02-29 is up to the end of February; from 02-29 is from 1 March in a year without it.
  const last = until === '02-29' ? dayIn(untilYear, '03-01') - 1 : dayIn(untilYear, until);
  return { season, first: dayIn(year, from), last };
}

const dayIn = (year: number, monthDay: string): number =>
  Date.UTC(year, Number(monthDay.slice(0, 2)) - 1, Number(monthDay.slice(3))) / DAY_MS;

const byWeekday = (weekly: Weekly): Readonly<Record<Weekday, readonly WindowMinutes[]>> => ({
  sunday: weekly.sunday.map(windowMinutes),
  monday: weekly.monday.map(windowMinutes),
  tuesday: weekly.tuesday.map(windowMinutes),
  wednesday: weekly.wednesday.map(windowMinutes),
  thursday: weekly.thursday.map(windowMinutes),
  friday: weekly.friday.map(windowMinutes),
  saturday: weekly.saturday.map(windowMinutes),
});

function windowMinutes(window: string): WindowMinutes {
  const minutesAt = (start: number): number =>
    Number(window.slice(start, start + 2)) * 60 + Number(window.slice(start + 3, start + 5));
  return { opens: minutesAt(0), closes: minutesAt(6) };
}
