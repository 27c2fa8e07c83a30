import { createApi } from '../../shared/platform/api-handler.ts';
import { reportsContainer } from './container.ts';
import { reportsHandlers } from './handlers.ts';
import { reportsRoutes } from './routes.ts';

const deps = reportsContainer();

export const handler = createApi({
  routes: reportsRoutes,
  handlers: reportsHandlers(deps),
  findStaff: deps.findStaff,
});
