import type { CalendarData, DepartmentHours, Season } from './business-calendar-data.ts';
import { dayNumber, yearOfDay } from './business-calendar-days.ts';
import type { CalendarYear } from './calendar-year.ts';
import { keptHours, type StandingHours, yearsHours } from './calendar-year-hours.ts';

/**
 * The calendar with one year put in place of what it said of that year; nothing it says of other years changes, except
 * for duty desks. Needs no check before, and gives what `calendarProblems` can check after.
 */
export function withYear(calendar: CalendarData, entered: CalendarYear): CalendarData {
  const { year } = entered;
  const others = withoutDaysOf(calendar, year);
  const coveredYears = [...new Set([...calendar.coveredYears, year])].sort((a, b) => a - b);
  const span = { year, coveredYears, isNew: !calendar.coveredYears.includes(year) };
  const standing = { weekly: calendar.weekly, seasons: calendar.seasons ?? [] };
  const seasons =
    entered.hours === undefined
      ? keptHours(standing, span)
      : yearsHours(standing, entered.hours, span);
  return {
    ...calendar,
    coveredYears,
    seasons: [...seasons],
    departments: departmentsWith(entered, {
      calendar: { ...calendar, seasons: [...seasons] },
      span,
    }),
    daysOff: [...others.daysOff, ...entered.daysOff].sort(byDate),
    makeUpWorkdays: [...others.makeUpWorkdays, ...entered.makeUpWorkdays].sort(byDate),
  };
}

/** The days of a calendar that belong to a year: a swap belongs to the year of the day that is worked. */
export function daysOf(
  { daysOff, makeUpWorkdays }: Days,
  year: number,
): Pick<CalendarData, 'daysOff' | 'makeUpWorkdays'> {
  const worked = makeUpWorkdays.filter(({ date }) => isIn(year, date));
  const elsewhere = new Set(
    makeUpWorkdays.filter(({ date }) => !isIn(year, date)).map(({ insteadOf }) => insteadOf),
  );
  const swapped = new Set(worked.map(({ insteadOf }) => insteadOf));
  return {
    makeUpWorkdays: worked,
    daysOff: daysOff.filter(
      ({ date }) => swapped.has(date) || (isIn(year, date) && !elsewhere.has(date)),
    ),
  };
}

type Days = Pick<CalendarData, 'daysOff' | 'makeUpWorkdays'>;

function withoutDaysOf(calendar: Days, year: number): Days {
  const own = daysOf(calendar, year);
  return {
    daysOff: calendar.daysOff.filter((day) => !own.daysOff.includes(day)),
    makeUpWorkdays: calendar.makeUpWorkdays.filter((day) => !own.makeUpWorkdays.includes(day)),
  };
}

const isIn = (year: number, date: string): boolean => yearOfDay(dayNumber(date)) === year;

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number =>
  a.date < b.date ? -1 : 1;

type Span = Parameters<typeof keptHours>[1];

function departmentsWith(
  { departments: entered = {} }: CalendarYear,
  { calendar, span }: { readonly calendar: CalendarData; readonly span: Span },
): CalendarData['departments'] {
  const before = calendar.departments ?? {};
  const given = new Map(Object.entries(entered));
  const codes = [...new Set([...Object.keys(before), ...given.keys()])].sort();
  const hours = codes.flatMap((code): [string, DepartmentHours][] => {
    const own = before[code];
    const year = given.get(code);
    if (year === null) return [];
    if (year === undefined) return own === undefined ? [] : [[code, keptOwn(own, span)]];
    if ('roundTheClock' in year) return [[code, year]];
    const standing = standingOf(own, calendar);
    return ownIfAny(code, own?.weekly, yearsHours(standing, year, span));
  });
  return hours.length === 0 ? undefined : Object.fromEntries(hours);
}

const keptOwn = (own: DepartmentHours, span: Span): DepartmentHours =>
  own.seasons === undefined
    ? own
    : { ...own, seasons: [...keptHours({ weekly: undefined, seasons: own.seasons }, span)] };

/** What the department's years are like that are not entered: its own hours, else the jurisdiction's. */
function standingOf(own: DepartmentHours | undefined, calendar: CalendarData): StandingHours {
  const inherited = calendar.seasons ?? [];
  return {
    weekly: own?.weekly ?? calendar.weekly,
    seasons: own?.seasons ?? (own?.weekly === undefined ? inherited : []),
  };
}

/** Hours that agree with the jurisdiction's in every year are none of its own. */
const ownIfAny = (
  code: string,
  weekly: DepartmentHours['weekly'],
  seasons: readonly Season[],
): [string, DepartmentHours][] =>
  weekly === undefined && seasons.length === 0
    ? []
    : [[code, { ...(weekly !== undefined && { weekly }), seasons: [...seasons] }]];
