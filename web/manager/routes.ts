import { IconChartBar } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../app/staff-route.ts';
import { readActivitySearch } from './activity-search.ts';
import { readBacklogCasesSearch, readBacklogSearch } from './backlog-search.ts';
import { readCasesSearch } from './cases-search.ts';
import { readCrossSearch } from './cross-search.ts';
import { readFiguresSearch } from './figures-search.ts';

export const managerRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures',
    validateSearch: readFiguresSearch,
    staticData: {
      title: { vi: 'Số liệu', en: 'Figures' },
      operations: ['getHeadline'],
      navigation: { icon: IconChartBar, order: 40 },
    },
    component: lazyRouteComponent(() => import('./figures-page.tsx'), 'FiguresPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/cases',
    validateSearch: readCasesSearch,
    staticData: {
      title: { vi: 'Vụ việc của con số', en: 'Cases of a figure' },
      operations: ['listFigureCases'],
    },
    component: lazyRouteComponent(() => import('./cases-page.tsx'), 'CasesPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/cross',
    validateSearch: readCrossSearch,
    staticData: {
      title: { vi: 'Bảng chéo', en: 'Cross table' },
      operations: ['getCross'],
      navigation: { icon: IconChartBar, order: 41, isBelow: true },
    },
    component: lazyRouteComponent(() => import('./cross-page.tsx'), 'CrossPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/activity',
    validateSearch: readActivitySearch,
    staticData: {
      title: { vi: 'Diễn biến trong kỳ', en: 'What happened in a period' },
      operations: ['getActivity'],
      navigation: { icon: IconChartBar, order: 42, isBelow: true },
    },
    component: lazyRouteComponent(() => import('./activity-page.tsx'), 'ActivityPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/backlog',
    validateSearch: readBacklogSearch,
    staticData: {
      title: { vi: 'Tồn đọng', en: 'Backlog' },
      operations: ['getBacklog'],
      navigation: { icon: IconChartBar, order: 43, isBelow: true },
    },
    component: lazyRouteComponent(() => import('./backlog-page.tsx'), 'BacklogPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/backlog/cases',
    validateSearch: readBacklogCasesSearch,
    staticData: {
      title: { vi: 'Vụ việc tồn đọng', en: 'Open cases' },
      operations: ['listBacklogCases'],
    },
    component: lazyRouteComponent(() => import('./backlog-cases-page.tsx'), 'BacklogCasesPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/alerts',
    staticData: {
      title: { vi: 'Cảnh báo', en: 'Alerts' },
      operations: ['listAlerts'],
      navigation: { icon: IconChartBar, order: 44, isBelow: true },
    },
    component: lazyRouteComponent(() => import('./alerts-page.tsx'), 'AlertsPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/exports',
    staticData: {
      title: { vi: 'Xuất danh sách vụ việc', en: 'Export a list of cases' },
      operations: ['startExport'],
      navigation: { icon: IconChartBar, order: 45, isBelow: true },
    },
    component: lazyRouteComponent(() => import('./exports-page.tsx'), 'ExportsPage'),
  }),
] as const;
