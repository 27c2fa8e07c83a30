import { IconChartBar } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../app/staff-route.ts';
import { readCasesSearch } from './cases-search.ts';
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
    path: '/figures/alerts',
    staticData: {
      title: { vi: 'Cảnh báo', en: 'Alerts' },
      operations: ['listAlerts'],
    },
    component: lazyRouteComponent(() => import('./alerts-page.tsx'), 'AlertsPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/figures/exports',
    staticData: {
      title: { vi: 'Xuất danh sách vụ việc', en: 'Export a list of cases' },
      operations: ['startExport'],
    },
    component: lazyRouteComponent(() => import('./exports-page.tsx'), 'ExportsPage'),
  }),
] as const;
