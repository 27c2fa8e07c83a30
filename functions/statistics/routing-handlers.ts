import type * as z from 'zod';
import type { ReturnsBody, RoutingBody } from '../../shared/contracts/statistics-routing.ts';
import { ok } from '../../shared/domain/result.ts';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { answer } from './answers.ts';
import type { StatisticsDeps } from './container.ts';
import { returnDefinitions, routingDefinitions } from '../figure-definitions.ts';
import type { statisticsRoutes } from './routes.ts';

/** Whether cases went to the right department at the first try, and what came back. */
export const routingHandlers = ({
  jurisdictionId,
  timeZone,
  readRouting,
  readReturns,
}: StatisticsDeps): Pick<Handlers<typeof statisticsRoutes>, 'getRouting' | 'getReturns'> => ({
  getRouting: async ({ query, staff }) => {
    const routing = await readRouting({ jurisdictionId, ...query, role: staff.role });
    if (!routing.ok) return routing;
    const body: z.input<typeof RoutingBody> = {
      ...answer({ query, staff, timeZone }, routing.value),
      definitions: routingDefinitions,
      minimumRankingSample: MIN_RANKING_SAMPLE,
    };
    return ok({ body });
  },
  getReturns: async ({ query, staff }) => {
    const returns = await readReturns({ jurisdictionId, ...query, role: staff.role });
    if (!returns.ok) return returns;
    const body: z.input<typeof ReturnsBody> = {
      ...answer({ query, staff, timeZone }, returns.value),
      definitions: returnDefinitions,
    };
    return ok({ body });
  },
});
