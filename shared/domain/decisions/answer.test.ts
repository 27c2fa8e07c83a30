import { describe, expect, it } from 'vitest';
import { aCase, anActor, aPart, aRound, at } from '../../../test/support/case-builder.ts';
import {
  after,
  agent,
  decided,
  logged,
  manager,
  supervisor,
} from '../../../test/support/case-story.ts';
import { CITIZEN, SYSTEM } from '../actor.ts';
import type { Case } from '../case.ts';

const officer = (department: string) => anActor('officer', department);
const THEN = '2020-03-10 10:00';

/** With the district as lead, two supporting departments and an answer to come. */
function inProgress(supporting: string[] = ['SXD', 'PCBD']): Case {
  const routed = after(logged({ at: '2020-03-05 09:00' }), 'route', {
    by: agent,
    at: '2020-03-05 09:04',
    with: { supporting },
  });
  return after(routed, 'accept', { by: officer('TA'), at: '2020-03-05 10:00', with: {} });
}

const answered = (current: Case = inProgress([]), when = THEN): Case =>
  after(current, 'answer', { by: officer('TA'), at: when, with: {} });

const judged = (current: Case, judgement: 'satisfied' | 'unsatisfied', when = '2020-03-11 09:00') =>
  after(current, 'rate', {
    by: CITIZEN,
    at: when,
    with: { round: current.rounds.length, judgement },
  });

describe('an answer', () => {
  const answer = (current: Case, releasedParts?: string[]) =>
    decided(current, 'answer', {
      by: officer('TA'),
      at: THEN,
      with: releasedParts === undefined ? {} : { releasedParts },
    });

  it('waits for the open parts, and says for which', () =>
    expect(answer(inProgress())).toEqual({
      ok: false,
      error: { code: 'OPEN_PARTS', departments: ['PCBD', 'SXD'] },
    }));

  it('still waits for a part that is not among those named as not needed', () =>
    expect(answer(inProgress(), ['SXD'])).toEqual({
      ok: false,
      error: { code: 'OPEN_PARTS', departments: ['PCBD'] },
    }));

  it('may do without parts that it names, and keeps those that were given', () => {
    const step = { by: officer('SXD'), at: '2020-03-06 09:00', with: {} };
    const partly = after(inProgress(), 'answer-part', step);
    const whole = after(partly, 'answer', {
      by: officer('TA'),
      at: THEN,
      with: { releasedParts: ['PCBD', 'SXD'] },
    });
    expect(whole.parts).toMatchObject([
      { department: 'PCBD', status: 'released', answeredAt: null },
      { department: 'SXD', status: 'answered', answeredAt: at('2020-03-06 09:00') },
    ]);
  });

  it('opens a round', () =>
    expect(answered()).toMatchObject({
      status: 'answered',
      rounds: [
        { number: 1, answeredAt: at(THEN), answeredBy: 'TA', judgement: null, judgedAt: null },
      ],
    }));

  it.each([
    ['the desk', logged({ at: '2020-03-05 09:00' }), agent],
    ['the supervisor for several departments', inProgress([]), supervisor],
  ])('of %s is nobody’s department’s', (_, current, by) =>
    expect(decided(current, 'answer', { by, at: THEN, with: {} })).toMatchObject({
      value: { body: { answeredBy: null } },
    }),
  );

  it('at the desk needs to know of what class the case is', () => {
    const current = logged({ at: '2020-03-05 09:00', serviceCode: null });
    const step = { by: agent, at: THEN, with: {} };
    expect(decided(current, 'answer', step)).toEqual({
      ok: false,
      error: { code: 'NOT_CLASSIFIED' },
    });
    const classified = after(current, 'classify', { ...step, with: { class: 'information' } });
    expect(decided(classified, 'answer', step)).toMatchObject({ ok: true });
  });

  it('at the desk after a return waits for the parts as well', () => {
    const returned = after(inProgress(['SXD']), 'return', {
      by: officer('TA'),
      at: '2020-03-05 11:00',
      with: { reason: 'other' },
    });
    expect(decided(returned, 'answer', { by: agent, at: THEN, with: {} })).toMatchObject({
      error: { code: 'OPEN_PARTS', departments: ['SXD'] },
    });
  });
});

