import type { BusinessCalendar } from './business-calendar.ts';
import { type Case, type Instant, latestRound, type Part } from './case.ts';
import { answer, type CaseClock, handOff, part, runningClocks } from './case-clocks.ts';
import { atRiskOf } from './escalation.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { type Pause, timeBetween, timePaused } from './sla.ts';
import type { TargetUnit } from './sla-target.ts';
import type { Named } from './status-names.ts';

/** `met` and `late` are of clocks that have stopped for good. */
export const CLOCK_STATES = ['on_track', 'at_risk', 'missed', 'paused', 'met', 'late'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

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
  const waitsSince = waitingSince(current);
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
    const until = stoppedAt ?? (clock.kind === 'silence' ? null : waitsSince) ?? at;
    const paused = stoppedAt === null && waitsSince !== null && clock.kind !== 'silence';
    return readingOf({ clock, current, stoppedAt, until, paused, at }, jurisdiction) ?? [];
  });
}

interface Question {
  readonly clock: CaseClock;
  readonly current: Case;
  readonly stoppedAt: Date | null;
  /** Until when it has run. */
  readonly until: Date;
  readonly paused: boolean;
  readonly at: Date;
}

function readingOf(question: Question, jurisdiction: Jurisdiction): ClockReading | undefined {
  const { clock, current, stoppedAt } = question;
  const times = timesOf(question, jurisdiction);
  if (times === undefined) return undefined;
  const atRiskAt = atRiskOf(clock, current, jurisdiction);
  const state = stateOf(question, atRiskAt);
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
function timesOf(question: Question, jurisdiction: Jurisdiction) {
  const { clock, until } = question;
  const calendar = jurisdiction.calendar(clock.department ?? undefined);
  const ran = spentOrLeft(calendar, clock.unit, { from: clock.startAt, until });
  const leftMs = spentOrLeft(calendar, clock.unit, { from: until, until: clock.dueAt });
  const pausedMs = pausedOf(question, jurisdiction);
  const endedMs = pausedOf({ ...question, paused: false }, jurisdiction);
  if (ran === null || leftMs === null || pausedMs === undefined || endedMs === undefined)
    return undefined;
  return { usedMs: Math.max(0, ran - endedMs), leftMs, pausedMs };
}

/** The pauses that have ended, and the one that lasts. */
function pausedOf({ clock, until, paused, at }: Question, { calendar }: Jurisdiction) {
  const hours = calendar(clock.department ?? undefined);
  const lasting: readonly Pause[] = paused && until < at ? [{ from: until, until: at }] : [];
  const pauses = [...clock.pauses, ...lasting];
  const time = timePaused(hours, { ...clock, pauses });
  return time.ok ? time.value : undefined;
}

/** Time of a clock's unit between two instants in ms; null where the calendar does not reach. */
export function spentOrLeft(
  calendar: BusinessCalendar,
  unit: TargetUnit,
  span: Pause,
): number | null {
  const time = timeBetween(calendar, unit, span);
  return time.ok ? time.value : null;
}

function stateOf({ clock, stoppedAt, paused, at }: Question, atRiskAt: Date | null): ClockState {
  if (stoppedAt !== null) return stoppedAt <= clock.dueAt ? 'met' : 'late';
  if (paused) return 'paused';
  if (at > clock.dueAt) return 'missed';
  return atRiskAt !== null && at >= atRiskAt ? 'at_risk' : 'on_track';
}

const waitingSince = ({ status, waiting }: Case): Date | null => {
  const last = status === 'awaiting_citizen' ? waiting.at(-1) : undefined;
  return last === undefined ? null : new Date(last.from);
};

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
const handedOffAt = (current: Case): Instant | null =>
  current.lead === null ? (latestRound(current)?.answeredAt ?? current.closedAt) : current.routedAt;

const answeredAt = (current: Case): Instant | null =>
  current.status === 'answered' || current.status === 'closed'
    ? (latestRound(current)?.answeredAt ?? current.closedAt)
    : null;

const partGivenAt = ({ parts, closedAt }: Case, { department }: CaseClock): Instant | null =>
  parts.find((one: Part) => one.department === department)?.answeredAt ?? closedAt;

type Times = Pick<ClockReading, 'usedMs' | 'leftMs' | 'pausedMs' | 'unit'>;

function whyOf(state: ClockState, { usedMs, leftMs, pausedMs, unit }: Times): Named {
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
