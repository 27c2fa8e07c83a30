import type { Case, Part } from '../case.ts';
import type { EventBody } from '../case-events.ts';
import type { Commands } from '../commands.ts';
import { nextStep, tellAtFor } from '../escalation.ts';
import { isLaterCalendar } from '../published-calendar.ts';
import { err, ok, type Result } from '../result.ts';
import { notBeforePromised, serviceOf } from './classify-and-route.ts';
import type { Context, DecisionError } from './context.ts';
import { deadline, instant, partsFor } from './deadlines.ts';

type Decided = Result<EventBody, DecisionError>;

/** The first rung that has been reached and not been raised. Several that are late come one after the other. */
export function decideRaiseAlarm(
  current: Case,
  _: Commands['raise-alarm'],
  { at, jurisdiction }: Context,
): Decided {
  const step = nextStep(current, jurisdiction);
  if (step?.do !== 'raise-alarm' || step.at > new Date(at)) return err({ code: 'NO_ALARM_DUE' });
  const { clock, rung, kind, level, tell } = step;
  return ok({
    type: 'AlarmRaised',
    clock: clock.kind,
    department: clock.department,
    dueAt: instant(clock.dueAt),
    rung,
    kind,
    level,
    reachedAt: instant(step.at),
    tell,
    tellAt: instant(tellAtFor({ tell, department: clock.department }, new Date(at), jurisdiction)),
  });
}

/** Counts the deadlines anew by the calendar of today. A date that was promised to the citizen stays. */
export function decideMoveDeadlines(
  current: Case,
  _: Commands['move-deadlines'],
  { at, jurisdiction }: Context,
): Decided {
  const service = serviceOf(current, jurisdiction);
  if (service === undefined || current.answerDueAt === null || isAhead(current, jurisdiction)) {
    return err({ code: 'NO_DEADLINE_TO_MOVE' });
  }
  const { target } = service;
  const due = deadline({ clock: current, target, department: current.lead }, jurisdiction);
  if (!due.ok) return due;
  const departments = current.parts.flatMap(({ status, department }) =>
    status === 'open' ? [department] : [],
  );
  const parts = partsFor(
    { clock: current, service, departments, assignedAt: at, existing: current.parts },
    jurisdiction,
  );
  if (!parts.ok) return parts;
  const answerDueAt = notBeforePromised(due.value, current);
  if (answerDueAt === current.answerDueAt && sameDates(parts.value, current.parts)) {
    return err({ code: 'NO_DEADLINE_TO_MOVE' });
  }
  const { calendarVersion } = jurisdiction;
  return ok({ type: 'DeadlinesMoved', answerDueAt, parts: parts.value, calendarVersion });
}

/** Another calendar was published while deadlines were being moved, and this case is counted by it already. */
const isAhead = ({ calendarVersion: own }: Case, { calendarVersion }: Context['jurisdiction']) =>
  own !== null && isLaterCalendar(own, calendarVersion);

const sameDates = (parts: readonly Part[], before: readonly Part[]): boolean =>
  parts.every(({ dueAt }, index) => dueAt === before[index]?.dueAt);
