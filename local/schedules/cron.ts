import { type DayRule, dayOfMonthRule, dayOfWeekRule } from './cron-days.ts';
import { parseField } from './cron-fields.ts';
import type { Zone } from './zone.ts';

const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const DAY_MS = 86_400_000;
/** Longest pause between two firings that a calendar can make: 29 February over a century without leap day. */
const HORIZON_DAYS = 8 * 366;

/** The next instant (epoch ms) after the given one at which the expression fires; undefined when it never does again. */
export type NextAfter = (at: number) => number | undefined;

/**
 * `minutes hours day-of-month month day-of-week year` in the zone.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based
 * @throws naming what AWS would refuse.
 */
export function parseCron(text: string, zone: Zone): NextAfter {
  const [minuteText, hourText, dayText, monthText, weekdayText, yearText, ...more] =
    text.split(/\s+/);
  if (yearText === undefined || more.length > 0)
    throw new Error(`cron: ${text} has not six fields`);
  const minutes = parseField(minuteText ?? '', { name: 'minute', min: 0, max: 59 });
  const hours = parseField(hourText ?? '', { name: 'hour', min: 0, max: 23 });
  const months = parseField(monthText ?? '', { name: 'month', min: 1, max: 12, names: monthNames });
  const years = parseField(yearText, { name: 'year', min: 1970, max: 2199 });
  const onDay = dayRule(dayText ?? '', weekdayText ?? '');
  const times = hours.flatMap((hour) => minutes.map((minute) => ({ hour, minute })));
  return (at) => {
    const today = zone.wallTime(at);
    for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
      const day = dayAfter(today, ahead);
      if (!years.includes(day.year) || !months.includes(day.month) || !onDay(day)) continue;
      const found = times.find((time) => isAfter(zone.instant({ ...day, ...time }), at));
      if (found !== undefined) return zone.instant({ ...day, ...found });
    }
    return undefined;
  };
}

/** One of the two is `?`: a day is told by its number or by its weekday. */
function dayRule(dayText: string, weekdayText: string): DayRule {
  if ((dayText === '?') === (weekdayText === '?'))
    throw new Error('cron: either the day of month or the day of week must be ?');
  return dayText === '?' ? dayOfWeekRule(weekdayText) : dayOfMonthRule(dayText);
}

function dayAfter(
  { year, month, day }: { year: number; month: number; day: number },
  ahead: number,
) {
  const date = new Date(Date.UTC(year, month - 1, day) + ahead * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const isAfter = (instant: number | undefined, at: number) => instant !== undefined && instant > at;
