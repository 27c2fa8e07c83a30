import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../app/staff-route.ts';

export const caseRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/cases/$caseId',
    staticData: {
      title: { vi: 'Vụ việc', en: 'Case' },
      operations: ['getCase', 'getDepartmentCase'],
    },
    component: lazyRouteComponent(() => import('./case-page.tsx'), 'CasePage'),
  }),
] as const;
