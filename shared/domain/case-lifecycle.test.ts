import { describe, expect, it } from 'vitest';
import { aCase, aPart, anActor } from '../../test/support/case-builder.ts';
import { type Actor, CITIZEN, type Role, SYSTEM } from './actor.ts';
import { ROLES } from './roles.ts';
import { CASE_STATUSES, type CaseStatus } from './case.ts';
import {
  allowedActions,
  can,
  CASE_ACTIONS,
  type CaseAction,
  lifecycle,
  type Rule,
  type Standing,
  transition,
} from './case-lifecycle.ts';

/**
 * Who may do what from which status, written out by hand: a slip in the lifecycle and a slip here have to agree
 * before one gets through. a agent, s supervisor, m manager, c citizen, y system, L somebody of the lead department,
 * P somebody of a supporting one whose part was not released. Officers and department leads may do the same;
 * administrators and auditors nothing.
 */
const table = readTable(`
                 received  routed  in_progress  awaiting_citizen  answered  closed
classify         asy       as      as           -                 -         -
propose          y         -       -            -                 -         -
route            asmy      as      as           -                 -         -
return           -         L       L            -                 -         -
accept           -         L       -            -                 -         -
ask-citizen      as        -       L            -                 -         -
resume           -         -       -            asL               -         -
report-progress  -         -       L            -                 -         -
extend           -         -       L            -                 -         -
answer-part      -         P       P            P                 -         -
answer           as        -       sL           -                 -         -
rate             -         -       -            -                 asc       -
call-back        -         -       -            -                 as        -
reopen           -         -       -            -                 asmc      asmc
close            -         -       -            y                 y         -
reject           as        -       -            -                 -         -
merge            as        as      as           -                 -         -
unmerge          -         -       -            -                 -         as
withdraw         asc       asc     asc          asc               -         -
escalate         smy       smy     smy          smy               -         -
raise-alarm      y         y       y            y                 -         -
move-deadlines   y         y       y            y                 -         -
note             asmLP     asmLP   asmLP        asmLP             asmLP     asmLP
`);

