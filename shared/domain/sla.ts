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

/** A clock that runs from `startAt` to `dueAt` in the time of its target's unit. */
export interface RunningClock {
  readonly startAt: Date;
  readonly dueAt: Date;
  readonly unit: TargetUnit;
}

/** When an open case counts as at risk: once the jurisdiction's share of its time, counted in its own unit, is used. */
export function atRiskAt(
  calendar: BusinessCalendar,
  clock: RunningClock,
  { atRiskShare }: SlaRules,
): Result<Date, CalendarNotCovered> {
  if (clock.unit === 'hours') {
    const spanMs = clock.dueAt.getTime() - clock.startAt.getTime();
    return ok(after(clock.startAt, Math.floor(spanMs * atRiskShare)));
  }
  const span = workingTimeBetween(calendar, clock.startAt, clock.dueAt);
  if (!span.ok) return span;
  return addWorkingTime(calendar, clock.startAt, Math.floor(span.value * atRiskShare));
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
  clock: Omit<RunningClock, 'startAt'>,
  { from, until }: Pause,
): Result<Date, CalendarNotCovered> {
  if (clock.dueAt <= from) return ok(clock.dueAt);
  if (clock.unit === 'hours') return ok(after(clock.dueAt, until.getTime() - from.getTime()));
  const paused = workingTimeBetween(calendar, from, until);
  return paused.ok ? addWorkingTime(calendar, clock.dueAt, paused.value) : paused;
}

const after = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);
