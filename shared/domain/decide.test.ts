import { describe, expect, it } from 'vitest';
import {
  aCase,
  anActor,
  aPart,
  aProposal,
  aRound,
  at,
  jurisdiction,
} from '../../test/support/case-builder.ts';
import { aCommand, agent, decided, supervisor } from '../../test/support/case-story.ts';
import { type Actor, CITIZEN, SYSTEM } from './actor.ts';
import { CASE_ACTIONS, type CaseAction } from './case-lifecycle.ts';
import type { Case } from './case.ts';
import { decide } from './decide.ts';

const NOW = '2020-03-06 10:00';
const lead = anActor('officer', 'TA');
const classified = { class: 'field_report', serviceCode: 'street-light', areaCode: '25966' };
const received = aCase(classified);
const withLead = {
  ...classified,
  lead: 'TA',
  forwardedAt: at('2020-03-05 09:04'),
  routedAt: at('2020-03-05 09:04'),
  answerDueAt: at('2020-03-10 17:00'),
};
const routed = aCase({ ...withLead, status: 'routed', parts: [aPart('SXD')] });
const inProgress = aCase({ ...withLead, status: 'in_progress' });
const answered = aCase({ ...withLead, status: 'answered', rounds: [aRound(at(NOW), null)] });

/** One way to do each action, the status it leads to and what then has happened. */
const ways: Record<CaseAction, [Case, Actor, object, Case['status'], string]> = {
  classify: [received, agent, {}, 'received', 'CaseClassified'],
  propose: [received, SYSTEM, { proposed: aProposal(), waits: null }, 'received', 'CaseProposed'],
  route: [received, agent, {}, 'routed', 'CaseRouted'],
  return: [routed, lead, { reason: 'other' }, 'received', 'CaseReturned'],
  accept: [routed, lead, {}, 'in_progress', 'CaseAccepted'],
  'ask-citizen': [inProgress, lead, {}, 'awaiting_citizen', 'CitizenAsked'],
  resume: [
    aCase({ ...withLead, status: 'awaiting_citizen', statusBeforeWaiting: 'in_progress' }),
    agent,
    {},
    'in_progress',
    'CaseResumed',
  ],
  'report-progress': [inProgress, lead, {}, 'in_progress', 'ProgressReported'],
  extend: [
    inProgress,
    lead,
    { answerDueAt: at('2020-03-12 17:00') },
    'in_progress',
    'DeadlineExtended',
  ],
  'answer-part': [routed, anActor('officer', 'SXD'), {}, 'routed', 'PartAnswered'],
  answer: [inProgress, lead, {}, 'answered', 'CaseAnswered'],
  rate: [answered, CITIZEN, { round: 1, judgement: 'satisfied' }, 'closed', 'AnswerRated'],
  'call-back': [answered, agent, { outcome: 'no_answer' }, 'answered', 'CallBackFailed'],
  reopen: [answered, anActor('manager'), {}, 'routed', 'CaseReopened'],
  close: [
    aCase({ ...withLead, status: 'answered', rounds: [aRound(at('2020-01-06 10:00'), null)] }),
    SYSTEM,
    {},
    'closed',
    'CaseClosed',
  ],
  reject: [received, agent, {}, 'closed', 'CaseRejected'],
  merge: [received, agent, { into: 'b'.repeat(26) }, 'closed', 'CaseMerged'],
  unmerge: [
    aCase({ ...withLead, status: 'closed', closeReason: 'duplicate', mergedInto: 'b'.repeat(26) }),
    agent,
    {},
    'routed',
    'CaseUnmerged',
  ],
  withdraw: [routed, CITIZEN, {}, 'closed', 'CaseWithdrawn'],
  escalate: [routed, supervisor, {}, 'routed', 'CaseEscalated'],
  'raise-alarm': [received, SYSTEM, {}, 'received', 'AlarmRaised'],
  'move-deadlines': [
    aCase({ ...withLead, status: 'in_progress', answerDueAt: at('2020-03-11 17:00') }),
    SYSTEM,
    {},
    'in_progress',
    'DeadlinesMoved',
  ],
  note: [answered, agent, {}, 'answered', 'NoteAdded'],
};

describe('deciding', () => {
  it.each(CASE_ACTIONS)('on %s gives the event of it and the status after it', (action) => {
    const [current, by, input, status, type] = ways[action];
    expect(
      decide(current, aCommand(action, input as never), { by, at: at(NOW), jurisdiction }),
    ).toMatchObject({ ok: true, value: { status, body: { type } } });
  });

  it('asks the lifecycle first: who may not act learns nothing about the case', () =>
    expect(
      decided(inProgress, 'extend', {
        by: anActor('officer', 'SYT'),
        at: NOW,
        with: { answerDueAt: at('2020-03-05 09:00') },
      }),
    ).toMatchObject({ ok: false, error: { code: 'NOT_PERMITTED', allowedAs: ['lead'] } }));
});
