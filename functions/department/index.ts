import { createApi } from '../../shared/platform/api-handler.ts';
import { departmentContainer } from './container.ts';
import { departmentHandlers } from './handlers.ts';
import { departmentRoutes } from './routes.ts';

const deps = departmentContainer();

export const handler = createApi({
  routes: departmentRoutes,
  handlers: departmentHandlers(deps),
  findStaff: deps.findStaff,
});
