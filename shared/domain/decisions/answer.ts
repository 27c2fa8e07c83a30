import type { Case, Instant } from '../case.ts';
import { latestRound } from '../case.ts';
import { isDepartmentRole } from '../roles.ts';
import type { EventBody } from '../case-events.ts';
import type { Commands } from '../commands.ts';
import type { Jurisdiction } from '../jurisdiction-lookups.ts';
import { nextStep } from '../escalation.ts';
import { err, ok, type Result } from '../result.ts';
import { handOffDueAt, judgingEndsAt } from '../sla.ts';
import { serviceOf } from './classify-and-route.ts';
import type { Context, DecisionError } from './context.ts';
import { deadline, instant, partsFor } from './deadlines.ts';

type Decided = Result<EventBody, DecisionError>;

/** One answer for the citizen. Open parts must be answered first or be named as not needed. */
export function decideAnswer(
  current: Case,
  { releasedParts = [] }: Commands['answer'],
  { by }: Context,
): Decided {
  if (current.class === null) return err({ code: 'NOT_CLASSIFIED' });
  const open = current.parts.filter(({ status }) => status === 'open').map((p) => p.department);
  const dropped = open.filter((department) => !releasedParts.includes(department));
  if (dropped.length > 0) return err({ code: 'OPEN_PARTS', departments: dropped });
  return ok({
    type: 'CaseAnswered',
    answeredBy: isDepartmentRole(by.role) ? by.department : null,
    releasedParts: open,
  });
}

export function decideAnswerPart(
  current: Case,
  _: Commands['answer-part'],
  { by }: Context,
): Decided {
  const own = current.parts.find(({ department }) => department === by.department);
  if (own?.status !== 'open') return err({ code: 'PART_ALREADY_ANSWERED' });
  return ok({ type: 'PartAnswered', department: own.department });
}

export function decideRate(
  current: Case,
  { round, judgement }: Commands['rate'],
  { at, jurisdiction }: Context,
): Decided {
  const latest = latestRound(current);
  if (latest?.number !== round) {
    return err({ code: 'ROUND_NOT_LATEST', latestRound: latest?.number ?? 0 });
  }
  if (new Date(at) >= judgingEndsAt(jurisdiction.sla, new Date(latest.answeredAt))) {
    return err({ code: 'JUDGING_WINDOW_PASSED' });
  }
  return ok({ type: 'AnswerRated', round, judgement });
}

/** Only the clock closes an answered case, and only when nobody may judge it any more. */
export function decideClose(
  current: Case,
  _: Commands['close'],
  { at, jurisdiction }: Context,
): Decided {
  if (current.status === 'awaiting_citizen') return closeSilent(current, at, jurisdiction);
  const answeredAt = latestRound(current)?.answeredAt ?? at;
  return new Date(at) < judgingEndsAt(jurisdiction.sla, new Date(answeredAt))
    ? err({ code: 'JUDGING_WINDOW_OPEN' })
    : ok({ type: 'CaseClosed', closeReason: 'judging_window_passed' });
}

/** Nobody waits for ever for what the citizen was asked. */
function closeSilent(current: Case, at: Instant, jurisdiction: Jurisdiction): Decided {
  const step = nextStep(current, jurisdiction);
  return step?.do === 'close' && step.at <= new Date(at)
    ? ok({ type: 'CaseClosed', closeReason: 'citizen_silent' })
    : err({ code: 'SILENCE_NOT_OVER' });
}

/**
 * The next round: the case goes back to its lead and to those who had given a part, with a new clock. Anyone else
 * than a manager needs the citizen's dissatisfaction for it, and each reopens once.
 */
export function decideReopen(
  current: Case,
  _: Commands['reopen'],
  { at, by, jurisdiction }: Context,
): Decided {
  if (current.closeReason === 'duplicate') return err({ code: 'CASE_IS_DUPLICATE' });
  if (by.role !== 'manager' && !endedUnsatisfied(current)) {
    return err({ code: 'REOPEN_NEEDS_UNSATISFIED' });
  }
  const handOff = instant(handOffDueAt(jurisdiction.sla, new Date(at)));
  const clocks = newClocks(current, at, jurisdiction);
  return clocks.ok ? ok({ type: 'CaseReopened', handOffDueAt: handOff, ...clocks.value }) : clocks;
}

/** Not what ended otherwise since: that dissatisfaction has had its reopening. */
const endedUnsatisfied = (current: Case): boolean =>
  current.closeReason === 'judged' && latestRound(current)?.judgement === 'unsatisfied';

function newClocks(current: Case, at: Instant, jurisdiction: Jurisdiction) {
  const service = serviceOf(current, jurisdiction);
  if (service === undefined || current.lead === null) {
    return ok({ answerDueAt: null, parts: current.parts });
  }
  const clock = { clockStartedAt: at, waiting: [] };
  const { lead: department } = current;
  const due = deadline({ clock, target: service.target, department }, jurisdiction);
  if (!due.ok) return due;
  const departments = current.parts.flatMap(({ status, department }) =>
    status === 'answered' ? [department] : [],
  );
  const parts = partsFor(
    { clock, service, departments, assignedAt: at, existing: current.parts },
    jurisdiction,
  );
  if (!parts.ok) return parts;
  const { calendarVersion } = jurisdiction;
  return ok({ answerDueAt: due.value, parts: parts.value, calendarVersion });
}
