const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What the clocks on the wall say at the beginning of every hour of UTC, a day more on both sides of the years. */
export interface WallClockTable {
  /** Minutes from 1970 to the first hour of the table. */
  readonly firstMinute: number;
  readonly hours: number;
  /** Every local date that is met, in order. */
  readonly dates: readonly string[];
  /** Index into `dates` for each hour. */
  readonly dateOfHour: Int32Array;
  readonly minuteOfDayOfHour: Int32Array;
}

const made = new Map<string, WallClockTable>();

/** Asks Intl hour by hour; made once for each zone and years, since that is the slowest part of an oracle. */
export function wallClockTable(timeZone: string, years: readonly number[]): WallClockTable {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const key = `${timeZone} ${first} ${last}`;
  const table = made.get(key) ?? makeTable(timeZone, first, last);
  made.set(key, table);
  return table;
}

function makeTable(timeZone: string, firstYear: number, lastYear: number): WallClockTable {
  const begin = Date.UTC(firstYear, 0, 1) - DAY;
  const hours = (Date.UTC(lastYear + 1, 0, 1) + DAY - begin) / HOUR;
  const dates: string[] = [];
  const dateOfHour = new Int32Array(hours);
  const minuteOfDayOfHour = new Int32Array(hours);
  const clock = wallClock(timeZone);
  for (let hour = 0; hour < hours; hour += 1) {
    const { date, minuteOfDay } = clock(begin + hour * HOUR);
    if (date !== dates.at(-1)) dates.push(date);
    dateOfHour[hour] = dates.length - 1;
    minuteOfDayOfHour[hour] = minuteOfDay;
  }
  return { firstMinute: begin / MINUTE, hours, dates, dateOfHour, minuteOfDayOfHour };
}

function wallClock(timeZone: string): (at: number) => { date: string; minuteOfDay: number } {
  // The Swedish form is 2019-01-05 07:30.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => {
    const text = format.format(at);
    const [hour, minute] = text.slice(11).split(':').map(Number);
    return { date: text.slice(0, 10), minuteOfDay: hour! * 60 + minute! };
  };
}
