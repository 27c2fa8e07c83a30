import { createApi } from '../../shared/platform/api-handler.ts';
import { directoryContainer } from './container.ts';
import { directoryHandlers } from './handlers.ts';
import { directoryRoutes } from './routes.ts';

const deps = directoryContainer();

export const handler = createApi({
  routes: directoryRoutes,
  handlers: directoryHandlers(deps),
  findStaff: deps.findStaff,
});
