import { createApi } from '../../shared/platform/api-handler.ts';
import { statisticsContainer } from './container.ts';
import { statisticsHandlers } from './handlers.ts';
import { statisticsRoutes } from './routes.ts';

const deps = statisticsContainer();

export const handler = createApi({
  routes: statisticsRoutes,
  handlers: statisticsHandlers(deps),
  findStaff: deps.findStaff,
});
