import type { CalendarData } from '../../shared/domain/business-calendar-data.ts';
import { openMinutesOf } from './minute-oracle-rule.ts';
import { type WallClockTable, wallClockTable } from './minute-oracle-wall-clock.ts';

const MINUTE = 60_000;

interface Stretch {
  readonly from: number;
  readonly until: number;
}

/**
 * Working time the slow way: a table of every minute of the covered years, open or closed, walked one by one. It
 * shares no code with the calendar it judges, and takes wall-clock time from Intl for every single hour. Good for
 * zones whose clocks change on a full hour of UTC.
 */
export class MinuteOracle {
  readonly from: number;
  readonly until: number;
  readonly #open: Uint8Array;
  readonly #clock: WallClockTable;
  readonly #firstMinute: number;

  constructor(data: CalendarData, department?: string) {
    const clock = wallClockTable(data.timeZone, data.coveredYears);
    this.#clock = clock;
    this.#firstMinute = clock.firstMinute;
    this.#open = new Uint8Array(clock.hours * 60);
    const rules = clock.dates.map((date) => openMinutesOf(data, date, department));
    const covered = clock.dates.map((date) => data.coveredYears.includes(Number(date.slice(0, 4))));
    const coveredHours: number[] = [];
    for (let hour = 0; hour < clock.hours; hour += 1) {
      const date = clock.dateOfHour[hour]!;
      if (!covered[date]) continue;
      coveredHours.push(hour);
      const begin = clock.minuteOfDayOfHour[hour]!;
      this.#open.set(rules[date]!.subarray(begin, begin + 60), hour * 60);
    }
    this.from = (this.#firstMinute + coveredHours[0]! * 60) * MINUTE;
    this.until = (this.#firstMinute + (coveredHours.at(-1)! + 1) * 60) * MINUTE;
  }

  isOpen(at: number): boolean {
    return this.#open[this.#indexOf(at)] === 1;
  }

  /** Open, or on the very instant of a closing. */
  isInWorkingTime(at: number): boolean {
    return this.isOpen(at) || this.isOpen(at - 1);
  }

  /** Undefined when the covered years end first. */
  nextOpen(at: number): number | undefined {
    if (this.isOpen(at)) return at;
    const end = this.#indexOf(this.until);
    for (let minute = this.#indexOf(at) + 1; minute < end; minute += 1) {
      if (this.#open[minute] === 1) return this.#instantOf(minute);
    }
    return undefined;
  }

  /** Undefined when the covered years end first. */
  add(at: number, workingMs: number): number | undefined {
    const end = this.#indexOf(this.until);
    let left = workingMs;
    let now = at;
    for (let minute = this.#indexOf(at); left > 0; minute += 1) {
      if (minute >= end) return undefined;
      const next = this.#instantOf(minute + 1);
      if (this.#open[minute] === 1) {
        if (left <= next - now) return now + left;
        left -= next - now;
      }
      now = next;
    }
    return now;
  }

  /** As `add`, and what lies in a pause does not count. The pauses are in order. */
  addOutside(pauses: readonly Stretch[], at: number, workingMs: number): number | undefined {
    let left = workingMs;
    let now = at;
    for (const { from, until } of pauses) {
      const worked = this.between(now, from);
      if (left <= worked) break;
      left -= worked;
      now = until;
    }
    return this.add(now, left);
  }

  between(from: number, to: number): number {
    if (to < from) return -this.between(to, from);
    const first = this.#indexOf(from);
    const last = this.#indexOf(to);
    if (first === last) return this.#open[first] === 1 ? to - from : 0;
    let minutes = 0;
    for (let minute = first + 1; minute < last; minute += 1) minutes += this.#open[minute]!;
    const inFirst = this.#open[first] === 1 ? this.#instantOf(first + 1) - from : 0;
    const inLast = this.#open[last] === 1 ? to - this.#instantOf(last) : 0;
    return inFirst + minutes * MINUTE + inLast;
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
      now = closing < this.until ? this.nextOpen(closing) : undefined;
    }
    return undefined;
  }

  #lastClosingOfDate(at: number): number {
    const date = this.#dateOf(this.#indexOf(at));
    let closing = this.#indexOf(at);
    for (let minute = closing; this.#dateOf(minute) === date; minute += 1) {
      if (this.#open[minute] === 1) closing = minute + 1;
    }
    return this.#instantOf(closing);
  }

  #dateOf(minute: number): number | undefined {
    return this.#clock.dateOfHour[Math.floor(minute / 60)];
  }

  #indexOf(at: number): number {
    return Math.floor(at / MINUTE) - this.#firstMinute;
  }

  #instantOf(minute: number): number {
    return (minute + this.#firstMinute) * MINUTE;
  }
}
