import type { BusinessCalendar } from './business-calendar.ts';
import { type Case, type Instant, latestRound, type Part, type WaitingTime } from './case.ts';
import { answer, type CaseClock, handOff, hasResumed, part, runningClocks } from './case-clocks.ts';
import { atRiskOf } from './escalation.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { type Pause, timeBetween, timePaused } from './sla.ts';
import type { TargetUnit } from './sla-target.ts';
import type { Named } from './status-names.ts';

/** `met` and `late` are of clocks that have stopped for good. */
export const CLOCK_STATES = ['on_track', 'at_risk', 'missed', 'paused', 'met', 'late'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];
export type RunningState = Exclude<ClockState, 'met' | 'late'>;

/** Where a clock stands, in the time that it is counted in: working time, or round the clock for `hours`. */
export interface ClockReading extends Pick<CaseClock, 'kind' | 'department' | 'unit'> {
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  /** From when it counts as at risk; null where no rung comes before the deadline. */
  readonly atRiskAt: Instant | null;
  /** When it stopped for good. */
  readonly stoppedAt: Instant | null;
  /** In ms. Pauses are not in it. */
  readonly usedMs: number;
  /** In ms; below 0 once the deadline has passed. */
  readonly leftMs: number;
  readonly pausedMs: number;
  /** Why it stands so, as a sentence. */
  readonly why: Named;
}

/** Every clock that the case has or had in its present round. Those that a calendar does not reach are left out. */
export function clockReadings(
  current: Case,
  at: Date,
  jurisdiction: Jurisdiction,
): readonly ClockReading[] {
  const running = runningClocks(current, jurisdiction);
  const all = [
    handOff(current, jurisdiction),
    ...answer(current, jurisdiction),
    ...current.parts.flatMap((one) =>
      one.status === 'released' ? [] : part(current, one, jurisdiction),
    ),
    ...running.filter(({ kind }) => kind === 'silence'),
  ];
  return all.flatMap((clock) => {
    const stoppedAt = stopOf(clock, current);
    const waits = clock.kind === 'silence' ? null : waitOf(current, stoppedAt, at);
    const until = waits?.from ?? stoppedAt ?? at;
    const atRiskAt = atRiskOf(clock, current, jurisdiction);
    return readingOf({ clock, atRiskAt, stoppedAt, until, waits, at }, jurisdiction) ?? [];
  });
}

/** A clock, and what became of it. */
export interface ClockQuestion {
  readonly clock: CaseClock;
  /** From when it counts as at risk, where a rung comes before the deadline. */
  readonly atRiskAt: Date | null;
  readonly stoppedAt: Date | null;
  /** Until when it has run. */
  readonly until: Date;
  /** The wait for the citizen in which it stands still, or stood when it stopped. */
  readonly waits: Pause | null;
  readonly at: Date;
}

function readingOf(question: ClockQuestion, jurisdiction: Jurisdiction): ClockReading | undefined {
  const { clock, atRiskAt, stoppedAt } = question;
  const times = timesOf(question, jurisdiction);
  if (times === undefined) return undefined;
  const state = stateOf(question);
  const { kind, department, unit } = clock;
  return {
    kind,
    department,
    unit,
    state,
    startedAt: clock.startAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    atRiskAt: atRiskAt?.toISOString() ?? null,
    stoppedAt: stoppedAt?.toISOString() ?? null,
    ...times,
    why: whyOf(state, { ...times, unit }),
  };
}

/** Undefined where the calendar does not reach. */
export function timesOf(question: ClockQuestion, jurisdiction: Jurisdiction) {
  const { clock, until } = question;
  const calendar = jurisdiction.calendar(clock.department ?? undefined);
  const ran = spentOrLeft(calendar, clock.unit, { from: clock.startAt, until });
  const leftMs = spentOrLeft(calendar, clock.unit, { from: until, until: clock.dueAt });
  const pausedMs = pausedOf(question, jurisdiction);
  const endedMs = pausedOf({ ...question, waits: null }, jurisdiction);
  if (ran === null || leftMs === null || pausedMs === undefined || endedMs === undefined)
    return undefined;
  return { usedMs: Math.max(0, ran - endedMs), leftMs, pausedMs };
}

/** The pauses that ended while it ran, and the one that lasts. */
function pausedOf({ clock, until, waits }: ClockQuestion, { calendar }: Jurisdiction) {
  const hours = calendar(clock.department ?? undefined);
  const ended = clock.pauses.filter(({ from }) => from < until);
  const pauses = waits !== null && waits.from < waits.until ? [...ended, waits] : ended;
  const time = timePaused(hours, { ...clock, pauses });
  return time.ok ? time.value : undefined;
}

