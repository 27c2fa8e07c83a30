import type { Season, Weekly } from './business-calendar-data.ts';
import { dateOfDay, dayNumber, isYearly, seasonSpans } from './business-calendar-days.ts';
import { canonicalJson } from './canonical-json.ts';

/** The hours that a calendar has by itself, and in which seasons others. */
export interface StandingHours {
  /** Undefined where they are the jurisdiction's. */
  readonly weekly: Weekly | undefined;
  readonly seasons: readonly Season[];
}

export interface YearSpan {
  readonly year: number;
  /** Every year that the calendar covers with this one. */
  readonly coveredYears: readonly number[];
  readonly isNew: boolean;
}

interface Hours {
  readonly weekly: Weekly;
  readonly seasons?: readonly Season[] | undefined;
}

/** Seasons after which the year has exactly these hours and every other year those it had. */
export function yearsHours(
  standing: StandingHours,
  hours: Hours,
  { year, coveredYears }: YearSpan,
): readonly Season[] {
  const spans = seasonSpans(hours.seasons ?? [], [year]);
  const usual =
    canonicalJson(hours.weekly) === canonicalJson(standing.weekly)
      ? undefined
      : { name: `Giờ làm việc năm ${year}`, weekly: hours.weekly };
  const own = runsOver(year, (day) => {
    const season = spans.find(({ first, last }) => first <= day && day <= last)?.season;
    return season ?? usual;
  });
  return [...outside(year, standing.seasons, coveredYears), ...own].sort(byStart);
}

/**
 * Seasons with which the year goes on as the year before: those that return every year do so by themselves, dated ones are
 * written down for it. A year that the calendar had already keeps what it had.
 */
export function keptHours(
  { seasons }: StandingHours,
  { year, isNew, coveredYears }: YearSpan,
): readonly Season[] {
  const dated = seasons.filter((season) => !isYearly(season));
  if (!isNew || dated.length === 0) return seasons;
  const likeYear = coveredYears.includes(year - 1) ? year - 1 : year + 1;
  const spans = seasonSpans(dated, [likeYear, year]);
  const on = (day: number) => spans.find(({ first, last }) => first <= day && day <= last)?.season;
  const own = runsOver(year, (day) =>
    on(day) === undefined ? on(sameDayIn(likeYear, day)) : undefined,
  );
  return [...seasons, ...own].sort(byStart);
}

/** What the seasons say of other years. One that returns every year has to be written down for each of them. */
const outside = (
  year: number,
  seasons: readonly Season[],
  coveredYears: readonly number[],
): Season[] =>
  seasonSpans(seasons, coveredYears).flatMap(({ season, first, last }) =>
    [
      { first, last: Math.min(last, dayNumber(`${year}-01-01`) - 1) },
      { first: Math.max(first, dayNumber(`${year}-12-31`) + 1), last },
    ]
      .filter((piece) => piece.first <= piece.last)
      .map((piece) => seasonOf(season, piece.first, piece.last)),
  );

type Named = Pick<Season, 'name' | 'weekly'>;

/** Days of the year in a row that have the same hours become one season; days without are left out. */
function runsOver(year: number, hoursOn: (day: number) => Named | undefined): Season[] {
  const runs: { readonly hours: Named; readonly first: number; last: number }[] = [];
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day += 1) {
    const hours = hoursOn(day);
    const run = runs.at(-1);
    if (hours === undefined) continue;
    if (run?.hours === hours && run.last === day - 1) run.last = day;
    else runs.push({ hours, first: day, last: day });
  }
  return runs.map(({ hours, first, last }) => seasonOf(hours, first, last));
}

const seasonOf = ({ name, weekly }: Named, first: number, last: number): Season => ({
  name,
  from: dateOfDay(first),
  until: dateOfDay(last),
  weekly,
});

/** 29 February is like the 28th of a year that has none. */
function sameDayIn(year: number, day: number): number {
  const monthDay = dateOfDay(day).slice(5);
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return dayNumber(`${year}-${monthDay === '02-29' && !isLeap ? '02-28' : monthDay}`);
}

/** Seasons that return every year come first: their days have no year. */
const byStart = (a: Season, b: Season): number => (a.from < b.from ? -1 : 1);
