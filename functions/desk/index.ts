import { createApi } from '../../shared/platform/api-handler.ts';
import { deskContainer } from './container.ts';
import { deskHandlers } from './handlers.ts';
import { deskRoutes } from './routes.ts';

const deps = deskContainer();

export const handler = createApi({
  routes: deskRoutes,
  handlers: deskHandlers(deps),
  findStaff: deps.findStaff,
});
