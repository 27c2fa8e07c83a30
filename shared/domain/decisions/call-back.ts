import type { Case, CallBacks, Instant } from '../case.ts';
import { latestRound } from '../case.ts';
import type { EventBody } from '../case-events.ts';
import type { Commands } from '../commands.ts';
import { err, ok, type Result } from '../result.ts';
import { judgingEndsAt } from '../sla.ts';
import type { Context, DecisionError } from './context.ts';

const HOUR_MS = 3_600_000;

/** A call for the citizen's judgement that brought none: nobody took it, or they want to be called at another time. */
export function decideCallBack(
  current: Case,
  { outcome, againAt }: Commands['call-back'],
  { at, jurisdiction: { sla } }: Context,
): Result<EventBody, DecisionError> {
  const round = latestRound(current);
  if (round === undefined) return err({ code: 'JUDGING_WINDOW_PASSED' });
  const { number, answeredAt } = round;
  const ends = judgingEndsAt(sla, new Date(answeredAt)).toISOString();
  if (at >= ends) return err({ code: 'JUDGING_WINDOW_PASSED' });
  const { maxAttempts: limit, againAfterHours } = sla.callBacks;
  const attempt = attemptsIn(current.callBacks, number) + 1;
  if (attempt > limit) return err({ code: 'CALL_BACK_LIMIT', limit });
  if (againAt !== undefined && !isBetween(againAt, at, ends)) {
    return err({ code: 'CALL_BACK_TIME', judgingEndsAt: ends });
  }
  const next = againAt ?? hoursAfter(at, againAfterHours);
  const body = { round: number, attempt, outcome };
  return ok({ type: 'CallBackFailed', ...body, againAt: before(ends, attempt < limit, next) });
}

/** When there is a next try: not after the last, nor when nobody may judge any more. */
const before = (ends: Instant, isLeft: boolean, next: Instant): Instant | null =>
  isLeft && next < ends ? next : null;

const isBetween = (instant: Instant, from: Instant, until: Instant): boolean =>
  instant > from && instant < until;

const attemptsIn = (callBacks: CallBacks | null, round: number): number =>
  callBacks?.round === round ? callBacks.attempts : 0;

/** From when the desk may call for a judgement of the latest answer; null when it was tried often enough. */
export function callableFrom({
  callBacks,
  rounds,
}: Pick<Case, 'callBacks' | 'rounds'>): Instant | null {
  const round = latestRound({ rounds });
  if (round === undefined) return null;
  return callBacks?.round === round.number ? callBacks.againAt : round.answeredAt;
}

const hoursAfter = (at: Instant, hours: number): Instant =>
  new Date(Date.parse(at) + hours * HOUR_MS).toISOString();
