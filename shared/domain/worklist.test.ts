import { describe, expect, it } from 'vitest';
import { aCase, aPart, aRound, at, jurisdiction } from '../../test/support/case-builder.ts';
import { ownerOf, partListStatus, worklistDueAt } from './worklist.ts';

const { sla } = jurisdiction;
const handOffDueAt = at('2020-03-05 09:05');
const answerDueAt = at('2020-03-12 17:00');
const answeredAt = at('2020-03-06 09:00');

// Written out by hand: what a case in each status is waited for.
const rows = [
  { status: 'received', lead: null, dueAt: handOffDueAt },
  { status: 'awaiting_citizen', lead: null, dueAt: handOffDueAt },
  { status: 'routed', lead: 'SGTVT', dueAt: answerDueAt },
  { status: 'in_progress', lead: 'SGTVT', dueAt: answerDueAt },
  { status: 'awaiting_citizen', lead: 'SGTVT', dueAt: answerDueAt },
  { status: 'answered', lead: 'SGTVT', dueAt: at('2020-03-20 09:00') },
  { status: 'answered', lead: null, dueAt: at('2020-03-20 09:00') },
  { status: 'closed', lead: 'SGTVT', dueAt: undefined },
];

describe('the list a case is in', () => {
  it.each(rows)('$status, led by $lead', ({ status, lead, dueAt }) => {
    const rounds = status === 'answered' ? [aRound(answeredAt, null)] : [];
    const times = { handOffDueAt, answerDueAt: lead === null ? null : answerDueAt };
    const current = aCase({ status, lead, rounds, ...times });
    expect(ownerOf(current)).toBe(lead ?? 'desk');
    expect(worklistDueAt(current, sla)).toBe(dueAt);
  });

  it('has the hand-off of a case that came back, not the answer', () => {
    const returned = aCase({ status: 'received', handOffDueAt, answerDueAt });
    expect(worklistDueAt(returned, sla)).toBe(handOffDueAt);
  });

  it('waits for the judgement of the latest answer', () => {
    const rounds = [aRound(answeredAt, 'unsatisfied'), aRound(at('2020-03-10 09:00'), null, 2)];
    const current = aCase({ status: 'answered', lead: 'SGTVT', rounds });
    expect(worklistDueAt(current, sla)).toBe(at('2020-03-24 09:00'));
  });
});

describe('a supporting department finds its part', () => {
  const statuses = [
    { part: 'open', status: 'routed', listed: 'in_progress' },
    { part: 'open', status: 'awaiting_citizen', listed: 'in_progress' },
    { part: 'answered', status: 'in_progress', listed: 'answered' },
    { part: 'answered', status: 'answered', listed: 'answered' },
    { part: 'released', status: 'answered', listed: undefined },
    { part: 'answered', status: 'closed', listed: undefined },
  ] as const;
  it.each(statuses)('$part, of a case $status: $listed', ({ part, status, listed }) => {
    const current = aCase({ status, lead: 'TA', parts: [aPart('SGTVT', part)] });
    expect(partListStatus(current, current.parts[0]!)).toBe(listed);
  });
});
