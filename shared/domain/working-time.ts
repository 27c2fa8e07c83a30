import type { BusinessCalendar } from './business-calendar.ts';
import { err, ok, type Result } from './result.ts';

/** The answer would need a year whose holidays have not been entered. */
export interface CalendarNotCovered {
  readonly code: 'CALENDAR_NOT_COVERED';
  /** The first year that is missing, local to the jurisdiction. */
  readonly year: number;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Whether work is done at this instant. Windows are half-open: 07:30:00 is open, 11:30:00 is not. */
export const isOpen = (calendar: BusinessCalendar, at: Date): Result<boolean, CalendarNotCovered> =>
  ifCovered(calendar, at, (instant) => {
    const index = lastOpenedBy(calendar, instant);
    return ok(index >= 0 && instant < valueAt(calendar.closes, index));
  });

/** Whether somebody may promise to be done at this instant: while open, or on a closing ("by 17:00"). */
export const isInWorkingTime = (
  calendar: BusinessCalendar,
  at: Date,
): Result<boolean, CalendarNotCovered> =>
  ifCovered(calendar, at, (instant) => {
    const index = lastOpenedBy(calendar, instant);
    return ok(index >= 0 && instant <= valueAt(calendar.closes, index));
  });

/** The instant itself while open, else the next opening. */
export const nextOpen = (calendar: BusinessCalendar, at: Date): Result<Date, CalendarNotCovered> =>
  ifCovered(calendar, at, (instant) => {
    const index = lastOpenedBy(calendar, instant);
    if (index >= 0 && instant < valueAt(calendar.closes, index)) return ok(new Date(instant));
    const opensAt = calendar.opens[index + 1];
    return opensAt === undefined ? yearAfterLast(calendar) : ok(new Date(opensAt));
  });

/**
 * The instant at which so many working ms have passed. A start outside a window counts from the next opening; a
 * result on a closing instant stays there (17:00, not 07:30 of the next day). Nothing added leaves the start as it is.
 *
 * @throws RangeError for a negative or fractional amount: time is only ever added.
 */
export function addWorkingTime(
  calendar: BusinessCalendar,
  startAt: Date,
  workingMs: number,
): Result<Date, CalendarNotCovered> {
  assertCount(workingMs, 'working time in ms');
  return ifCovered(calendar, startAt, (instant) => {
    if (workingMs === 0) return ok(new Date(instant));
    const worked = workedUntil(calendar, instant) + workingMs;
    const index = firstAtOrAbove(calendar.workedBefore, worked) - 1;
    const endsAt = valueAt(calendar.opens, index) + worked - valueAt(calendar.workedBefore, index);
    return endsAt > valueAt(calendar.closes, index)
      ? yearAfterLast(calendar)
      : ok(new Date(endsAt));
  });
}

/** Working ms from one instant to another; negative when `to` comes before `from`. */
export const workingTimeBetween = (
  calendar: BusinessCalendar,
  from: Date,
  to: Date,
): Result<number, CalendarNotCovered> =>
  ifCovered(calendar, from, (start) =>
    ifCovered(calendar, to, (end) => ok(workedUntil(calendar, end) - workedUntil(calendar, start))),
  );

/**
 * The last closing of the n-th working day after the day of receipt, which is not counted itself. A receipt on a
 * day off, or at or after the last closing of a working day, counts as received on the next working day. n = 0 is
 * the closing of the day of receipt.
 *
 * @throws RangeError for a negative or fractional n.
 */
export function closingOfNthWorkingDay(
  calendar: BusinessCalendar,
  receivedAt: Date,
  n: number,
): Result<Date, CalendarNotCovered> {
  assertCount(n, 'working days');
  return ifCovered(calendar, receivedAt, (instant) => {
    const dayOfReceipt = firstAtOrAbove(calendar.dayClosings, instant + 1);
    const closesAt = calendar.dayClosings[dayOfReceipt + n];
    return closesAt === undefined ? yearAfterLast(calendar) : ok(new Date(closesAt));
  });
}

/** Working days after the day of one instant, up to and with the day of another; a day is counted as above. */
export const workingDaysBetween = (
  calendar: BusinessCalendar,
  from: Date,
  to: Date,
): Result<number, CalendarNotCovered> =>
  ifCovered(calendar, from, (start) =>
    ifCovered(calendar, to, (end) => {
      const dayOf = (instant: number) => firstAtOrAbove(calendar.dayClosings, instant + 1);
      return ok(dayOf(end) - dayOf(start));
    }),
  );

function ifCovered<T>(
  calendar: BusinessCalendar,
  at: Date,
  answer: (instant: number) => Result<T, CalendarNotCovered>,
): Result<T, CalendarNotCovered> {
  const instant = at.getTime();
  if (Number.isNaN(instant)) throw new RangeError('an invalid date has no working time');
  if (instant >= calendar.coversFrom && instant < calendar.coversUntil) return answer(instant);
  return notCovered(calendar, yearOutside(calendar, instant));
}

/** Reckoned from the nearer end of the covered years, which knows the zone's offset at the turn of a year. */
function yearOutside(calendar: BusinessCalendar, instant: number): number {
  const { firstYear, lastYear, coversFrom, coversUntil } = calendar;
  const offsetMs =
    instant < coversFrom
      ? Date.UTC(firstYear, 0, 1) - coversFrom
      : Date.UTC(lastYear + 1, 0, 1) - coversUntil;
  return new Date(instant + offsetMs).getUTCFullYear();
}

const yearAfterLast = (calendar: BusinessCalendar): Result<never, CalendarNotCovered> =>
  notCovered(calendar, calendar.lastYear + 1);

const notCovered = (
  { firstYear, lastYear }: BusinessCalendar,
  year: number,
): Result<never, CalendarNotCovered> =>
  err({ code: 'CALENDAR_NOT_COVERED', year, firstYear, lastYear });

/** Working ms from the beginning of the covered years. */
function workedUntil(calendar: BusinessCalendar, instant: number): number {
  const index = lastOpenedBy(calendar, instant);
  if (index < 0) return 0;
  const closesAt = valueAt(calendar.closes, index);
  const inStretch = Math.min(instant, closesAt) - valueAt(calendar.opens, index);
  return valueAt(calendar.workedBefore, index) + inStretch;
}

/** Index of the last stretch that has opened by the instant, -1 before the first. Instants are whole ms. */
const lastOpenedBy = ({ opens }: BusinessCalendar, instant: number): number =>
  firstAtOrAbove(opens, instant + 1) - 1;

/** Binary search: index of the first value that is not below the wanted one, or the length. */
function firstAtOrAbove(sorted: Float64Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(sorted, middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Only called with an index that a search has found; anything else is a fault here, not an outcome. */
function valueAt(values: Float64Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`no stretch ${index}`);
  return value;
}

function assertCount(value: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${what} must be a whole number, not negative: ${value}`);
  }
}
