import type { Actor, Role } from './actor.ts';
import type { Case, CaseStatus } from './case.ts';
import { err, ok, type Result } from './result.ts';
import { isDepartmentRole } from './roles.ts';

/** A department acts on a case as its lead, as a supporting one, or as either. */
export type Standing = 'lead' | 'supporting' | 'participant';

/** One way in which an action may happen. */
export interface Rule {
  readonly from: readonly CaseStatus[];
  /** unchanged: same status. before_waiting: where it was when the citizen was asked. owner: routed if it has a lead, else received. */
  readonly to: CaseStatus | 'unchanged' | 'before_waiting' | 'owner';
  readonly by: readonly Role[];
  /** For department roles: the standing their department must have in the case. */
  readonly as?: Standing;
}

const desk = ['agent', 'supervisor'] as const satisfies readonly Role[];
const office = ['officer', 'department_lead'] as const satisfies readonly Role[];
const open = ['received', 'routed', 'in_progress', 'awaiting_citizen'] as const;
const withDepartments = ['routed', 'in_progress', 'awaiting_citizen'] as const;
const everyStatus = [...open, 'answered', 'closed'] as const;

/**
 * Every change a case can go through. The API, the screens, the tests and docs/case-lifecycle.md read this one table.
 * `log` has no row: it makes the case.
 */
export const lifecycle = {
  classify: [
    { from: ['received', 'routed', 'in_progress'], to: 'unchanged', by: desk },
    { from: ['received'], to: 'unchanged', by: ['system'] },
  ],
  // What the machine thinks of a message; a person is not to be hurried past it.
  propose: [{ from: ['received'], to: 'unchanged', by: ['system'] }],
  // An agent may route again while the departments work: the citizen's clock goes on.
  route: [
    { from: ['received', 'routed', 'in_progress'], to: 'routed', by: desk },
    // Where departments disagree the province office decides; messages of some channels route themselves.
    { from: ['received'], to: 'routed', by: ['manager', 'system'] },
  ],
  return: [{ from: ['routed', 'in_progress'], to: 'received', by: office, as: 'lead' }],
  accept: [{ from: ['routed'], to: 'in_progress', by: office, as: 'lead' }],
  'ask-citizen': [
    { from: ['received'], to: 'awaiting_citizen', by: desk },
    { from: ['in_progress'], to: 'awaiting_citizen', by: office, as: 'lead' },
  ],
  resume: [
    // The desk takes the call in which the citizen answers.
    { from: ['awaiting_citizen'], to: 'before_waiting', by: desk },
    { from: ['awaiting_citizen'], to: 'before_waiting', by: office, as: 'lead' },
  ],
  'report-progress': [{ from: ['in_progress'], to: 'unchanged', by: office, as: 'lead' }],
  extend: [{ from: ['in_progress'], to: 'unchanged', by: office, as: 'lead' }],
  'answer-part': [{ from: withDepartments, to: 'unchanged', by: office, as: 'supporting' }],
  answer: [
    { from: ['received'], to: 'answered', by: desk },
    { from: ['in_progress'], to: 'answered', by: office, as: 'lead' },
    // Where the centre aggregates one reply from several departments, its supervisor gives it.
    { from: ['in_progress'], to: 'answered', by: ['supervisor'] },
  ],
  // The desk records what a citizen says on a call-back.
  rate: [{ from: ['answered'], to: 'closed', by: ['citizen', ...desk] }],
  'call-back': [{ from: ['answered'], to: 'unchanged', by: desk }],
  reopen: [{ from: ['answered', 'closed'], to: 'owner', by: ['citizen', ...desk, 'manager'] }],
  close: [
    { from: ['answered'], to: 'closed', by: ['system'] },
    // The citizen was asked and never replied.
    { from: ['awaiting_citizen'], to: 'closed', by: ['system'] },
  ],
  reject: [{ from: ['received'], to: 'closed', by: desk }],
  merge: [{ from: ['received', 'routed', 'in_progress'], to: 'closed', by: desk }],
  // What was taken for a duplicate goes back to where it was.
  unmerge: [{ from: ['closed'], to: 'owner', by: desk }],
  withdraw: [{ from: open, to: 'closed', by: ['citizen', ...desk] }],
  escalate: [{ from: open, to: 'unchanged', by: ['system', 'supervisor', 'manager'] }],
  'raise-alarm': [{ from: open, to: 'unchanged', by: ['system'] }],
  'move-deadlines': [{ from: open, to: 'unchanged', by: ['system'] }],
  note: [
    { from: everyStatus, to: 'unchanged', by: [...desk, 'manager'] },
    { from: everyStatus, to: 'unchanged', by: office, as: 'participant' },
  ],
} as const satisfies Record<string, readonly Rule[]>;

