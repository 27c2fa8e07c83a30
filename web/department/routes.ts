import { IconInbox, IconPlugConnected } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '../app/staff-route.ts';
import { readDeliverySearch } from './delivery-search.ts';
import { readInboxSearch } from './inbox-search.ts';

export const departmentRoutes = [
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/department',
    validateSearch: readInboxSearch,
    staticData: {
      title: { vi: 'Hộp việc', en: 'Inbox' },
      operations: ['listInbox'],
      navigation: { icon: IconInbox, order: 20 },
      fills: true,
    },
    component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => staffRoute,
    path: '/department/delivery',
    validateSearch: readDeliverySearch,
    staticData: {
      title: { vi: 'Kết nối', en: 'Connection' },
      operations: ['getDelivery'],
      navigation: { icon: IconPlugConnected, order: 21 },
    },
    component: lazyRouteComponent(() => import('./delivery-page.tsx'), 'DeliveryPage'),
  }),
] as const;
