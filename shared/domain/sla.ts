import type { BusinessCalendar } from './business-calendar.ts';
import { ok, type Result } from './result.ts';
import type { Service } from './service-catalog.ts';
import type { SlaRules } from './sla-rules.ts';
import type { Target, TargetUnit } from './sla-target.ts';
import {
  addWorkingTime,
  type CalendarNotCovered,
  closingOfNthWorkingDay,
  workingTimeBetween,
} from './working-time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * When an answer must be given if its clock starts at `startAt`.
 *
 * - `workingDays`: the last closing of the n-th working day after the day of receipt (`closingOfNthWorkingDay`).
 * - `workingHours`, `workingMinutes`: counted inside windows only (`addWorkingTime`).
 * - `hours`: round the clock, with no calendar at all.
 */
export function dueAt(
  calendar: BusinessCalendar,
  startAt: Date,
  { amount, unit }: Target,
): Result<Date, CalendarNotCovered> {
  switch (unit) {
    case 'workingDays':
      return closingOfNthWorkingDay(calendar, startAt, amount);
    case 'workingHours':
      return addWorkingTime(calendar, startAt, amount * HOUR_MS);
    case 'workingMinutes':
      return addWorkingTime(calendar, startAt, amount * MINUTE_MS);
    case 'hours':
      return ok(after(startAt, amount * HOUR_MS));
  }
}

/** By when a case must be routed or answered: the desk works round the clock. */
export const handOffDueAt = ({ handOffMinutes }: SlaRules, receivedAt: Date): Date =>
  after(receivedAt, handOffMinutes * MINUTE_MS);

/** Until when the citizen may judge an answer; the case closes unjudged from then on. */
export const judgingEndsAt = ({ judgingWindowDays }: SlaRules, answeredAt: Date): Date =>
  after(answeredAt, judgingWindowDays * DAY_MS);

/**
 * A supporting department's own target. By default it is shorter than the lead's, so that the lead still has time
 * to make one answer of all the parts; never less than one unit.
 */
export const supportingTarget = (
  { target, supportingTarget: own }: Pick<Service, 'target' | 'supportingTarget'>,
  { supportingShare }: SlaRules,
): Target =>
  own ?? { unit: target.unit, amount: Math.max(1, Math.round(target.amount * supportingShare)) };

/** A clock that runs from `startAt` to `dueAt` in the time of its target's unit, except while it is paused. */
export interface RunningClock {
  readonly startAt: Date;
  readonly dueAt: Date;
  readonly unit: TargetUnit;
  readonly pauses: readonly Pause[];
}

/** Time of the clock's own unit between two instants, in ms: working time, or round the clock for `hours`. */
export const timeBetween = (
  calendar: BusinessCalendar,
  unit: TargetUnit,
  { from, until }: Pause,
): Result<number, CalendarNotCovered> =>
  unit === 'hours'
    ? ok(until.getTime() - from.getTime())
    : workingTimeBetween(calendar, from, until);

/** Time of the clock's own unit in which it stood still since it started, in ms. */
export function timePaused(
  calendar: BusinessCalendar,
  { startAt, unit, pauses }: RunningClock,
): Result<number, CalendarNotCovered> {
  let sum = 0;
  for (const pause of pauses) {
    if (pause.from < startAt) continue;
    const paused = timeBetween(calendar, unit, pause);
    if (!paused.ok) return paused;
    sum += paused.value;
  }
  return ok(sum);
}

/**
 * When a share of the clock's time is used, counted in its own unit. What was paused is not used; a share that had been used
 * before the last pause is answered with an instant before its end.
 */
export function shareUsedAt(
  calendar: BusinessCalendar,
  clock: RunningClock,
  share: number,
): Result<Date, CalendarNotCovered> {
  const { startAt, dueAt: until, unit } = clock;
  if (share === 1 || until <= startAt) return ok(until);
  const span = timeBetween(calendar, unit, { from: startAt, until });
  const paused = timePaused(calendar, clock);
  if (!span.ok) return span;
  if (!paused.ok) return paused;
  const left = Math.ceil((span.value - paused.value) * (1 - share));
  const used = Math.max(0, span.value - left);
  return unit === 'hours' ? ok(after(startAt, used)) : addWorkingTime(calendar, startAt, used);
}

/** A time in which the department could not act. */
export interface Pause {
  readonly from: Date;
  readonly until: Date;
}

/**
 * Moves a deadline by exactly the time that was paused, counted in its own unit: a weekend spent waiting credits
 * nothing to a clock that did not run. A deadline that had passed before the pause stays missed.
 */
export function dueAtAfterPause(
  calendar: BusinessCalendar,
  clock: Pick<RunningClock, 'dueAt' | 'unit'>,
  { from, until }: Pause,
): Result<Date, CalendarNotCovered> {
  if (clock.dueAt <= from) return ok(clock.dueAt);
  if (clock.unit === 'hours') return ok(after(clock.dueAt, until.getTime() - from.getTime()));
  const paused = workingTimeBetween(calendar, from, until);
  return paused.ok ? addWorkingTime(calendar, clock.dueAt, paused.value) : paused;
}

const after = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