/** action → status → letters */
function readTable(text: string): Map<string, Map<string, string>> {
  const [head = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return new Map(
    rows.map(([action = '', ...cells]) => [
      action,
      new Map(cells.map((cell, column) => [head[column] ?? '', cell === '-' ? '' : cell])),
    ]),
  );
}

/** Where each action leads the case of these tests, which has a lead and was in progress when it began to wait. */
const leadsTo: Record<CaseAction, CaseStatus | 'same'> = {
  classify: 'same',
  propose: 'same',
  route: 'routed',
  return: 'received',
  accept: 'in_progress',
  'ask-citizen': 'awaiting_citizen',
  resume: 'in_progress',
  'report-progress': 'same',
  extend: 'same',
  'answer-part': 'same',
  answer: 'answered',
  rate: 'closed',
  'call-back': 'same',
  reopen: 'routed',
  close: 'closed',
  reject: 'closed',
  merge: 'closed',
  unmerge: 'routed',
  withdraw: 'closed',
  escalate: 'same',
  'raise-alarm': 'same',
  'move-deadlines': 'same',
  note: 'same',
};

const rolesBy: Record<string, readonly Role[]> = {
  a: ['agent'],
  s: ['supervisor'],
  m: ['manager'],
  c: ['citizen'],
  y: ['system'],
  L: ['officer', 'department_lead'],
  P: ['officer', 'department_lead'],
};

const standings: Record<string, { letter: string; department: string }> = {
  lead: { letter: 'L', department: 'SGTVT' },
  supporting: { letter: 'P', department: 'SXD' },
  released: { letter: '?', department: 'SYT' },
  'no part': { letter: '?', department: 'SGDDT' },
};
const letterOf: Partial<Record<Role, string>> = {
  agent: 'a',
  supervisor: 's',
  manager: 'm',
  citizen: 'c',
  system: 'y',
};

interface Person {
  readonly who: string;
  readonly letter: string;
  readonly actor: Actor;
}

const people: readonly Person[] = ROLES.flatMap((role): Person[] =>
  role === 'officer' || role === 'department_lead'
    ? Object.entries(standings).map(([standing, { letter, department }]) => ({
        who: `${role} (${standing})`,
        letter,
        actor: anActor(role, department),
      }))
    : [{ who: role, letter: letterOf[role] ?? '?', actor: anActor(role) }],
);

const subjectIn = (status: CaseStatus) =>
  aCase({
    status,
    statusBeforeWaiting: status === 'awaiting_citizen' ? 'in_progress' : null,
    lead: 'SGTVT',
    parts: [aPart('SXD'), aPart('SYT', 'released')],
  });

const cellOf = (action: CaseAction, status: CaseStatus): string =>
  table.get(action)?.get(status) ?? '';

const everyCombination = CASE_ACTIONS.flatMap((action) =>
  CASE_STATUSES.flatMap((status) =>
    people.map(({ who, letter, actor }) => {
      const allowed = cellOf(action, status).includes(letter);
      return { action, status, who, letter, actor, expected: allowed ? 'allowed' : 'refused' };
    }),
  ),
);

/** What a refusal must name, read from the table above. */
function expectedRefusal({ action, status, letter, actor }: (typeof everyCombination)[number]) {
  const row = [...(table.get(action)?.values() ?? [])].join('');
  if (!row.includes(letter)) {
    const allowedRoles = rolesOf(row);
    return { code: 'NOT_PERMITTED', action, role: actor.role, allowedRoles, allowedAs: asOf(row) };
  }
  const allowedFrom = CASE_STATUSES.filter((from) => cellOf(action, from).includes(letter));
  const allowedRoles = rolesOf(cellOf(action, status));
  return { code: 'TRANSITION_REFUSED', action, status, allowedFrom, allowedRoles };
}

const rolesOf = (letters: string): readonly Role[] =>
  ROLES.filter((role) =>
    Object.entries(rolesBy).some(
      ([letter, roles]) => letters.includes(letter) && roles.includes(role),
    ),
  );

const asOf = (letters: string): readonly Standing[] => {
  if (letters.includes('L') && letters.includes('P')) return ['participant'];
  return [
    ...(letters.includes('L') ? (['lead'] as const) : []),
    ...(letters.includes('P') ? (['supporting'] as const) : []),
  ];
};

/** The order in which a refusal names things says nothing. */
const sorted = (refusal: object) =>
  Object.fromEntries(
    Object.entries(refusal).map(([name, value]) => [
      name,
      Array.isArray(value) ? [...(value as string[])].sort() : (value as string),
    ]),
  );

describe('the lifecycle', () => {
  it('is compared as a whole', () => {
    expect([...table.keys()]).toEqual(CASE_ACTIONS);
    for (const row of table.values()) expect([...row.keys()]).toEqual(CASE_STATUSES);
    expect(everyCombination).toHaveLength(23 * 6 * (7 + 2 * 4));
  });

  it.each(everyCombination)('$action from $status by $who is $expected', (combination) => {
    const { action, status, actor, expected } = combination;
    const result = transition(action, subjectIn(status), actor);
    expect(can(action, subjectIn(status), actor)).toBe(expected === 'allowed');
    if (result.ok) {
      expect(expected).toBe('allowed');
      expect(result.value).toBe(leadsTo[action] === 'same' ? status : leadsTo[action]);
    } else {
      expect(expected).toBe('refused');
      expect(sorted(result.error)).toEqual(sorted(expectedRefusal(combination)));
    }
  });

  it.each(CASE_STATUSES)('offers in %s exactly what it allows', (status) => {
    for (const { letter, actor } of people) {
      expect(allowedActions(subjectIn(status), actor)).toEqual(
        CASE_ACTIONS.filter((action) => cellOf(action, status).includes(letter)),
      );
    }
  });

  it('lets a department act only by a standing in the case', () => {
    const rules: readonly Rule[] = Object.values(lifecycle).flat();
    const ofDepartments = rules.filter(({ by }) => by.includes('officer'));
    expect(ofDepartments.every((rule) => rule.as !== undefined)).toBe(true);
    expect(ofDepartments.every(({ by }) => by.includes('department_lead'))).toBe(true);
  });
});

describe('an action whose end depends on the case', () => {
  it('resumes at the desk what the desk had asked', () => {
    const asked = aCase({ status: 'awaiting_citizen', statusBeforeWaiting: 'received' });
    expect(transition('resume', asked, anActor('agent'))).toEqual({ ok: true, value: 'received' });
  });

  it('reopens at the desk what has no lead', () => {
    const closed = aCase({ status: 'closed', closeReason: 'judged' });
    expect(transition('reopen', closed, CITIZEN)).toEqual({ ok: true, value: 'received' });
  });

  it('reopens at the departments what has one', () => {
    const closed = aCase({ status: 'closed', closeReason: 'judged', lead: 'TA' });
    expect(transition('reopen', closed, CITIZEN)).toEqual({ ok: true, value: 'routed' });
  });
});

describe('standing', () => {
  const officer = anActor('officer', 'SXD');

  it('is kept by a department that has answered its part', () => {
    const current = aCase({ status: 'routed', lead: 'TA', parts: [aPart('SXD', 'answered')] });
    expect(can('note', current, officer)).toBe(true);
  });

  it('is nobody’s in a case without departments', () => {
    expect(allowedActions(aCase(), officer)).toEqual([]);
    // An account whose department is missing must not match a case whose lead is missing.
    expect(allowedActions(aCase(), anActor('officer'))).toEqual([]);
  });

  it('is not needed by the system', () => {
    expect(allowedActions(aCase({ status: 'answered' }), SYSTEM)).toEqual(['close']);
  });
});
