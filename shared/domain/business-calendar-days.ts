import type { CalendarData } from './business-calendar-data.ts';

const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** Minutes after local midnight. */
export interface WindowMinutes {
  readonly opens: number;
  readonly closes: number;
}

/** Days since 1970-01-01: dates as whole numbers, so that no machine's zone can get at them. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

export const yearOfDay = (day: number): number => new Date(day * 86_400_000).getUTCFullYear();

/** The usual windows of a local date's weekday, before days off and make-up days. */
export function weeklyWindows(data: CalendarData): (day: number) => readonly WindowMinutes[] {
  const byWeekday = WEEKDAYS.map((weekday) => data.weekly[weekday].map(windowMinutes));
  // 1970-01-01, day 0, was a Thursday.
  return (day) => byWeekday[(((day + 4) % 7) + 7) % 7] ?? [];
}

export const weekdayWindows = (data: CalendarData) =>
  WEEKDAYS.map((weekday) => ({ weekday, windows: data.weekly[weekday].map(windowMinutes) }));

function windowMinutes(window: string): WindowMinutes {
  const minutesAt = (start: number): number =>
    Number(window.slice(start, start + 2)) * 60 + Number(window.slice(start + 3, start + 5));
  return { opens: minutesAt(0), closes: minutesAt(6) };
}
