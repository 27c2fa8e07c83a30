import type { CalendarData } from './business-calendar-data.ts';
import {
  dayNumber,
  weekdayWindows,
  weeklyWindows,
  type WindowMinutes,
  yearOfDay,
} from './business-calendar-days.ts';

/** Everything that is wrong with a calendar, as sentences for the person who edits it; empty when it may be compiled. */
export const calendarProblems = (data: CalendarData): readonly string[] => [
  ...yearProblems(data),
  ...windowProblems(data),
  ...dayOffProblems(data),
  ...makeUpProblems(data),
  ...swapProblems(data),
];

function yearProblems({ coveredYears, daysOff }: CalendarData): string[] {
  const sorted = [...new Set(coveredYears)].sort((a, b) => a - b);
  const first = sorted[0] ?? 0;
  const last = sorted.at(-1) ?? 0;
  const covered = new Set(coveredYears);
  const withDaysOff = new Set(daysOff.map(({ date }) => yearOfDay(dayNumber(date))));
  return [
    ...repeated(coveredYears).map((year) => `coveredYears: ${year} is listed twice`),
    ...Array.from({ length: last - first + 1 }, (_, index) => first + index)
      .filter((year) => !covered.has(year))
      .map((year) => `coveredYears: ${year} is missing between ${first} and ${last}`),
    // A year whose holidays nobody has entered would give wrong deadlines without a sound.
    ...sorted
      .filter((year) => !withDaysOff.has(year))
      .map((year) => `coveredYears: ${year} is covered but has no day off; enter its holidays`),
  ];
}

function windowProblems(data: CalendarData): string[] {
  const days = weekdayWindows(data);
  return [
    ...days.flatMap(({ weekday, windows }) => windowsOfDayProblems(weekday, windows)),
    ...(days.every(({ windows }) => windows.length === 0) ? ['weekly: no day has a window'] : []),
  ];
}

const windowsOfDayProblems = (weekday: string, windows: readonly WindowMinutes[]): string[] =>
  windows.flatMap(({ opens, closes }, index) => {
    const before = windows[index - 1];
    return [
      ...(closes > opens ? [] : [`weekly.${weekday}: window ${index + 1} ends before it starts`]),
      ...(before !== undefined && opens < before.closes
        ? [`weekly.${weekday}: window ${index + 1} starts before window ${index} has ended`]
        : []),
    ];
  });

function dayOffProblems({ daysOff, coveredYears, makeUpWorkdays }: CalendarData): string[] {
  const covered = new Set(coveredYears);
  const worked = new Set(makeUpWorkdays.map(({ date }) => date));
  const exchanged = new Set(makeUpWorkdays.map(({ insteadOf }) => insteadOf));
  const dates = daysOff.map(({ date }) => date);
  return [
    ...repeated(dates).map((date) => `daysOff: ${date} is listed twice`),
    ...dates
      .filter((date) => worked.has(date))
      .map((date) => `daysOff: ${date} is also a make-up workday`),
    // 31 December may be exchanged for a day in January; any other stray year is a slip of the pen.
    ...dates
      .filter((date) => !covered.has(yearOfDay(dayNumber(date))) && !exchanged.has(date))
      .map((date) => `daysOff: ${date} lies outside the covered years`),
  ];
}

function makeUpProblems(data: CalendarData): string[] {
  const covered = new Set(data.coveredYears);
  const usual = weeklyWindows(data);
  const dates = data.makeUpWorkdays.map(({ date }) => date);
  return [
    ...repeated(dates).map((date) => `makeUpWorkdays: ${date} is listed twice`),
    ...dates
      .filter((date) => !covered.has(yearOfDay(dayNumber(date))))
      .map((date) => `makeUpWorkdays: ${date} lies outside the covered years`),
    ...dates
      .filter((date) => usual(dayNumber(date)).length > 0)
      .map((date) => `makeUpWorkdays: ${date} is a working day anyway`),
    ...data.makeUpWorkdays
      .filter(({ insteadOf }) => usual(dayNumber(insteadOf)).length === 0)
      .map(
        ({ date, insteadOf }) =>
          `makeUpWorkdays: ${date} stands in for ${insteadOf}, whose weekday has no windows`,
      ),
  ];
}

/** A swapped day off and the day worked for it come in pairs. */
function swapProblems({ daysOff, makeUpWorkdays }: CalendarData): string[] {
  const swappedOff = daysOff.filter(({ kind }) => kind === 'swap_off').map(({ date }) => date);
  const exchanged = makeUpWorkdays.map(({ insteadOf }) => insteadOf);
  return [
    ...repeated(exchanged).map((date) => `makeUpWorkdays: ${date} is made up for twice`),
    ...swappedOff
      .filter((date) => !exchanged.includes(date))
      .map((date) => `daysOff: ${date} is swapped but no make-up workday stands in for it`),
    ...makeUpWorkdays
      .filter(({ insteadOf }) => !swappedOff.includes(insteadOf))
      .map(
        ({ date, insteadOf }) =>
          `makeUpWorkdays: ${date} stands in for ${insteadOf}, which is not a swapped day off`,
      ),
  ];
}

const repeated = <T>(values: readonly T[]): T[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];
