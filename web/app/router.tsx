import { createRoute, createRouter } from '@tanstack/react-router';
import { administrationRoutes } from '../administration/routes.ts';
import { caseRoutes } from '../case/routes.ts';
import { departmentRoutes } from '../department/routes.ts';
import { deskRoutes } from '../desk/routes.ts';
import { managerRoutes } from '../manager/routes.ts';
import { rootRoute } from './root-route.tsx';
import { SignedIn } from './signed-in.tsx';
import { staffRoute } from './staff-route.ts';
import { Start } from './start.tsx';
import { SignedOut } from './whole-page.tsx';

const startRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/',
  component: Start,
});
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-in',
  component: SignedIn,
});
const signedOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-out',
  component: SignedOut,
});

/** Every page of the app: one line an area. */
const routeTree = rootRoute.addChildren([
  staffRoute.addChildren([
    startRoute,
    ...deskRoutes,
    ...caseRoutes,
    ...departmentRoutes,
    ...managerRoutes,
    ...administrationRoutes,
  ]),
  signedInRoute,
  signedOutRoute,
]);

export const createAppRouter = () =>
  createRouter({ routeTree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: ReturnType<typeof createAppRouter>;
  }
}
