import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHistory, type History } from '../../test/support/case-histories.ts';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { type Case, latestRound, participants } from './case.ts';
import type { CaseEvent } from './case-events.ts';
import { allowedActions } from './case-lifecycle.ts';

const numbered = (list: readonly { readonly number: number }[]): boolean =>
  list.every(({ number }, index) => number === index + 1);
const ascending = (list: readonly (string | null)[]): boolean =>
  list.every((value, index) => index === 0 || (list[index - 1] ?? '') <= (value ?? ''));
const same = (...facts: readonly boolean[]): boolean => new Set(facts).size === 1;

/** What holds of every case that the decisions can lead to. */
const ofEveryCase: Record<string, (current: Case) => boolean> = {
  'at the desk it has no lead, with departments it has one': ({ status, lead }) =>
    status === 'received'
      ? lead === null
      : (status !== 'routed' && status !== 'in_progress') || lead !== null,
  'a lead has a deadline and makes the case forwarded': ({ lead, answerDueAt, forwardedAt }) =>
    lead === null || (answerDueAt !== null && forwardedAt !== null),
  'forwarded and routed are known together': ({ forwardedAt, routedAt }) =>
    same(forwardedAt === null, routedAt === null) && (forwardedAt ?? '') <= (routedAt ?? ''),
  'parts exist only once it was forwarded': ({ parts, forwardedAt }) =>
    parts.length === 0 || forwardedAt !== null,
  'nobody takes part twice': (current) =>
    new Set(participants(current)).size === participants(current).length,
  'parts stand in the order of their codes, as they are stored': ({ parts }) =>
    ascending(parts.map(({ department }) => department)),
  'a part is answered exactly when it says since when': ({ parts }) =>
    parts.every(({ status, answeredAt }) => same(status === 'answered', answeredAt !== null)),
  'answered or closed, it leaves no part open': ({ status, parts }) =>
    (status !== 'answered' && status !== 'closed') || parts.every((part) => part.status !== 'open'),
  'it knows where it goes back to exactly while it waits': ({ status, statusBeforeWaiting }) =>
    same(status === 'awaiting_citizen', statusBeforeWaiting !== null),
  'it waits for departments with a lead, for the desk without': ({ statusBeforeWaiting, lead }) =>
    statusBeforeWaiting === null || same(statusBeforeWaiting === 'received', lead === null),
  'the last waiting time is open exactly while it waits, all others are over': ({
    status,
    waiting,
  }) =>
    same(status === 'awaiting_citizen', waiting.at(-1)?.until === null) &&
    waiting.slice(0, -1).every(({ until }) => until !== null),
  'waiting times follow each other': ({ waiting }) =>
    ascending(waiting.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))),
  'rounds are numbered and follow each other': ({ rounds }) =>
    numbered(rounds) && ascending(rounds.map(({ answeredAt }) => answeredAt)),
  'a round is judged exactly when it says since when': ({ rounds }) =>
    rounds.every(({ judgement, judgedAt }) => same(judgement === null, judgedAt === null)),
  'answered, it has a round that nobody judged yet': (current) =>
    current.status !== 'answered' || latestRound(current)?.judgement === null,
  'an answer is of a known class': (current) =>
    latestRound(current) === undefined || current.class !== null,
  'the class is that of its service': ({ serviceCode, class: caseClass }) =>
    serviceCode === null || jurisdiction.services.get(serviceCode)?.class === caseClass,
  'it is closed exactly when it says why and when': ({ status, closeReason, closedAt }) =>
    same(status === 'closed', closeReason !== null, closedAt !== null),
  'closed as judged, its latest round was judged': (current) =>
    current.closeReason !== 'judged' || typeof latestRound(current)?.judgement === 'string',
  'closed by the clock, its latest round was not judged': (current) =>
    current.closeReason !== 'judging_window_passed' || latestRound(current)?.judgement === null,
  'it is merged exactly when it closed as a duplicate': ({ closeReason, mergedInto, caseId }) =>
    same(closeReason === 'duplicate', mergedInto !== null) && mergedInto !== caseId,
  'returns are numbered and cost no negative time': ({ hops }) =>
    numbered(hops) && hops.every(({ lostMs }) => lostMs >= 0),
  'extensions and levels stay within their limits': ({ extensions, escalationLevel }) =>
    extensions <= jurisdiction.sla.maxExtensions && escalationLevel <= 3,
  'the clock starts when it is received, or later': ({ receivedAt, clockStartedAt }) =>
    receivedAt <= clockStartedAt,
};

