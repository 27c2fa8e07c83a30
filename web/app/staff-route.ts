import { createRoute } from '@tanstack/react-router';
import { rootRoute } from './root-route.tsx';
import { StaffPage } from './staff-page.tsx';

/** Parent of every page that needs a sign-in. */
export const staffRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'staff',
  component: StaffPage,
});
