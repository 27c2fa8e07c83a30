import { type Field, numberOf, parseField } from './cron-fields.ts';

/** A day of the calendar; month 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}
export type DayRule = (day: Day) => boolean;

const dayOfMonth: Field = { name: 'day of month', min: 1, max: 31 };
const dayOfWeek: Field = {
  name: 'day of week',
  min: 1,
  max: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
const SUNDAY = 1;
const SATURDAY = 7;

/** 1 is Sunday, as in cron. */
const weekdayOf = ({ year, month, day }: Day) =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
const lastDayOf = ({ year, month }: Day) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `L` the last day, `15W` the weekday nearest to the 15th, `LW` the last weekday; else numbers. */
export function dayOfMonthRule(text: string): DayRule {
  if (text === 'L') return (day) => day.day === lastDayOf(day);
  if (text === 'LW') return (day) => day.day === nearestWeekday(day, lastDayOf(day));
  const [, nearest] = /^(\d+)W$/.exec(text) ?? [];
  if (nearest !== undefined) return (day) => day.day === nearestWeekday(day, Number(nearest));
  const values = parseField(text, dayOfMonth);
  return ({ day }) => values.includes(day);
}

/** `L` Saturday, `5L` the last Thursday, `2#1` the first Monday; else numbers and names. */
export function dayOfWeekRule(text: string): DayRule {
  if (text === 'L') return (day) => weekdayOf(day) === SATURDAY;
  const [, last] = /^(\w+)L$/.exec(text) ?? [];
  if (last !== undefined) {
    const weekday = numberOf(last, dayOfWeek);
    return (day) => weekdayOf(day) === weekday && day.day + 7 > lastDayOf(day);
  }
  const [, of, nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  if (of !== undefined) {
    const weekday = numberOf(of, dayOfWeek);
    return (day) => weekdayOf(day) === weekday && Math.ceil(day.day / 7) === Number(nth);
  }
  const values = parseField(text, dayOfWeek);
  return (day) => values.includes(weekdayOf(day));
}

/** The weekday nearest to the day, within its month. */
function nearestWeekday(month: Day, target: number): number {
  const weekday = weekdayOf({ ...month, day: target });
  if (weekday === SATURDAY) return target === 1 ? 3 : target - 1;
  if (weekday === SUNDAY) return target === lastDayOf(month) ? target - 2 : target + 1;
  return target;
}
