import { IconHeadset } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../app/staff-route.ts';
import { readDeskSearch } from './desk-search.ts';

export const deskRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/desk',
    validateSearch: readDeskSearch,
    staticData: {
      title: { vi: 'Trực tổng đài', en: 'Desk' },
      operations: ['listDeskQueue'],
      navigation: { icon: IconHeadset, order: 10 },
      fills: true,
    },
    component: lazyRouteComponent(() => import('./desk-page.tsx'), 'DeskPage'),
  }),
] as const;
