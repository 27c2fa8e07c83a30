import fc from 'fast-check';
import { compileCalendar } from '../../shared/domain/business-calendar.ts';
import type { CalendarData } from '../../shared/domain/business-calendar-data.ts';
import type { Result } from '../../shared/domain/result.ts';
import {
  addWorkingTime,
  type CalendarNotCovered,
  closingOfNthWorkingDay,
  isOpen,
  nextOpen,
  workingTimeBetween,
} from '../../shared/domain/working-time.ts';
import { MinuteOracle } from './minute-oracle.ts';
import { binhDuongCalendar, newYorkCalendar } from './minute-oracle-calendars.ts';

/**
 * Holds the compiled calendars against the oracle and prints what was done as JSON; a difference ends it with the
 * smallest example. Run by business-calendar.oracle.test.ts in processes of different time zones, since a process
 * cannot change its own reliably: `TZ=America/New_York node test/support/minute-oracle-run.ts <runs> <seed>`.
 */
const [runs, seed] = process.argv.slice(2).map(Number);
const cases = [binhDuongCalendar, newYorkCalendar].map(compareWithOracle);
console.log(
  JSON.stringify({
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // What a slip into the machine's zone would be off by.
    offsetMinutesOf2020: new Date(2020, 0, 1).getTimezoneOffset(),
    cases: cases.reduce((sum, done) => sum + done, 0),
  }),
);

function compareWithOracle(data: CalendarData): number {
  const calendar = compileCalendar(data);
  const oracle = new MinuteOracle(data);
  equal(calendar.coversFrom, oracle.from, 'start of the covered years');
  equal(calendar.coversUntil, oracle.until, 'end of the covered years');
  let done = 0;
  fc.assert(
    fc.property(questions(oracle), ({ at, other, workingMs, days }) => {
      const start = new Date(at);
      equal(valueOf(isOpen(calendar, start)), oracle.isOpen(at), 'isOpen');
      equal(instantOf(nextOpen(calendar, start)), oracle.nextOpen(at), 'nextOpen');
      const added = addWorkingTime(calendar, start, workingMs);
      equal(instantOf(added), oracle.add(at, workingMs), 'addWorkingTime');
      const between = workingTimeBetween(calendar, start, new Date(other));
      equal(valueOf(between), oracle.between(at, other), 'workingTimeBetween');
      const closing = closingOfNthWorkingDay(calendar, start, days);
      equal(instantOf(closing), oracle.closingOfNthWorkingDay(at, days), 'closingOfNthWorkingDay');
      done += 1;
    }),
    { numRuns: runs ?? 1000, seed: seed ?? 1022 },
  );
  return done;
}

/** Starts anywhere, but often within a few seconds of an edge of a minute that matters; amounts mostly of days. */
function questions(oracle: MinuteOracle) {
  const second = 1000;
  const hour = 3_600_000;
  const anywhere = fc.integer({ min: oracle.from, max: oracle.until - 1 });
  const minutes = { min: oracle.from / 60_000, max: oracle.until / 60_000 - 1 };
  const onTheMinute = fc.integer(minutes).map((minute) => minute * 60_000);
  const atAnOpening = anywhere.map((at) => oracle.nextOpen(at) ?? at);
  const atAClosing = anywhere.map((at) => oracle.closingOfNthWorkingDay(at, 0) ?? at);
  const nearAnEdge = fc
    .tuple(fc.oneof(atAnOpening, atAClosing), fc.constantFrom(-second, -1, 0, 1, second))
    .map(([edge, shift]) => Math.min(Math.max(edge + shift, oracle.from), oracle.until - 1));
  return fc
    .record({
      at: fc.oneof(anywhere, onTheMinute, nearAnEdge),
      distance: fc.integer({ min: -60 * 24 * hour, max: 60 * 24 * hour }),
      workingMs: fc.oneof(
        fc.integer({ min: 0, max: 120 * hour }),
        fc.integer({ min: 0, max: 240 }).map((halves) => halves * (hour / 2)),
      ),
      days: fc.integer({ min: 0, max: 25 }),
    })
    .map(({ distance, ...question }) => ({
      ...question,
      other: Math.min(Math.max(question.at + distance, oracle.from), oracle.until - 1),
    }));
}

function valueOf<T>(result: Result<T, CalendarNotCovered>): T | undefined {
  return result.ok ? result.value : undefined;
}

function instantOf(result: Result<Date, CalendarNotCovered>): number | undefined {
  return valueOf(result)?.getTime();
}

function equal<T>(actual: T, expected: T, what: string): void {
  if (actual !== expected) {
    throw new Error(`${what}: ${String(actual)}, the oracle says ${String(expected)}`);
  }
}
