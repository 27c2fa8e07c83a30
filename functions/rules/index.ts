import { createApi } from '../../shared/platform/api-handler.ts';
import { rulesContainer } from './container.ts';
import { modelHandlers } from './model-handlers.ts';
import { rulesHandlers } from './handlers.ts';
import { rulesRoutes } from './routes.ts';

const deps = rulesContainer();

export const handler = createApi({
  routes: rulesRoutes,
  handlers: { ...rulesHandlers(deps), ...modelHandlers(deps) },
  findStaff: deps.findStaff,
});