/** Time of a clock's unit between two instants in ms; null where the calendar does not reach. */
function spentOrLeft(calendar: BusinessCalendar, unit: TargetUnit, span: Pause): number | null {
  const time = timeBetween(calendar, unit, span);
  return time.ok ? time.value : null;
}

function stateOf(question: ClockQuestion): ClockState {
  const { clock, stoppedAt, until } = question;
  if (stoppedAt === null) return runningState(question);
  return until <= clock.dueAt ? 'met' : 'late';
}

/** Of a clock that has not stopped for good. */
export function runningState({
  clock,
  atRiskAt,
  waits,
  at,
}: Pick<ClockQuestion, 'atRiskAt' | 'waits' | 'at'> & {
  readonly clock: Pick<CaseClock, 'dueAt'>;
}): RunningState {
  if (waits !== null) return 'paused';
  if (at > clock.dueAt) return 'missed';
  return atRiskAt !== null && at >= atRiskAt ? 'at_risk' : 'on_track';
}

/** In such a wait a case can be closed, and a part be given; the deadline has not been moved by it. */
function waitOf(current: Case, stoppedAt: Date | null, at: Date): Pause | null {
  const until = stoppedAt ?? at;
  const wait = current.waiting.find((time) =>
    hasResumed(current, time)
      ? stoppedAt !== null && isWithin(stoppedAt, time)
      : stoppedAt === null || new Date(time.from) < stoppedAt,
  );
  return wait === undefined ? null : { from: new Date(wait.from), until };
}

const isWithin = (at: Date, { from, until }: WaitingTime): boolean =>
  new Date(from) < at && until !== null && at < new Date(until);

function stopOf(clock: CaseClock, current: Case): Date | null {
  const stoppedAt = {
    hand_off: handedOffAt,
    answer: answeredAt,
    part: partGivenAt,
    silence: () => null,
  }[clock.kind](current, clock);
  return stoppedAt === null ? null : new Date(stoppedAt);
}

/** With departments, or answered at the desk. */
function handedOffAt(current: Case): Instant | null {
  const { status, statusBeforeWaiting, lead } = current;
  if (status === 'received' || statusBeforeWaiting === 'received') return null;
  return lead === null ? answeredAt(current) : current.handedOffAt;
}

/** An answer from before a reopening stopped the clock of its own round only. */
function answeredAt(current: Case): Instant | null {
  const { status, clockStartedAt, closedAt } = current;
  if (status !== 'answered' && status !== 'closed') return null;
  const given = latestRound(current)?.answeredAt;
  return given !== undefined && given >= clockStartedAt ? given : closedAt;
}

const partGivenAt = ({ parts, closedAt }: Case, { department }: CaseClock): Instant | null =>
  parts.find((one: Part) => one.department === department)?.answeredAt ?? closedAt;

/** In ms of the clock's own unit. */
type Times = Pick<ClockReading, 'usedMs' | 'leftMs' | 'pausedMs' | 'unit'>;

/** Where a clock stands, as a sentence. */
export function whyOf(state: ClockState, { usedMs, leftMs, pausedMs, unit }: Times): Named {
  const [vi, en] = unit === 'hours' ? ['', ''] : [' làm việc', ' of working time'];
  const used = { vi: `Đã dùng ${spoken(usedMs)}${vi}`, en: `${brief(usedMs)}${en} used` };
  const left = { vi: `còn ${spoken(leftMs)}`, en: `${brief(leftMs)} left` };
  const over = { vi: `quá ${spoken(-leftMs)}`, en: `${brief(-leftMs)} over` };
  const rest = leftMs < 0 ? over : left;
  const pause =
    pausedMs === 0
      ? { vi: '', en: '' }
      : { vi: `, tạm dừng ${spoken(pausedMs)}`, en: `, paused for ${brief(pausedMs)}` };
  const end =
    state === 'paused'
      ? { vi: '; đang chờ người dân', en: '; waiting for the citizen' }
      : pauseless;
  return {
    name: `${used.vi}, ${rest.vi}${pause.vi}${end.vi}.`,
    nameEn: `${used.en}, ${rest.en}${pause.en}${end.en}.`,
  };
}
const pauseless = { vi: '', en: '' };

const MINUTE_MS = 60_000;
/** Whole minutes, rounded down, as people read a clock. */
const minutesOf = (ms: number): readonly [number, number] => {
  const minutes = Math.floor(Math.max(0, ms) / MINUTE_MS);
  return [Math.floor(minutes / 60), minutes % 60];
};
const spoken = (ms: number): string => {
  const [hours, minutes] = minutesOf(ms);
  return hours === 0 ? `${minutes} phút` : `${hours} giờ ${minutes} phút`;
};
const brief = (ms: number): string => {
  const [hours, minutes] = minutesOf(ms);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes} min`;
};