const movesDeadline: readonly string[] = [
  'CaseRouted',
  'CaseResumed',
  'DeadlineExtended',
  'DeadlinesMoved',
  'CaseReopened',
];

interface Change {
  readonly before: Case;
  readonly event: CaseEvent;
  readonly after: Case;
}

/** What holds of every change. */
const ofEveryChange: Record<string, (change: Change) => boolean> = {
  'leaves when, how and under which code it was received': ({ before, after }) =>
    (['receivedAt', 'channel', 'trackingCode', 'caseId'] as const).every(
      (name) => before[name] === after[name],
    ),
  'leaves the day on which it was forwarded': ({ before, after }) =>
    before.forwardedAt === null || before.forwardedAt === after.forwardedAt,
  'moves the deadline only where a clock starts, stops or is extended': ({
    before,
    event,
    after,
  }) => movesDeadline.includes(event.body.type) || before.answerDueAt === after.answerDueAt,
  'pauses and extensions never shorten a deadline': ({ before, event, after }) =>
    (event.body.type !== 'CaseResumed' && event.body.type !== 'DeadlineExtended') ||
    (before.answerDueAt ?? '') <= (after.answerDueAt ?? ''),
  'forgets no round, no return and no waiting time': ({ before, after }) =>
    (['rounds', 'hops', 'waiting'] as const).every(
      (list) => after[list].length >= before[list].length,
    ),
  'forgets no supporting department, though it may make a lead of it': ({ before, after }) =>
    before.parts.every(({ department }) => participants(after).includes(department)),
  'changes no judgement that was given': ({ before, after }) =>
    before.rounds.every(
      ({ judgement }, index) => judgement === null || after.rounds[index]?.judgement === judgement,
    ),
  'takes back a given part only by starting another round': ({ before, event, after }) =>
    event.body.type === 'CaseReopened' ||
    before.clockStartedAt > before.receivedAt ||
    before.parts.every(
      (part) =>
        part.status !== 'answered' ||
        after.lead === part.department ||
        after.parts.some((one) => one.department === part.department && one.status === 'answered'),
    ),
  'starts the clock anew only by reopening': ({ before, event, after }) =>
    event.body.type === 'CaseReopened' || before.clockStartedAt === after.clockStartedAt,
  'leaves a duplicate what it is until it is taken apart': ({ before, event, after }) =>
    before.mergedInto === null ||
    event.body.type === 'CaseUnmerged' ||
    (after.status === 'closed' && after.mergedInto === before.mergedInto),
};

const changesOf = ({ events, cases }: History): Change[] =>
  cases.slice(1).flatMap((after, index) => {
    const before = cases[index];
    const event = events[index + 1];
    return before === undefined || event === undefined ? [] : [{ before, event, after }];
  });

/** By name, so that a failure says what does not hold. */
const violated = <T>(rules: Record<string, (of: T) => boolean>, all: readonly T[]): string[] =>
  Object.entries(rules).flatMap(([rule, holds]) => (all.every(holds) ? [] : [rule]));

describe('whatever is done', () => {
  it('these hold of the case', () => {
    fc.assert(
      fc.property(aHistory(), ({ cases }) => {
        expect(violated(ofEveryCase, cases)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('these hold of the change', () => {
    fc.assert(
      fc.property(aHistory(), (history) => {
        expect(violated(ofEveryChange, changesOf(history))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('a round is judged at most once', () => {
    fc.assert(
      fc.property(aHistory(), ({ events }) => {
        const judged = events.flatMap(({ body }) =>
          body.type === 'AnswerRated' ? [body.round] : [],
        );
        expect(new Set(judged).size).toBe(judged.length);
      }),
    );
  });
});

describe('a refusal', () => {
  it('is the lifecycle’s exactly where the action was not offered', () => {
    fc.assert(
      fc.property(aHistory(), ({ refusals }) => {
        for (const { current, command, by, error } of refusals) {
          const byLifecycle = ['NOT_PERMITTED', 'TRANSITION_REFUSED'].includes(error.code);
          expect(allowedActions(current, by).includes(command.action)).toBe(!byLifecycle);
        }
      }),
    );
  });
});
