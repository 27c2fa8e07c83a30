import { describe, expect, it } from 'vitest';
import { aCase, anActor, aPart } from '../../test/support/case-builder.ts';
import { CITIZEN, type Role, SYSTEM } from './actor.ts';
import { ROLES } from './roles.ts';
import { lifecycle, type Rule } from './case-lifecycle.ts';
import {
  canSee,
  identityVisible,
  mayCall,
  type Operation,
  OPERATIONS,
  operationsOf,
} from './permissions.ts';

const staff: readonly Role[] = [
  'agent',
  'supervisor',
  'officer',
  'department_lead',
  'manager',
  'admin',
  'auditor',
];

/** Written out by hand; citizens and the system call nothing that needs a permission. */
const callers: Record<Operation, readonly Role[]> = {
  logCase: ['agent', 'supervisor'],
  proposeDraft: ['agent', 'supervisor'],
  listDeskQueue: ['agent', 'supervisor'],
  listUrgent: ['agent', 'supervisor', 'manager', 'auditor'],
  listDeskReminders: ['agent', 'supervisor', 'manager'],
  listCallBacks: ['agent', 'supervisor'],
  searchCases: ['agent', 'supervisor', 'manager', 'auditor'],
  getCase: ['agent', 'supervisor', 'manager', 'auditor'],
  changeCase: ['agent', 'supervisor', 'manager'],
  listInbox: ['officer', 'department_lead'],
  listDepartmentReminders: ['officer', 'department_lead'],
  getDepartmentCase: ['officer', 'department_lead'],
  changeDepartmentCase: ['officer', 'department_lead'],
  getDelivery: ['department_lead'],
  putDelivery: ['department_lead'],
  rotateDeliverySecret: ['department_lead'],
  listDeliveryAttempts: ['department_lead'],
  resendDelivery: ['department_lead'],
  getHeadline: staff,
  getDeadlines: staff,
  getTimes: staff,
  getSeries: staff,
  getActivity: staff,
  getCross: staff,
  listFigureCases: staff,
  getBacklog: staff,
  listBacklogCases: staff,
  listAlerts: ['supervisor', 'department_lead', 'manager', 'auditor'],
  acknowledgeAlert: ['supervisor', 'department_lead', 'manager'],
  getIndicators: staff,
  getNationalWeek: staff,
  getMonthlyReport: staff,
  startExport: ['manager', 'auditor', 'officer', 'department_lead'],
  listExports: ['manager', 'auditor', 'officer', 'department_lead'],
  getExport: ['manager', 'auditor', 'officer', 'department_lead'],
  getRouting: staff,
  getReturns: staff,
  listDepartments: staff,
  listServices: staff,
  listDirectoryVersions: ['admin', 'auditor', 'manager', 'supervisor'],
  previewDirectory: ['admin'],
  publishDirectory: ['admin'],
  listAreas: staff,
  getMe: staff,
  getPreferences: staff,
  putPreferences: staff,
  listTemplates: staff,
  putTemplate: ['supervisor', 'department_lead', 'admin'],
  listAudit: ['admin', 'auditor'],
  listStaff: ['admin', 'auditor'],
  putStaff: ['admin'],
  getCalendar: staff,
  listCalendars: ['admin', 'auditor', 'manager'],
  previewCalendar: ['admin'],
  publishCalendar: ['admin'],
  getRules: staff,
  listRules: ['admin', 'auditor', 'manager', 'supervisor'],
  previewRules: ['admin'],
  publishRules: ['admin'],
  listModels: ['admin', 'auditor', 'manager', 'supervisor'],
  rollBackModel: ['admin'],
};

const everyPair = OPERATIONS.flatMap((operation) =>
  ROLES.map((role) => {
    const expected = callers[operation].includes(role) ? 'may' : 'may not';
    return { operation, role, expected };
  }),
);

describe('calling an operation', () => {
  it('is compared as a whole', () => expect(Object.keys(callers)).toEqual(OPERATIONS));

  it.each(everyPair)('$role $expected $operation', ({ operation, role, expected }) => {
    expect(mayCall(operation, role)).toBe(expected === 'may');
    expect(operationsOf(role).includes(operation)).toBe(expected === 'may');
  });

  it('is open to everybody whom the lifecycle lets change a case', () => {
    const rules: readonly Rule[] = Object.values(lifecycle).flat();
    const acting = new Set(rules.flatMap(({ by }) => by));
    for (const role of acting) {
      if (role === 'citizen' || role === 'system') continue;
      const ofDepartments = role === 'officer' || role === 'department_lead';
      const operation = ofDepartments ? 'changeDepartmentCase' : 'changeCase';
      expect(mayCall(operation, role), role).toBe(true);
    }
  });
});

describe('seeing a case', () => {
  const current = aCase({
    status: 'in_progress',
    lead: 'SGTVT',
    parts: [aPart('SXD'), aPart('BIWASE', 'answered'), aPart('SYT', 'released')],
  });
  const atTheDesk = aCase();

  it.each(['agent', 'supervisor', 'manager', 'admin', 'auditor'] as const)(
    'is open to the %s for every case of the jurisdiction',
    (role) => {
      expect(canSee(anActor(role), current)).toBe(true);
      expect(canSee(anActor(role), atTheDesk)).toBe(true);
    },
  );

  it.each([
    ['SGTVT', 'the lead', true],
    ['SXD', 'one that owes its part', true],
    ['BIWASE', 'one that has given it', true],
    ['SYT', 'one whose part was released, which it may have worked on', true],
    ['SGDDT', 'any other', false],
  ])('is open to %s, %s: %s', (department, _, expected) => {
    expect(canSee(anActor('officer', department), current)).toBe(expected);
    expect(canSee(anActor('department_lead', department), current)).toBe(expected);
  });

  it('is open to no department before it was routed', () => {
    expect(canSee(anActor('officer', 'SGTVT'), atTheDesk)).toBe(false);
    // An account whose department is missing must not match a case whose lead is missing.
    expect(canSee(anActor('officer'), atTheDesk)).toBe(false);
  });

  it.each([CITIZEN, SYSTEM])(
    'is not by role for $role: their ways in prove themselves otherwise',
    (actor) => expect(canSee(actor, current)).toBe(false),
  );
});

describe('the citizen’s identity', () => {
  const rules = (departmentsSeeIdentity: boolean) => ({ departmentsSeeIdentity });

  it.each(['agent', 'supervisor'] as const)('is shown to the %s, who talks to them', (role) => {
    expect(identityVisible(anActor(role), rules(false))).toBe(true);
    expect(identityVisible(anActor(role), rules(true))).toBe(true);
  });

  it.each(['officer', 'department_lead'] as const)(
    'is shown to the %s only where the jurisdiction allows it',
    (role) => {
      expect(identityVisible(anActor(role, 'SXD'), rules(false))).toBe(false);
      expect(identityVisible(anActor(role, 'SXD'), rules(true))).toBe(true);
    },
  );

  it.each(['manager', 'admin', 'auditor', 'citizen', 'system'] as const)(
    'is never shown to the %s',
    (role) => expect(identityVisible(anActor(role), rules(true))).toBe(false),
  );
});
