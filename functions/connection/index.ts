import { createApi } from '../../shared/platform/api-handler.ts';
import { connectionContainer } from './container.ts';
import { connectionHandlers } from './handlers.ts';
import { connectionRoutes } from './routes.ts';

const deps = connectionContainer();

export const handler = createApi({
  routes: connectionRoutes,
  handlers: connectionHandlers(deps),
  findStaff: deps.findStaff,
});
