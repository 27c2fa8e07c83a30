import { describe, expect, it } from 'vitest';
import { aProposal } from '../../test/support/case-builder.ts';
import { CASE_ACTIONS } from './case-lifecycle.ts';
import { commands } from './commands.ts';

describe('a command', () => {
  it('exists for every action of the lifecycle', () =>
    expect(Object.keys(commands)).toEqual(CASE_ACTIONS));

  it.each(CASE_ACTIONS)('%s refuses what it does not know', (action) =>
    expect(commands[action].safeParse({ status: 'closed' }).success).toBe(false),
  );

  it.each([
    ['classify', {}],
    ['classify', { areaCode: null, summary: null, priority: 'urgent' }],
    ['propose', { proposed: aProposal(), waits: 'NOT_SURE' }],
    ['route', {}],
    ['route', { lead: 'TA', supporting: [] }],
    ['return', { reason: 'wrong_place' }],
    ['extend', { answerDueAt: '2020-03-12T10:00:00.000Z' }],
    ['answer', { releasedParts: ['SXD'] }],
    ['rate', { round: 1, judgement: 'acceptable' }],
    ['merge', { into: 'b'.repeat(26) }],
  ] as const)('%s takes %j', (action, input) =>
    expect(commands[action].safeParse(input).success).toBe(true),
  );

  it.each([
    ['classify', { serviceCode: null }],
    ['propose', { proposed: aProposal(), waits: 'TIRED' }],
    ['propose', { waits: null }],
    ['route', { supporting: Array.from({ length: 11 }, (_, n) => `D${n}`) }],
    ['route', { lead: 'sxd' }],
    ['return', {}],
    ['extend', { answerDueAt: '2020-03-12T17:00:00+07:00' }],
    ['extend', { answerDueAt: '2020-03-12' }],
    ['rate', { round: 0, judgement: 'acceptable' }],
    ['rate', { round: 1, judgement: 'good' }],
    ['merge', { into: 'T0' }],
  ] as const)('%s refuses %j', (action, input) =>
    expect(commands[action].safeParse(input).success).toBe(false),
  );
});
