import { createRootRoute, Outlet } from '@tanstack/react-router';
import { Crashed, NotFound } from './whole-page.tsx';
import './static-data.ts';

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <NotFound />,
  errorComponent: Crashed,
});
