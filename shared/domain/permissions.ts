import type { Actor, Role, StaffRole } from './actor.ts';
import { type Case, participants } from './case.ts';
import { isDepartmentRole, STAFF_ROLES } from './roles.ts';
import type { SlaRules } from './sla-rules.ts';

const desk = ['agent', 'supervisor'] as const;
const departments = ['officer', 'department_lead'] as const;

/** Who may call what. Whether an action on a case is allowed now is the lifecycle's to say. */
export const operationRoles = {
  logCase: desk,
  proposeDraft: desk,
  listDeskQueue: desk,
  listUrgent: [...desk, 'manager', 'auditor'],
  listDeskReminders: [...desk, 'manager'],
  listCallBacks: desk,
  searchCases: [...desk, 'manager', 'auditor'],
  getCase: [...desk, 'manager', 'auditor'],
  changeCase: [...desk, 'manager'],
  listInbox: departments,
  listDepartmentReminders: departments,
  getDepartmentCase: departments,
  changeDepartmentCase: departments,
  getDelivery: ['department_lead'],
  putDelivery: ['department_lead'],
  rotateDeliverySecret: ['department_lead'],
  listDeliveryAttempts: ['department_lead'],
  resendDelivery: ['department_lead'],
  getHeadline: STAFF_ROLES,
  getDeadlines: STAFF_ROLES,
  getTimes: STAFF_ROLES,
  getSeries: STAFF_ROLES,
  getActivity: STAFF_ROLES,
  // Agents for those who lead them; the use case sees to that.
  getCross: STAFF_ROLES,
  // A department opens its own cases only; the use case sees to that.
  listFigureCases: STAFF_ROLES,
  getBacklog: STAFF_ROLES,
  listBacklogCases: STAFF_ROLES,
  // A department lead sees those of the own department; the use case sees to that.
  listAlerts: ['supervisor', 'manager', 'auditor', 'department_lead'],
  acknowledgeAlert: ['supervisor', 'manager', 'department_lead'],
  getIndicators: STAFF_ROLES,
  getNationalWeek: STAFF_ROLES,
  // What the headline and its neighbours say, as a document.
  getMonthlyReport: STAFF_ROLES,
  // A department exports its own cases only, as it opens them.
  startExport: ['manager', 'auditor', ...departments],
  listExports: ['manager', 'auditor', ...departments],
  getExport: ['manager', 'auditor', ...departments],
  getRouting: STAFF_ROLES,
  getReturns: STAFF_ROLES,
  listDepartments: STAFF_ROLES,
  listServices: STAFF_ROLES,
  listDirectoryVersions: ['admin', 'auditor', 'manager', 'supervisor'],
  previewDirectory: ['admin'],
  publishDirectory: ['admin'],
  listAreas: STAFF_ROLES,
  getMe: STAFF_ROLES,
  getPreferences: STAFF_ROLES,
  putPreferences: STAFF_ROLES,
  listTemplates: STAFF_ROLES,
  putTemplate: ['supervisor', 'department_lead', 'admin'],
  listAudit: ['admin', 'auditor'],
  listStaff: ['admin', 'auditor'],
  putStaff: ['admin'],
  getCalendar: STAFF_ROLES,
  listCalendars: ['admin', 'auditor', 'manager'],
  previewCalendar: ['admin'],
  publishCalendar: ['admin'],
  getRules: STAFF_ROLES,
  listRules: ['admin', 'auditor', 'manager', 'supervisor'],
  previewRules: ['admin'],
  publishRules: ['admin'],
  listModels: ['admin', 'auditor', 'manager', 'supervisor'],
  rollBackModel: ['admin'],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Operation = keyof typeof operationRoles;
// Object.keys widens to string; the keys of a constant are its type.
export const OPERATIONS = Object.keys(operationRoles) as readonly Operation[];

/** Deny by default: a role that is not named may not. */
export const mayCall = (operation: Operation, role: Role): boolean => {
  const roles: readonly Role[] = operationRoles[operation];
  return roles.includes(role);
};

export const operationsOf = (role: Role): readonly Operation[] =>
  OPERATIONS.filter((operation) => mayCall(operation, role));

/** A department sees the cases in which it takes part, and no others; the hotline and its overseers see all. */
export const canSee = (
  { role, department }: Actor,
  current: Pick<Case, 'lead' | 'parts'>,
): boolean => {
  if (!isDepartmentRole(role)) return role !== 'citizen' && role !== 'system';
  return department !== null && participants(current).includes(department);
};

/** The desk talks to the citizen; handling departments see who reported only where the jurisdiction allows it. */
export const identityVisible = (
  { role }: Actor,
  { departmentsSeeIdentity }: Pick<SlaRules, 'departmentsSeeIdentity'>,
): boolean =>
  isDepartmentRole(role) ? departmentsSeeIdentity : role === 'agent' || role === 'supervisor';
