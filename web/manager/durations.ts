import type { FiguresWords } from './words.ts';

const HOUR = 60;
/** A working day has eight working hours in the province's week. */
const WORKING_DAY = 8 * HOUR;
const DAY = 24 * HOUR;

/** One digit behind the point is all that a percentile's 2 % allow. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

interface Spoken {
  readonly words: FiguresWords;
  readonly number: (value: number) => string;
}

/** `3 phút`, `2,5 giờ`, `1,2 ngày`: round the clock. */
export function spokenTime(minutes: number | null, { words, number }: Spoken): string {
  if (minutes === null) return words.none;
  if (minutes < HOUR) return words.minutes(number(rounded(minutes)));
  if (minutes < 2 * DAY) return words.hours(number(rounded(minutes / HOUR)));
  return words.days(number(rounded(minutes / DAY)));
}

/** The same of working time, and says so. */
export function spokenWorkingTime(minutes: number | null, { words, number }: Spoken): string {
  if (minutes === null) return words.none;
  if (minutes < HOUR) return words.workingMinutes(number(rounded(minutes)));
  if (minutes < 2 * WORKING_DAY) return words.workingHours(number(rounded(minutes / HOUR)));
  return words.workingDays(number(rounded(minutes / WORKING_DAY)));
}
