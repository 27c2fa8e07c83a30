import * as z from 'zod';
import type { CalendarData } from './business-calendar-data.ts';
import { offsetSegments } from './business-calendar-zone.ts';
import { err, ok, type Result } from './result.ts';
import type { LocalDay } from './statistics.ts';

/** Both days belong to it. */
export interface Period {
  readonly from: LocalDay;
  readonly to: LocalDay;
}

/** The part of a calendar month that lies in a period. */
export interface MonthPart {
  /** `2020-03` */
  readonly month: string;
  /** Days of the month; the last may lie behind its end. */
  readonly firstDay: number;
  readonly lastDay: number;
}

export type PeriodError =
  | { readonly code: 'PERIOD_REVERSED' }
  | { readonly code: 'PERIOD_TOO_LONG'; readonly years: number }
  | { readonly code: 'PERIOD_IN_FUTURE'; readonly today: LocalDay }
  | {
      readonly code: 'CALENDAR_NOT_COVERED';
      readonly firstDay: LocalDay;
      readonly lastDay: LocalDay;
    };

const DAY_MS = 86_400_000;

/** Each month is a query of its own: longer questions belong to an export. */
export const MAX_PERIOD_YEARS = 10;

/**
 * Whether figures can be given for the period: whole days in years that the calendar knows, and such as have begun
 * where `today` is given.
 */
export function checkPeriod(
  period: Period,
  { today, coveredYears }: { readonly today?: LocalDay; readonly coveredYears: readonly number[] },
): Result<Period, PeriodError> {
  const { from, to } = period;
  if (from > to) return err({ code: 'PERIOD_REVERSED' });
  if (to >= yearsLater(from, MAX_PERIOD_YEARS)) {
    return err({ code: 'PERIOD_TOO_LONG', years: MAX_PERIOD_YEARS });
  }
  if (today !== undefined && to > today) return err({ code: 'PERIOD_IN_FUTURE', today });
  const covered = coveredDays(coveredYears);
  if (from < covered.from || to > covered.to) {
    return err({ code: 'CALENDAR_NOT_COVERED', firstDay: covered.from, lastDay: covered.to });
  }
  return ok(period);
}

/** Dates of the form YYYY-MM-DD sort as text, so a 29th of February needs no other day ten years later. */
const yearsLater = (day: LocalDay, years: number): LocalDay =>
  `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;

export const coveredDays = (years: readonly number[]): Period => ({
  from: `${Math.min(...years)}-01-01`,
  to: `${Math.max(...years)}-12-31`,
});

/** No deadline is so far ahead; a case whose deadline were, is looked at for its own sake. */
const AUDITED_YEARS_AHEAD = 1;

/**
 * Days in which counters may exist: the covered ones, up to a year from today. A counter that is astray further ahead
 * is found when its month has come nearer, and until then no question about the past meets it.
 */
export function auditedDays(coveredYears: readonly number[], today: LocalDay): Period {
  const { from, to } = coveredDays(coveredYears);
  const ahead = yearsLater(today, AUDITED_YEARS_AHEAD);
  return { from, to: ahead < to ? ahead : to };
}

/** `2020-03` */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export type Month = z.infer<typeof Month>;

/** All days of a month. */
export const daysOfMonth = (month: string): Period => ({
  from: `${month}-01`,
  to: dayBefore(`${nextMonth(month)}-01`),
});

/** The months of a period in order, the first and the last one clipped to it. */
export function monthsOf({ from, to }: Period): MonthPart[] {
  const parts: MonthPart[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) {
    parts.push({
      month,
      firstDay: from.startsWith(month) ? dayOfMonth(from) : 1,
      lastDay: to.startsWith(month) ? dayOfMonth(to) : 31,
    });
  }
  return parts;
}

/** Days that belong to both; undefined for none. */
export function overlapOf(one: Period, other: Period): Period | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from > to ? undefined : { from, to };
}

export const dayBefore = (day: LocalDay): LocalDay => daysLater(day, -1);
export const dayAfter = (day: LocalDay): LocalDay => daysLater(day, 1);

export const daysLater = (day: LocalDay, days: number): LocalDay =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

export const dayOfMonth = (day: LocalDay): number => Number(day.slice(8));

export function nextMonth(month: string): string {
  const [year, ofYear] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return ofYear === 12 ? `${year + 1}-01` : `${year}-${String(ofYear + 1).padStart(2, '0')}`;
}

type Zone = Pick<CalendarData, 'timeZone' | 'utcOffset' | 'coveredYears'>;

/** Tells the local date of an instant, whatever the machine's zone. Make it once: a zone without an offset is looked up. */
export function localDayIn(zone: Zone): (instant: string) => LocalDay {
  const segments = offsetSegments(zone, {
    from: Date.UTC(Math.min(...zone.coveredYears), 0, 0),
    until: Date.UTC(Math.max(...zone.coveredYears) + 1, 0, 2),
  });
  return (instant) => {
    const at = Date.parse(instant);
    const { offsetMs } = segments.find(({ until }) => at < until) ?? segments.at(-1) ?? UTC;
    return new Date(at + offsetMs).toISOString().slice(0, 10);
  };
}

const UTC = { offsetMs: 0 };
