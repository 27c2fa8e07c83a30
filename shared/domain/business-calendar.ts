import type { CalendarData } from './business-calendar-data.ts';
import { dayNumber, hoursInForce, type WindowMinutes } from './business-calendar-days.ts';
import type { CalendarProblem } from './business-calendar-problem.ts';
import { calendarProblems } from './business-calendar-problems.ts';
import { type OffsetSegment, offsetSegments } from './business-calendar-zone.ts';
import { BUILT_IN_CALENDAR, type CalendarVersion } from './calendar-version.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Working time of a jurisdiction, ready to be asked (working-time.ts). All instants are epoch ms in UTC, so the
 * answers do not depend on the machine's zone. Plain data: made once, never changed.
 */
export interface BusinessCalendar {
  /** What a deadline that was counted with it is stored with. */
  readonly version: CalendarVersion;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Local midnight with which the first year begins, and the one with which the last year ends. */
  readonly coversFrom: number;
  readonly coversUntil: number;
  /** Open stretches [opens, closes) in order, and the working ms in all those before each. */
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  readonly workedBefore: Float64Array;
  /** Last closing of every working day, in order. */
  readonly dayClosings: Float64Array;
}

/** Thrown for a calendar that must not be used: a fault of the data, found at build or start, never while a case waits. */
export class CalendarDataError extends Error {
  readonly problems: readonly CalendarProblem[];

  constructor(problems: readonly CalendarProblem[]) {
    const sentences = problems.map(({ message }) => message).join('\n');
    super(`The business calendar cannot be used:\n${sentences}`);
    this.name = 'CalendarDataError';
    this.problems = problems;
  }
}

/**
 * Turns the editable tables into sorted stretches with prefix sums: a few ms for ten years in a new process.
 *
 * An instant is open when its wall-clock time in the jurisdiction's zone lies in a window of its local date; on a
 * day when the clocks change, that counts the minutes that really pass. A department that keeps hours of its own gets
 * those; any other gets the jurisdiction's.
 *
 * @throws CalendarDataError naming every fault, a missing year among them.
 */
export function compileCalendar(data: CalendarData, department?: string): BusinessCalendar {
  const problems = calendarProblems(data);
  if (problems.length > 0) throw new CalendarDataError(problems);

  const firstYear = Math.min(...data.coveredYears);
  const lastYear = Math.max(...data.coveredYears);
  const days = {
    from: Date.UTC(firstYear, 0, 1) / DAY_MS,
    until: Date.UTC(lastYear + 1, 0, 1) / DAY_MS,
  };
  // A day more on both sides, since local midnight is up to 14 hours from that of UTC.
  const segments = offsetSegments(data, {
    from: (days.from - 1) * DAY_MS,
    until: (days.until + 1) * DAY_MS,
  });
  return {
    version: data.version ?? BUILT_IN_CALENDAR,
    firstYear,
    lastYear,
    coversFrom: instantOf(days.from * DAY_MS, segments),
    coversUntil: instantOf(days.until * DAY_MS, segments),
    ...openStretches(windowsOn(data, department), days, segments),
  };
}

/** The calendar of a department, or that of the jurisdiction without one or where it keeps no hours of its own. */
export type CalendarFor = (department?: string) => BusinessCalendar;

/** Compiles each calendar at the first question for it and keeps it: all departments without own hours share one. */
export function calendarsOf(data: CalendarData): CalendarFor {
  const compiled = new Map<string | undefined, BusinessCalendar>();
  return (department) => {
    const code = ownHours(data, department) === undefined ? undefined : department;
    const calendar = compiled.get(code) ?? compileCalendar(data, code);
    compiled.set(code, calendar);
    return calendar;
  };
}

interface DayRange {
  readonly from: number;
  readonly until: number;
}

type Stretches = Pick<BusinessCalendar, 'opens' | 'closes' | 'workedBefore' | 'dayClosings'>;

type WindowsOn = (day: number) => readonly WindowMinutes[];

const WHOLE_DAY: readonly WindowMinutes[] = [{ opens: 0, closes: 24 * 60 }];

/** The windows of a local date, days off and make-up days considered. */
function windowsOn(data: CalendarData, department: string | undefined): WindowsOn {
  const own = ownHours(data, department);
  if (own?.roundTheClock) return () => WHOLE_DAY;
  const usual = hoursInForce(data, own);
  const off = new Set(data.daysOff.map(({ date }) => dayNumber(date)));
  const standsInFor = new Map(
    data.makeUpWorkdays.map(({ date, insteadOf }) => [dayNumber(date), dayNumber(insteadOf)]),
  );
  return (day) => {
    if (off.has(day)) return [];
    const inExchange = usual(day, standsInFor.get(day));
    // A department that never works on that weekday has lost nothing and makes up for nothing.
    return inExchange.length > 0 ? inExchange : usual(day);
  };
}

const ownHours = ({ departments }: CalendarData, code: string | undefined) =>
  departments !== undefined && code !== undefined && Object.hasOwn(departments, code)
    ? departments[code]
    : undefined;

/** Segment by segment, so that the stretches come out in order even where the clocks go back. */
function openStretches(
  windowsOf: WindowsOn,
  days: DayRange,
  segments: readonly OffsetSegment[],
): Stretches {
  const draft = new StretchesDraft();
  for (const segment of segments) {
    const first = Math.max(days.from, Math.floor((segment.from + segment.offsetMs) / DAY_MS));
    const end = Math.min(days.until, Math.ceil((segment.until + segment.offsetMs) / DAY_MS));
    for (let day = first; day < end; day += 1) draft.addDay(day, windowsOf(day), segment);
  }
  return draft.finished();
}

/** Holds the growing columns: one object a stretch would make compiling several times as slow. */
class StretchesDraft {
  readonly #opens: number[] = [];
  readonly #closes: number[] = [];
  readonly #workedBefore: number[] = [];
  readonly #dayClosings: number[] = [];
  #worked = 0;
  #lastDay = Number.NaN;

  /** Adds what lies in the segment of a local date's windows. */
  addDay(day: number, windows: readonly WindowMinutes[], segment: OffsetSegment): void {
    const midnight = day * DAY_MS - segment.offsetMs;
    for (const window of windows) {
      const opens = Math.max(midnight + window.opens * MINUTE_MS, segment.from);
      const closes = Math.min(midnight + window.closes * MINUTE_MS, segment.until);
      if (opens < closes) this.#add(day, opens, closes);
    }
  }

  finished(): Stretches {
    return {
      opens: new Float64Array(this.#opens),
      closes: new Float64Array(this.#closes),
      workedBefore: new Float64Array(this.#workedBefore),
      dayClosings: new Float64Array(this.#dayClosings),
    };
  }

  #add(day: number, opens: number, closes: number): void {
    this.#opens.push(opens);
    this.#closes.push(closes);
    this.#workedBefore.push(this.#worked);
    this.#worked += closes - opens;
    // A later window of the same day moves its last closing.
    if (day === this.#lastDay) this.#dayClosings.pop();
    this.#dayClosings.push(closes);
    this.#lastDay = day;
  }
}

/** The instant of a local time; where the clocks skip it, the instant at which they do. */
function instantOf(localMs: number, segments: readonly OffsetSegment[]): number {
  const segment = segments.find(({ until, offsetMs }) => localMs - offsetMs < until);
  // The segments reach a day past the covered years, so there always is one.
  if (segment === undefined) throw new RangeError(`no offset is known for ${localMs}`);
  return Math.max(localMs - segment.offsetMs, segment.from);
}