export type CaseAction = keyof typeof lifecycle;
// Object.keys widens to string; the keys of a constant are its type.
export const CASE_ACTIONS = Object.keys(lifecycle) as readonly CaseAction[];

export type Refusal =
  | {
      readonly code: 'NOT_PERMITTED';
      readonly action: CaseAction;
      readonly role: Role;
      readonly allowedRoles: readonly Role[];
      /** What a department must be in the case; empty where the action is none of any department's. */
      readonly allowedAs: readonly Standing[];
    }
  | {
      readonly code: 'TRANSITION_REFUSED';
      readonly action: CaseAction;
      readonly status: CaseStatus;
      readonly allowedFrom: readonly CaseStatus[];
      readonly allowedRoles: readonly Role[];
    };

type Subject = Pick<Case, 'status' | 'statusBeforeWaiting' | 'lead' | 'parts'>;

/** The status that `action` by `actor` leads to, or what would have been allowed. */
export function transition(
  action: CaseAction,
  subject: Subject,
  actor: Actor,
): Result<CaseStatus, Refusal> {
  const rules: readonly Rule[] = lifecycle[action];
  const mine = rules.filter(
    (rule) => rule.by.includes(actor.role) && hasPart(rule, subject, actor),
  );
  if (mine.length === 0) {
    return err({ code: 'NOT_PERMITTED', action, role: actor.role, ...wouldBeAllowed(rules) });
  }
  const rule = mine.find(({ from }) => from.includes(subject.status));
  if (rule === undefined) {
    return err({
      code: 'TRANSITION_REFUSED',
      action,
      status: subject.status,
      allowedFrom: [...new Set(mine.flatMap(({ from }) => from))],
      allowedRoles: rolesOf(rules.filter(({ from }) => from.includes(subject.status))),
    });
  }
  return ok(nextStatus(rule.to, subject));
}

export const can = (action: CaseAction, subject: Subject, actor: Actor): boolean =>
  transition(action, subject, actor).ok;

/** What this person may do with the case now: the buttons of the case page. */
export const allowedActions = (subject: Subject, actor: Actor): CaseAction[] =>
  CASE_ACTIONS.filter((action) => can(action, subject, actor));

function nextStatus(to: Rule['to'], { status, statusBeforeWaiting, lead }: Subject): CaseStatus {
  if (to === 'unchanged') return status;
  if (to === 'before_waiting') return statusBeforeWaiting ?? 'received';
  if (to === 'owner') return lead === null ? 'received' : 'routed';
  return to;
}

/** Department roles act by their department's standing in the case; everybody else needs none. */
function hasPart({ as }: Rule, { lead, parts }: Subject, { role, department }: Actor): boolean {
  if (!isDepartmentRole(role) || as === undefined) return true;
  const isLead = lead !== null && lead === department;
  const isSupporting = parts.some(
    (part) => part.department === department && part.status !== 'released',
  );
  if (as === 'participant') return isLead || isSupporting;
  return as === 'lead' ? isLead : isSupporting;
}

/** Without the standing, an officer of the wrong department would read that officers are allowed. */
const wouldBeAllowed = (rules: readonly Rule[]) => ({
  allowedRoles: rolesOf(rules),
  allowedAs: [...new Set(rules.flatMap((rule) => rule.as ?? []))],
});

const rolesOf = (rules: readonly Rule[]): readonly Role[] => [
  ...new Set(rules.flatMap(({ by }) => by)),
];
