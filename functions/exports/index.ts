import { createApi } from '../../shared/platform/api-handler.ts';
import { exportsContainer } from './container.ts';
import { exportsHandlers } from './handlers.ts';
import { exportsRoutes } from './routes.ts';

const deps = exportsContainer();

export const handler = createApi({
  routes: exportsRoutes,
  handlers: exportsHandlers(deps),
  findStaff: deps.findStaff,
});
