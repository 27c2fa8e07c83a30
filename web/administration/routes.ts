import {
  IconBuildingCommunity,
  IconCalendarCog,
  IconClockPause,
  IconHistory,
  IconRoute,
  IconTemplate,
  IconUsers,
} from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../app/staff-route.ts';
import { readAuditSearch } from './audit-search.ts';

/** A number too: an address may end with `find=1022`. */
const readFind = ({ find }: Readonly<Record<string, unknown>>): { readonly find?: string } =>
  typeof find === 'string' || typeof find === 'number' ? { find: String(find) } : {};

export const administrationRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/rules',
    staticData: {
      title: { vi: 'Quy tắc chuyển', en: 'Routing rules' },
      operations: ['listRules'],
      navigation: { icon: IconRoute, order: 60 },
    },
    component: lazyRouteComponent(() => import('./rules-page.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/calendars',
    staticData: {
      title: { vi: 'Lịch làm việc', en: 'Calendars' },
      operations: ['listCalendars'],
      navigation: { icon: IconCalendarCog, order: 61 },
    },
    component: lazyRouteComponent(() => import('./calendars-page.tsx'), 'CalendarsPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/calendars/$year',
    staticData: {
      title: { vi: 'Lịch của một năm', en: 'Calendar of a year' },
      operations: ['publishCalendar'],
    },
    component: lazyRouteComponent(() => import('./year-page.tsx'), 'YearPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/people',
    validateSearch: readFind,
    staticData: {
      title: { vi: 'Người dùng', en: 'People' },
      operations: ['listStaff'],
      navigation: { icon: IconUsers, order: 62 },
    },
    component: lazyRouteComponent(() => import('./people-page.tsx'), 'PeoplePage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/departments',
    validateSearch: readFind,
    staticData: {
      title: { vi: 'Đơn vị', en: 'Departments' },
      operations: ['listDirectoryVersions'],
      navigation: { icon: IconBuildingCommunity, order: 63 },
    },
    component: lazyRouteComponent(() => import('./list-pages.ts'), 'DepartmentsPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/services',
    validateSearch: readFind,
    staticData: {
      title: { vi: 'Lĩnh vực, thời hạn', en: 'Services' },
      operations: ['listDirectoryVersions'],
      navigation: { icon: IconClockPause, order: 64 },
    },
    component: lazyRouteComponent(() => import('./list-pages.ts'), 'ServicesPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/templates',
    validateSearch: readFind,
    staticData: {
      title: { vi: 'Mẫu trả lời', en: 'Templates' },
      operations: ['putTemplate'],
      navigation: { icon: IconTemplate, order: 65 },
    },
    component: lazyRouteComponent(() => import('./templates-page.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/administration/audit',
    validateSearch: readAuditSearch,
    staticData: {
      title: { vi: 'Nhật ký', en: 'Audit' },
      operations: ['listAudit'],
      navigation: { icon: IconHistory, order: 66 },
    },
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
] as const;
