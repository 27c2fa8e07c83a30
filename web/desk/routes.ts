import { IconHeadset, IconPhoneOutgoing } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../app/staff-route.ts';
import { readCallBacksSearch } from './call-backs-search.ts';
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
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/call-backs',
    validateSearch: readCallBacksSearch,
    staticData: {
      title: { vi: 'Gọi lại', en: 'Call-backs' },
      operations: ['listCallBacks'],
      navigation: { icon: IconPhoneOutgoing, order: 11 },
      fills: true,
    },
    component: lazyRouteComponent(() => import('./call-backs-page.tsx'), 'CallBacksPage'),
  }),
] as const;
