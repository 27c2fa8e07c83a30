import { createApi } from '../../shared/platform/api-handler.ts';
import { citizenContainer } from './container.ts';
import { citizenHandlers } from './handlers.ts';
import { citizenRoutes } from './routes.ts';

export const handler = createApi({
  routes: citizenRoutes,
  handlers: citizenHandlers(citizenContainer()),
});
