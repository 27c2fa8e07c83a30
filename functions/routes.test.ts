import { describe, expect, it } from 'vitest';
import type { StaffRole } from '../shared/domain/actor.ts';
import { STAFF_ROLES } from '../shared/domain/roles.ts';
import { mayCall, OPERATIONS, type Operation } from '../shared/domain/permissions.ts';
import type { Route } from '../shared/contracts/route.ts';
import { citizenRoutes } from './citizen/routes.ts';
import { connectionRoutes } from './connection/routes.ts';
import { departmentRoutes } from './department/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { directoryRoutes } from './directory/routes.ts';
import { draftsRoutes } from './drafts/routes.ts';
import { exportsRoutes } from './exports/routes.ts';
import { reportsRoutes } from './reports/routes.ts';
import { openDataRoutes } from './open-data/routes.ts';
import { rulesRoutes } from './rules/routes.ts';
import { referenceRoutes } from './reference/routes.ts';
import { statisticsRoutes } from './statistics/routes.ts';

const scoped: readonly Route[] = [
  ...deskRoutes,
  ...departmentRoutes,
  ...connectionRoutes,
  ...statisticsRoutes,
  ...exportsRoutes,
  ...reportsRoutes,
  ...directoryRoutes,
  ...draftsRoutes,
  ...rulesRoutes,
];
const open: readonly Route[] = [...citizenRoutes, ...openDataRoutes, ...referenceRoutes];

const desk: StaffRole[] = ['agent', 'supervisor'];
const overseers: StaffRole[] = ['manager', 'auditor'];
const office: StaffRole[] = ['officer', 'department_lead'];
const lead: StaffRole[] = ['department_lead'];
const everybody: StaffRole[] = [...desk, ...overseers, ...office, 'admin'];

// Written out by hand: a slip in the table and a slip here have to agree before one gets through.
const allowed: Record<Operation, readonly StaffRole[]> = {
  logCase: desk,
  proposeDraft: desk,
  listDeskQueue: desk,
  listUrgent: [...desk, ...overseers],
  listDeskReminders: [...desk, 'manager'],
  listCallBacks: desk,
  searchCases: [...desk, ...overseers],
  getCase: [...desk, ...overseers],
  changeCase: [...desk, 'manager'],
  listInbox: office,
  listDepartmentReminders: office,
  getDepartmentCase: office,
  changeDepartmentCase: office,
  getDelivery: lead,
  putDelivery: lead,
  rotateDeliverySecret: lead,
  listDeliveryAttempts: lead,
  resendDelivery: lead,
  getHeadline: everybody,
  getDeadlines: everybody,
  getTimes: everybody,
  getSeries: everybody,
  getActivity: everybody,
  getCross: everybody,
  listFigureCases: everybody,
  getBacklog: everybody,
  listBacklogCases: everybody,
  listAlerts: ['supervisor', ...overseers, ...lead],
  acknowledgeAlert: ['supervisor', 'manager', ...lead],
  getIndicators: everybody,
  getNationalWeek: everybody,
  getMonthlyReport: everybody,
  startExport: [...overseers, ...office],
  listExports: [...overseers, ...office],
  getExport: [...overseers, ...office],
  getRouting: everybody,
  getReturns: everybody,
  listDepartments: everybody,
  listServices: everybody,
  listDirectoryVersions: ['admin', 'supervisor', ...overseers],
  previewDirectory: ['admin'],
  publishDirectory: ['admin'],
  listAreas: everybody,
  getMe: everybody,
  getPreferences: everybody,
  putPreferences: everybody,
  listTemplates: everybody,
  putTemplate: ['supervisor', ...lead, 'admin'],
  listAudit: ['admin', 'auditor'],
  listStaff: ['admin', 'auditor'],
  putStaff: ['admin'],
  getCalendar: everybody,
  listCalendars: ['admin', ...overseers],
  previewCalendar: ['admin'],
  publishCalendar: ['admin'],
  getRules: everybody,
  listRules: ['admin', 'supervisor', ...overseers],
  previewRules: ['admin'],
  publishRules: ['admin'],
  listModels: ['admin', ...overseers, 'supervisor'],
  rollBackModel: ['admin'],
};

describe('the permission matrix', () => {
  it.each(OPERATIONS.flatMap((operation) => STAFF_ROLES.map((role) => ({ operation, role }))))(
    '$operation by $role',
    ({ operation, role }) => {
      expect(mayCall(operation, role)).toBe(allowed[operation].includes(role));
    },
  );

  it('has a row for every route behind a scope, and every row has a route', () => {
    const used = scoped.map(({ permission }) => permission);
    expect(new Set(used)).toEqual(new Set(OPERATIONS));
  });
});

describe('the route tables', () => {
  it('open nothing but what citizens and readers need', () => {
    for (const { scope, path } of open) {
      expect(scope).toBeNull();
      expect(path).toMatch(/^\/(v1\/citizen\/|v1\/open-data|docs|openapi\.json|config\.json)/);
    }
    for (const { scope, path } of scoped) expect(path).toContain(`/v1/${scope?.slice(5) ?? ''}`);
  });

  it('name each operation and each address once', () => {
    const all = [...scoped, ...open];
    expect(new Set(all.map(({ operation }) => operation)).size).toBe(all.length);
    expect(new Set(all.map(({ method, path }) => `${method} ${path}`)).size).toBe(all.length);
  });

  it('ask for the version that every change of a case was decided on', () => {
    const changes = scoped.filter(({ permission }) => /^change/.test(permission ?? ''));
    expect(changes.every(({ ifMatch }) => ifMatch === true)).toBe(true);
  });
});
