import { describe, expect, it } from 'vitest';
import { type CallDraft, EMPTY_CALL } from './call-draft.ts';
import { draftRequestOf, intentOf, planOf, type Proposal, submissionOf } from './call-plan.ts';

const aDraft = (differing: Partial<CallDraft> = {}): CallDraft => ({
  ...EMPTY_CALL,
  key: 'a-key-of-this-call',
  description: 'Đèn đường tắt cả tuần nay.',
  ...differing,
});

const routed = {
  decided: true,
  to: 'departments',
  lead: 'TA',
  supporting: ['SXD'],
  because: 'DISTRICT_OF_PLACE',
  rule: null,
} as const;

const aProposal = (differing: object = {}) =>
  ({
    serviceCode: 'street-light',
    areaCode: '25966',
    route: routed,
    proposal: 'signed',
    ...differing,
  }) as unknown as Proposal; // What a plan reads of it.

describe('what a call will become', () => {
  it('is what is proposed, until the person chooses', () => {
    expect(planOf(aDraft(), aProposal())).toEqual({
      serviceCode: 'street-light',
      areaCode: '25966',
      lead: 'TA',
      supporting: ['SXD'],
      isForDesk: false,
    });
  });

  it('is what the person chose', () => {
    const draft = aDraft({ serviceCode: 'noise', lead: 'DA', supporting: [] });
    expect(planOf(draft, aProposal())).toMatchObject({
      serviceCode: 'noise',
      lead: 'DA',
      supporting: [],
    });
  });

  it('never has the lead support itself', () => {
    expect(planOf(aDraft({ lead: 'SXD' }), aProposal()).supporting).toEqual([]);
  });

  it('is nothing before anything is proposed', () => {
    expect(planOf(aDraft(), undefined)).toMatchObject({ serviceCode: null, lead: null });
  });
});

describe('the main action', () => {
  const intent = (draft: CallDraft, proposal?: Proposal) =>
    intentOf(draft, planOf(draft, proposal));
  const desk = { decided: true, to: 'desk', because: 'HOTLINE_ANSWERS', rule: null };

  it.each([
    ['forwards what has a lead', aDraft(), aProposal(), 'route'],
    ['logs what nobody can place yet', aDraft(), undefined, 'log'],
    ['logs what the desk answers later', aDraft(), aProposal({ route: desk }), 'log'],
    ['answers where an answer is written', aDraft({ answer: 'Dạ, …' }), aProposal(), 'answer'],
    [
      'merges a duplicate',
      aDraft({ duplicateOf: { caseId: 'a', trackingCode: 'A' } }),
      aProposal(),
      'log',
    ],
  ])('%s', (...[, draft, proposal, expected]) => expect(intent(draft, proposal)).toBe(expected));
});

describe('what is sent', () => {
  it('leaves out what nobody typed', () => {
    expect(submissionOf(aDraft(), undefined, 'log')).toEqual({
      key: 'a-key-of-this-call',
      draft: aDraft(),
      call: { channel: 'phone', description: 'Đèn đường tắt cả tuần nay.' },
      then: null,
      logged: null,
    });
  });

  it('lets the rules route what was left as proposed, so that the case remembers which of them', () => {
    expect(submissionOf(aDraft(), aProposal(), 'route').then).toEqual({
      action: 'route',
      body: {},
    });
    const told = aProposal({ place: { districtCode: '723' } });
    expect(submissionOf(aDraft(), told, 'route').then).toEqual({
      action: 'route',
      body: { districtCode: '723' },
    });
    expect(submissionOf(aDraft({ lead: 'DA' }), aProposal(), 'route').then).toEqual({
      action: 'route',
      body: { lead: 'DA', supporting: ['SXD'] },
    });
  });

  it('takes no step on a duplicate: it is merged as it is logged', () => {
    const draft = aDraft({ duplicateOf: { caseId: 'incident', trackingCode: 'A' }, answer: 'x' });
    const { call, then } = submissionOf(draft, aProposal(), 'answer');
    expect(call).toMatchObject({ duplicateOf: 'incident', proposal: 'signed' });
    expect(then).toBeNull();
  });

  it('asks the machine by what the person chose, not by what it proposed itself', () => {
    expect(draftRequestOf(aDraft({ place: '  ', areaCode: '724', urgent: true }))).toEqual({
      channel: 'phone',
      description: 'Đèn đường tắt cả tuần nay.',
      areaCode: '724',
      priority: 'urgent',
    });
  });
});
