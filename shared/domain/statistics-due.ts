import { type Instant, type Part, stoodStillSince } from './case.ts';
import {
  type Contribution,
  type CountableCase,
  type DueCounter,
  NONE,
  type PartCounter,
  type StatisticsContext,
} from './statistics.ts';
import { isEndWithoutAnswer } from './statistics-headline.ts';

/**
 * Where a case counts among the deadlines: on the local day on which its answer is due, as it is now. The deadline is the
 * one in force, of the latest round: an extension or a reopening moves the case to its new day, and the old
 * deadline is no longer held against it. Whether an open one is overdue is no state of the case but a question of
 * the day on which somebody asks, and so left to the reader. Parts count on days of their own, for their department.
 */
export function dueContributions(
  current: CountableCase,
  { localDay }: Pick<StatisticsContext, 'localDay'>,
): Contribution[] {
  const { answerDueAt, class: caseClass, lead, serviceCode, priority, parts } = current;
  const own: Contribution[] =
    answerDueAt === null
      ? []
      : [
          {
            day: localDay(answerDueAt),
            counters: dueCounters(current, answerDueAt),
            cells: [
              ['class', caseClass ?? NONE],
              ['department', lead ?? NONE],
              ['service', serviceCode ?? NONE],
              ['priority', priority],
            ],
          },
        ];
  const ofParts = parts.flatMap((part): Contribution[] => {
    const counter = partCounter(part, current);
    return counter === undefined
      ? []
      : [
          {
            day: localDay(part.dueAt),
            counters: [counter],
            cells: [['department', part.department]],
          },
        ];
  });
  return [...own, ...ofParts];
}

/** The first is where the case stands. */
export function dueCounters(current: CountableCase, answerDueAt: Instant): DueCounter[] {
  if (isEndWithoutAnswer(current.closeReason)) return ['dueEnded'];
  const state = dueState(current, answerDueAt);
  return current.extensions > 0 ? [state, 'dueExtended'] : [state];
}

function dueState(current: CountableCase, dueAt: Instant): DueCounter {
  const answeredAt = answeredNowAt(current);
  if (answeredAt !== undefined) return answeredAt <= dueAt ? 'dueOnTime' : 'dueLate';
  return standsStill(current, dueAt) ? 'dueWaiting' : 'dueOpen';
}

function partCounter(part: Part, current: CountableCase): PartCounter | undefined {
  if (part.status === 'released') return undefined;
  if (part.answeredAt !== null) {
    // Given in a wait, its deadline is not moved when that ends; its clock had stopped where the wait began.
    const stoppedAt = stoodStillSince(current, part.answeredAt) ?? part.answeredAt;
    return stoppedAt <= part.dueAt ? 'partOnTime' : 'partLate';
  }
  return standsStill(current, part.dueAt) ? 'partWaiting' : 'partOpen';
}

/** When the latest round was answered; undefined while the case is open or when it ended without an answer. */
export function answeredNowAt({ status, closeReason, rounds }: CountableCase): Instant | undefined {
  const done = status === 'answered' || (status === 'closed' && !isEndWithoutAnswer(closeReason));
  return done ? rounds.at(-1)?.answeredAt : undefined;
}

/** While the citizen is asked the clock does not run: what was not missed before cannot be missed now. */
function standsStill({ waiting }: CountableCase, dueAt: Instant): boolean {
  const since = waiting.find(({ until }) => until === null)?.from;
  return since !== undefined && since < dueAt;
}
