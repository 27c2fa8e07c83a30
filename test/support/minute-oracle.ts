import type { CalendarData } from '../../shared/domain/business-calendar-data.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Working time the slow way: a table of every minute of the covered years, open or closed, walked one by one. It
 * shares no code with the calendar it judges, and takes wall-clock time from Intl for every single hour. Good for
 * zones whose clocks change on a full hour of UTC.
 */
export class MinuteOracle {
  readonly from: number;
  readonly until: number;
  readonly #open: Uint8Array;
  /** Local date of each minute, as a running number. */
  readonly #date: Int32Array;
  readonly #firstMinute: number;

  constructor(data: CalendarData) {
    const first = Math.min(...data.coveredYears);
    const last = Math.max(...data.coveredYears);
    const begin = Date.UTC(first, 0, 1) - DAY;
    const hours = (Date.UTC(last + 1, 0, 1) + DAY - begin) / HOUR;
    this.#firstMinute = begin / MINUTE;
    this.#open = new Uint8Array(hours * 60);
    this.#date = new Int32Array(hours * 60);

    const clock = wallClock(data.timeZone);
    const covered: number[] = [];
    let windows = new Uint8Array(1440);
    let dateSeen = '';
    let dates = 0;
    for (let hour = 0; hour < hours; hour += 1) {
      const wall = clock(begin + hour * HOUR);
      if (wall.date !== dateSeen) {
        dateSeen = wall.date;
        dates += 1;
        windows = openMinutesOf(data, wall.date);
      }
      const isCovered = data.coveredYears.includes(Number(wall.date.slice(0, 4)));
      if (isCovered) covered.push(begin + hour * HOUR);
      for (let minute = 0; minute < 60; minute += 1) {
        const index = hour * 60 + minute;
        this.#date[index] = dates;
        this.#open[index] = isCovered ? windows[wall.minuteOfDay + minute]! : 0;
      }
    }
    this.from = covered[0]!;
    this.until = covered.at(-1)! + HOUR;
  }

  isOpen(at: number): boolean {
    return this.#open[this.#indexOf(at)] === 1;
  }

  /** Undefined when the covered years end first. */
  nextOpen(at: number): number | undefined {
    for (let now = at; now < this.until; now = nextMinute(now)) if (this.isOpen(now)) return now;
    return undefined;
  }

  /** Undefined when the covered years end first. */
  add(at: number, workingMs: number): number | undefined {
    let left = workingMs;
    let now = at;
    while (left > 0) {
      if (now >= this.until) return undefined;
      const next = nextMinute(now);
      if (this.isOpen(now)) {
        const step = Math.min(left, next - now);
        left -= step;
        if (left === 0) return now + step;
      }
      now = next;
    }
    return now;
  }

  between(from: number, to: number): number {
    if (to < from) return -this.between(to, from);
    let worked = 0;
    for (let now = from; now < to; now = nextMinute(now)) {
      if (this.isOpen(now)) worked += Math.min(nextMinute(now), to) - now;
    }
    return worked;
  }

  /** Undefined when the covered years end first. */
  closingOfNthWorkingDay(receivedAt: number, n: number): number | undefined {
    let daysLeft = n;
    // Received on the day of the next minute that is worked: what is left of it, or the next working day.
    let now = this.nextOpen(receivedAt);
    while (now !== undefined) {
      const closing = this.#lastClosingOfDate(now);
      if (daysLeft === 0) return closing;
      daysLeft -= 1;
      now = this.nextOpen(closing);
    }
    return undefined;
  }

  #lastClosingOfDate(at: number): number {
    const date = this.#date[this.#indexOf(at)];
    let closing = at;
    for (let now = at; this.#date[this.#indexOf(now)] === date; now = nextMinute(now)) {
      if (this.isOpen(now)) closing = nextMinute(now);
    }
    return closing;
  }

  #indexOf(at: number): number {
    return Math.floor(at / MINUTE) - this.#firstMinute;
  }
}

const nextMinute = (now: number): number => (Math.floor(now / MINUTE) + 1) * MINUTE;

function openMinutesOf(data: CalendarData, date: string): Uint8Array<ArrayBuffer> {
  const minutes = new Uint8Array(1440);
  if (data.daysOff.some((off) => off.date === date)) return minutes;
  const worked = data.makeUpWorkdays.find((day) => day.date === date)?.insteadOf ?? date;
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' })
    .format(new Date(`${worked}T12:00:00Z`))
    .toLowerCase();
  for (const window of data.weekly[weekday as keyof CalendarData['weekly']]) {
    const [opens, closes] = window.split('-').map(minuteOfDay);
    minutes.fill(1, opens, closes);
  }
  return minutes;
}

function minuteOfDay(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour! * 60 + minute!;
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
    const [date, time] = format.format(at).split(' ');
    return { date: date!, minuteOfDay: minuteOfDay(time!) };
  };
}
