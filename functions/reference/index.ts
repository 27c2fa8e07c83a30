import { createApi } from '../../shared/platform/api-handler.ts';
import { readEnv, ReferenceEnv } from '../../shared/platform/env.ts';
import { referenceHandlers } from './handlers.ts';
import { referenceRoutes } from './routes.ts';

export const handler = createApi({
  routes: referenceRoutes,
  handlers: referenceHandlers(readEnv(ReferenceEnv)),
});