describe('a part', () => {
  it('is given once', () => {
    const step = { by: officer('SXD'), at: '2020-03-06 09:00', with: {} };
    const given = after(inProgress(), 'answer-part', step);
    expect(given.status).toBe('in_progress');
    expect(decided(given, 'answer-part', step)).toEqual({
      ok: false,
      error: { code: 'PART_ALREADY_ANSWERED' },
    });
  });

  it('may be given before the lead accepts, and while the citizen is asked', () => {
    const step = { by: officer('SXD'), at: THEN, with: {} };
    for (const status of ['routed', 'awaiting_citizen'] as const) {
      const current = aCase({ status, lead: 'TA', parts: [aPart('SXD')] });
      expect(decided(current, 'answer-part', step)).toMatchObject({
        value: { status, body: { type: 'PartAnswered', department: 'SXD' } },
      });
    }
  });
});

describe('a judgement', () => {
  const rate = (current: Case, round: number, when: string) =>
    decided(current, 'rate', { by: CITIZEN, at: when, with: { round, judgement: 'acceptable' } });

  it('closes the case and belongs to its round', () =>
    expect(judged(answered(), 'satisfied')).toMatchObject({
      status: 'closed',
      closeReason: 'judged',
      closedAt: at('2020-03-11 09:00'),
      rounds: [{ number: 1, judgement: 'satisfied', judgedAt: at('2020-03-11 09:00') }],
    }));

  it.each([1, 3])('of round %i is refused when the latest is 2', (round) => {
    const current = aCase({
      status: 'answered',
      rounds: [aRound(at(THEN), 'unsatisfied'), aRound(at('2020-03-12 10:00'), null, 2)],
    });
    expect(rate(current, round, '2020-03-12 11:00')).toEqual({
      ok: false,
      error: { code: 'ROUND_NOT_LATEST', latestRound: 2 },
    });
    expect(rate(current, 2, '2020-03-12 11:00')).toMatchObject({ value: { body: { round: 2 } } });
  });

  it('is taken for 14 days, to the minute', () => {
    expect(rate(answered(), 1, '2020-03-24 09:59')).toMatchObject({ ok: true });
    expect(rate(answered(), 1, '2020-03-24 10:00')).toEqual({
      ok: false,
      error: { code: 'JUDGING_WINDOW_PASSED' },
    });
  });
});

describe('closing by the clock', () => {
  const close = (when: string) => decided(answered(), 'close', { by: SYSTEM, at: when, with: {} });

  it('begins exactly where judging ends', () => {
    expect(close('2020-03-24 09:59')).toEqual({
      ok: false,
      error: { code: 'JUDGING_WINDOW_OPEN' },
    });
    expect(close('2020-03-24 10:00')).toEqual({
      ok: true,
      value: {
        status: 'closed',
        body: { type: 'CaseClosed', closeReason: 'judging_window_passed' },
      },
    });
  });
});

