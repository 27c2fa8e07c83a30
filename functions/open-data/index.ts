import { createApi } from '../../shared/platform/api-handler.ts';
import { openDataContainer } from './container.ts';
import { openDataHandlers } from './handlers.ts';
import { openDataRoutes } from './routes.ts';

export const handler = createApi({
  routes: openDataRoutes,
  handlers: openDataHandlers(openDataContainer()),
});
