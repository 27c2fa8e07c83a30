import fc from 'fast-check';
import { type BusinessCalendar, compileCalendar } from '../../shared/domain/business-calendar.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { dueAt, dueAtAfterPause } from '../../shared/domain/sla.ts';
import {
  addWorkingTime,
  type CalendarNotCovered,
  closingOfNthWorkingDay,
  isInWorkingTime,
  isOpen,
  nextOpen,
  workingTimeBetween,
} from '../../shared/domain/working-time.ts';
import { MinuteOracle } from './minute-oracle.ts';
import { fixedTargets, type OracleTarget, randomTargets } from './minute-oracle-calendars.ts';
import {
  firstDaysOfTet,
  isAroundTet,
  type Question,
  questions,
} from './minute-oracle-questions.ts';

/**
 * Holds the compiled calendars against the oracle and prints what was done as JSON; a difference ends it with the
 * smallest example. Run by business-calendar.oracle.test.ts in processes of different time zones, since a process
 * cannot change its own reliably: `TZ=America/New_York node test/support/minute-oracle-run.ts <runs> <seed>`, with
 * the number of cases for each calendar that is written out; of the random ones there are many, with fewer each.
 */
const [runs = 1000, seed = 1022] = process.argv.slice(2).map(Number);
const RANDOM_CALENDARS = 40;
const RUNS_A_RANDOM_CALENDAR = Math.ceil(runs / 20);

const aroundTet = new Map<number, number>();
const ofUnit = new Map<string, number>();
let cases = 0;
for (const target of fixedTargets) cases += compareWithOracle(target, runs);
for (const target of fc.sample(randomTargets(), { numRuns: RANDOM_CALENDARS, seed })) {
  cases += compareWithOracle(target, RUNS_A_RANDOM_CALENDAR);
}
console.log(
  JSON.stringify({
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    // What a slip into the machine's zone would be off by.
    offsetMinutesOf2020: new Date(2020, 0, 1).getTimezoneOffset(),
    calendars: fixedTargets.length + RANDOM_CALENDARS,
    cases,
    aroundTet: Object.fromEntries([...aroundTet].sort(([a], [b]) => a - b)),
    clocks: Object.fromEntries(ofUnit),
  }),
);

function compareWithOracle(target: OracleTarget, numRuns: number): number {
  const { data, department } = target;
  const calendar = compileCalendar(data, department);
  const oracle = new MinuteOracle(data, department);
  equal(calendar.coversFrom, oracle.from, 'start of the covered years');
  equal(calendar.coversUntil, oracle.until, 'end of the covered years');
  const tets = firstDaysOfTet(data);
  let done = 0;
  fc.assert(
    fc.property(questions(oracle, data), (question) => {
      compareInstants(calendar, oracle, question);
      compareClocks(calendar, oracle, question);
      const tet = tets.find((day) => isAroundTet(day, question.at));
      if (tet !== undefined) count(aroundTet, new Date(tet).getUTCFullYear());
      count(ofUnit, question.target.unit);
      if (question.pauses.length > 0) count(ofUnit, 'paused');
      done += 1;
    }),
    { numRuns, seed },
  );
  return done;
}

function compareInstants(
  calendar: BusinessCalendar,
  oracle: MinuteOracle,
  { at, other, workingMs, days }: Question,
): void {
  const start = new Date(at);
  equal(valueOf(isOpen(calendar, start)), oracle.isOpen(at), 'isOpen');
  equal(valueOf(isInWorkingTime(calendar, start)), oracle.isInWorkingTime(at), 'isInWorkingTime');
  equal(instantOf(nextOpen(calendar, start)), oracle.nextOpen(at), 'nextOpen');
  const added = addWorkingTime(calendar, start, workingMs);
  equal(instantOf(added), oracle.add(at, workingMs), 'addWorkingTime');
  const between = workingTimeBetween(calendar, start, new Date(other));
  equal(valueOf(between), oracle.between(at, other), 'workingTimeBetween');
  const closing = closingOfNthWorkingDay(calendar, start, days);
  equal(instantOf(closing), oracle.closingOfNthWorkingDay(at, days), 'closingOfNthWorkingDay');
}

/** A clock that runs from `at`, stands still in every pause and goes on at its end. */
function compareClocks(
  calendar: BusinessCalendar,
  oracle: MinuteOracle,
  { at, target, pauses }: Question,
): void {
  const due = dueAt(calendar, new Date(at), target);
  equal(instantOf(due), dueByOracle(oracle, { at, target, pauses: [] }), 'dueAt');
  const moved = pauses.reduce<typeof due>(
    (before, { from, until }) =>
      before.ok
        ? dueAtAfterPause(
            calendar,
            { dueAt: before.value, unit: target.unit },
            { from: new Date(from), until: new Date(until) },
          )
        : before,
    due.ok ? ok(due.value) : due,
  );
  // Where the deadline itself is out of reach, so is what it would have been moved to.
  const expected = due.ok ? dueByOracle(oracle, { at, target, pauses }) : undefined;
  equal(instantOf(moved), expected, 'dueAtAfterPause');
}

type Clock = Pick<Question, 'at' | 'target' | 'pauses'>;

function dueByOracle(oracle: MinuteOracle, { at, target, pauses }: Clock): number | undefined {
  const { unit, amount } = target;
  switch (unit) {
    case 'workingHours':
      return oracle.addOutside(pauses, at, amount * 3_600_000);
    case 'workingMinutes':
      return oracle.addOutside(pauses, at, amount * 60_000);
    case 'workingDays':
      // The closing is an instant like any other once it is known: what was paused before it is owed after it.
      return pushedOn(oracle.closingOfNthWorkingDay(at, amount), pauses, (due, { from, until }) =>
        oracle.add(due, oracle.between(from, until)),
      );
    case 'hours':
      return pushedOn(
        at + amount * 3_600_000,
        pauses,
        (due, { from, until }) => due + until - from,
      );
  }
}

/** A deadline is moved by each pause that begins before it. */
function pushedOn(
  due: number | undefined,
  pauses: Question['pauses'],
  move: (due: number, pause: Question['pauses'][number]) => number | undefined,
): number | undefined {
  return pauses.reduce<number | undefined>(
    (before, pause) =>
      before === undefined || before <= pause.from ? before : move(before, pause),
    due,
  );
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
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
