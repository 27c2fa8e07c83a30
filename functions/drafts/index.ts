import { createApi } from '../../shared/platform/api-handler.ts';
import { draftsContainer } from './container.ts';
import { draftsHandlers } from './handlers.ts';
import { draftsRoutes } from './routes.ts';

const deps = draftsContainer();

export const handler = createApi({
  routes: draftsRoutes,
  handlers: draftsHandlers(deps),
  findStaff: deps.findStaff,
});
