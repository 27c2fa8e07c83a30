import type * as z from 'zod';
import type { DeadlinesBody, HeadlineBody, TimesBody } from '../../shared/contracts/statistics.ts';
import { ok } from '../../shared/domain/result.ts';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { alertHandlers } from './alerts.ts';
import { answer } from './answers.ts';
import { backlogHandlers } from './backlog.ts';
import type { StatisticsDeps } from './container.ts';
import {
  deadlineDefinitions,
  headlineDefinitions,
  timeDefinitions,
} from '../figure-definitions.ts';
import { listingFigureCases } from './figure-cases.ts';
import type { statisticsRoutes } from './routes.ts';
import { routingHandlers } from './routing-handlers.ts';
import { tableHandlers } from './table-handlers.ts';

export const statisticsHandlers = (deps: StatisticsDeps): Handlers<typeof statisticsRoutes> => {
  const { jurisdictionId, timeZone, readHeadline, readDeadlines, readTimes } = deps;
  return {
    getHeadline: async ({ query, staff }) => {
      const headline = await readHeadline({ jurisdictionId, ...query });
      if (!headline.ok) return headline;
      const body: z.input<typeof HeadlineBody> = {
        ...answer({ query, staff, timeZone }, headline.value),
        definitions: headlineDefinitions,
        minimumRankingSample: MIN_RANKING_SAMPLE,
      };
      return ok({ body });
    },
    getDeadlines: async ({ query, staff }) => {
      const deadlines = await readDeadlines({ jurisdictionId, ...query });
      if (!deadlines.ok) return deadlines;
      const body: z.input<typeof DeadlinesBody> = {
        ...answer({ query, staff, timeZone }, deadlines.value),
        definitions: deadlineDefinitions,
        minimumRankingSample: MIN_RANKING_SAMPLE,
      };
      return ok({ body });
    },
    getTimes: async ({ query, staff }) => {
      const times = await readTimes({ jurisdictionId, ...query });
      if (!times.ok) return times;
      const body: z.input<typeof TimesBody> = {
        ...answer({ query, staff, timeZone }, times.value),
        definitions: timeDefinitions,
      };
      return ok({ body });
    },
    ...tableHandlers(deps),
    ...routingHandlers(deps),
    listFigureCases: listingFigureCases(deps),
    ...alertHandlers(deps),
    ...backlogHandlers(deps),
  };
};