describe('reopening', () => {
  const WHEN = '2020-03-12 08:00';
  const reopen = (current: Case, by = CITIZEN) =>
    decided(current, 'reopen', { by, at: WHEN, with: {} });
  const reopened = (current: Case, by = CITIZEN) =>
    after(current, 'reopen', { by, at: WHEN, with: {} });
  const refused = { ok: false, error: { code: 'REOPEN_NEEDS_UNSATISFIED' } };
  const withdrawn = (current: Case) =>
    after(current, 'withdraw', { by: CITIZEN, at: '2020-03-12 09:00', with: {} });

  it('after dissatisfaction starts a new clock with the departments that had the case', () => {
    const step = { by: officer('SXD'), at: '2020-03-06 09:00', with: {} };
    const given = after(inProgress(['SXD']), 'answer-part', step);
    expect(reopened(judged(answered(given), 'unsatisfied'))).toMatchObject({
      status: 'routed',
      lead: 'TA',
      clockStartedAt: at(WHEN),
      routedAt: at(WHEN),
      forwardedAt: at('2020-03-05 09:04'),
      answerDueAt: at('2020-03-17 17:00'),
      closeReason: null,
      closedAt: null,
      rounds: [{ number: 1, judgement: 'unsatisfied' }],
      parts: [
        {
          department: 'SXD',
          status: 'open',
          assignedAt: at(WHEN),
          dueAt: at('2020-03-16 17:00'),
          answeredAt: null,
        },
      ],
    });
  });

  it('does not count what was waited in the round before', () => {
    const by = officer('TA');
    const asked = after(inProgress([]), 'ask-citizen', { by, at: '2020-03-05 11:00', with: {} });
    const resumed = after(asked, 'resume', { by, at: '2020-03-06 11:00', with: {} });
    const again = reopened(judged(answered(resumed), 'unsatisfied'));
    expect(again.answerDueAt).toBe(at('2020-03-17 17:00'));
    const routed = after(again, 'route', { by: agent, at: '2020-03-12 09:00', with: {} });
    expect(routed.answerDueAt).toBe(at('2020-03-17 17:00'));
  });

  it('does not ask again whom the lead had done without', () => {
    const released = after(inProgress(['SXD']), 'answer', {
      by: officer('TA'),
      at: THEN,
      with: { releasedParts: ['SXD'] },
    });
    expect(reopened(judged(released, 'unsatisfied')).parts).toMatchObject([
      { department: 'SXD', status: 'released' },
    ]);
  });

  it('of a case that the desk answered brings it to the desk, never forwarded still', () => {
    const step = { by: agent, at: THEN, with: {} };
    const desk = after(logged({ at: '2020-03-05 09:00' }), 'answer', step);
    expect(reopened(judged(desk, 'unsatisfied'))).toMatchObject({
      status: 'received',
      handOffDueAt: at('2020-03-12 08:05'),
      answerDueAt: null,
      routedAt: null,
      forwardedAt: null,
    });
  });

  it('at the desk keeps what departments gave, and asks them anew only when it is routed to them', () => {
    const step = { by: officer('SXD'), at: '2020-03-06 09:00', with: {} };
    const given = after(inProgress(['SXD']), 'answer-part', step);
    const returned = after(given, 'return', {
      by: officer('TA'),
      at: '2020-03-06 10:00',
      with: { reason: 'other' },
    });
    const desk = after(returned, 'answer', { by: agent, at: THEN, with: {} });
    const again = reopened(judged(desk, 'unsatisfied'));
    expect(again.parts).toEqual(given.parts);
    const routed = after(again, 'route', { by: agent, at: '2020-03-12 09:00', with: {} });
    expect(routed.parts).toMatchObject([
      { department: 'SXD', status: 'open', assignedAt: at('2020-03-12 09:00'), answeredAt: null },
    ]);
  });

  it.each([
    ['an answer that nobody judged', answered()],
    ['a satisfied citizen', judged(answered(), 'satisfied')],
    ['a rejected case', after(logged({ at: THEN }), 'reject', { by: agent, at: THEN, with: {} })],
    ['a case that the citizen withdrew', withdrawn(inProgress([]))],
    // The dissatisfaction with round 1 was answered by reopening; it does not reopen for ever.
    [
      'a case withdrawn after it was reopened',
      withdrawn(reopened(judged(answered(), 'unsatisfied'))),
    ],
  ])('%s takes a manager', (_, current) => {
    expect(reopen(current)).toEqual(refused);
    expect(reopen(current, agent)).toEqual(refused);
    expect(reopen(current, manager)).toMatchObject({ ok: true });
  });

  it('may happen again after each unsatisfied round', () => {
    const once = reopened(judged(answered(), 'unsatisfied'));
    const accepted = after(once, 'accept', { by: officer('TA'), at: '2020-03-12 09:00', with: {} });
    const twice = judged(answered(accepted, '2020-03-13 09:00'), 'unsatisfied', '2020-03-13 10:00');
    const again = after(twice, 'reopen', { by: CITIZEN, at: '2020-03-13 11:00', with: {} });
    expect(again).toMatchObject({ status: 'routed', clockStartedAt: at('2020-03-13 11:00') });
    expect(again.rounds.map(({ number, judgement }) => [number, judgement])).toEqual([
      [1, 'unsatisfied'],
      [2, 'unsatisfied'],
    ]);
  });
});
