import type { Case, Instant, Part } from '../case.ts';
import type { EventBody } from '../case-events.ts';
import type { Commands } from '../commands.ts';
import type { DepartmentCode } from '../department.ts';
import { err, ok, type Result } from '../result.ts';
import { dueAtAfterPause, handOffDueAt, supportingTarget } from '../sla.ts';
import type { TargetUnit } from '../sla-target.ts';
import { isInWorkingTime } from '../working-time.ts';
import { serviceOf } from './classify-and-route.ts';
import type { Context, DecisionError } from './context.ts';
import { instant } from './deadlines.ts';

/** Levels of the ladder: officer, department lead, hotline supervisor, province office (level 0 to 3). */
const TOP_ESCALATION_LEVEL = 3;

type Decided = Result<EventBody, DecisionError>;

/** The citizen has answered: every running deadline moves by the time that was waited, in its own unit. */
export function decideResume(current: Case, _: Commands['resume'], context: Context): Decided {
  const { at, jurisdiction } = context;
  const service = serviceOf(current, jurisdiction);
  const handOff = handOffAfterWaiting(current, context);
  if (service === undefined) {
    const { answerDueAt, parts } = current;
    return ok({ type: 'CaseResumed', answerDueAt, parts, handOffDueAt: handOff });
  }
  const move = mover(current, { at, jurisdiction });
  const due = move(current.answerDueAt, service.target.unit, current.lead);
  if (!due.ok) return due;
  const parts: Part[] = [];
  for (const part of current.parts) {
    const { unit } = supportingTarget(service, jurisdiction.sla);
    const moved = move(part.dueAt, unit, part.department);
    if (!moved.ok) return moved;
    parts.push(part.status === 'open' ? { ...part, dueAt: moved.value ?? part.dueAt } : part);
  }
  const { calendarVersion } = jurisdiction;
  return ok({
    type: 'CaseResumed',
    answerDueAt: due.value,
    parts,
    handOffDueAt: handOff,
    calendarVersion,
  });
}

const handOffAfterWaiting = (current: Case, { at, jurisdiction }: Context): Instant =>
  current.statusBeforeWaiting === 'received'
    ? instant(handOffDueAt(jurisdiction.sla, new Date(at)))
    : current.handOffDueAt;

/** A date that the department commits itself to: later than the one before, and at a time when somebody is there. */
export function decideExtend(
  current: Case,
  { answerDueAt }: Commands['extend'],
  { at, jurisdiction }: Context,
): Decided {
  const limit = jurisdiction.sla.maxExtensions;
  if (current.extensions >= limit) return err({ code: 'EXTENSION_LIMIT', limit });
  const missed = missedDeadline(current, at);
  // A missed deadline stays missed; what can still be given is a report with a new date.
  if (missed !== null) return err({ code: 'DEADLINE_PASSED', answerDueAt: missed });
  if (answerDueAt <= (current.answerDueAt ?? at)) {
    return err({ code: 'DATE_NOT_LATER' });
  }
  const working = isInWorkingTime(calendarOf(current, jurisdiction), new Date(answerDueAt));
  if (!working.ok) return working;
  return working.value
    ? ok({
        type: 'DeadlineExtended',
        answerDueAt,
        calendarVersion: jurisdiction.calendarVersion,
      })
    : err({ code: 'DATE_NOT_IN_WORKING_TIME' });
}

/**
 * Where a matter stands. Once its deadline has passed unfinished, a report commits to a new date (the rule of Ho Chi
 * Minh City), which the citizen sees; before that, more time is an extension.
 */
export function decideReportProgress(
  current: Case,
  { committedAt }: Commands['report-progress'],
  { at, jurisdiction }: Context,
): Decided {
  const missed = missedDeadline(current, at);
  if (committedAt === undefined) {
    return missed === null
      ? ok({ type: 'ProgressReported' })
      : err({ code: 'COMMITMENT_NEEDED', answerDueAt: missed });
  }
  if (missed === null) {
    return err({ code: 'COMMITMENT_BEFORE_DEADLINE', answerDueAt: current.answerDueAt ?? at });
  }
  if (committedAt <= at) return err({ code: 'DATE_NOT_LATER' });
  const working = isInWorkingTime(calendarOf(current, jurisdiction), new Date(committedAt));
  if (!working.ok) return working;
  return working.value
    ? ok({ type: 'ProgressReported', committedAt })
    : err({ code: 'DATE_NOT_IN_WORKING_TIME' });
}

const calendarOf = ({ lead }: Case, { calendar }: Context['jurisdiction']) =>
  calendar(lead ?? undefined);

const missedDeadline = ({ answerDueAt }: Case, at: Instant): Instant | null =>
  answerDueAt !== null && answerDueAt < at ? answerDueAt : null;

export const decideEscalate = ({ escalationLevel }: Case): Decided =>
  escalationLevel >= TOP_ESCALATION_LEVEL
    ? err({ code: 'ESCALATION_AT_TOP', level: escalationLevel })
    : ok({ type: 'CaseEscalated', level: escalationLevel + 1 });

const mover =
  ({ waiting }: Case, { at, jurisdiction }: Omit<Context, 'by'>) =>
  (dueAt: Instant | null, unit: TargetUnit, department: DepartmentCode | null) => {
    if (dueAt === null) return ok(null);
    const from = new Date(waiting.at(-1)?.from ?? at);
    const moved = dueAtAfterPause(
      jurisdiction.calendar(department ?? undefined),
      { dueAt: new Date(dueAt), unit },
      { from, until: new Date(at) },
    );
    return moved.ok ? ok(instant(moved.value)) : moved;
  };
