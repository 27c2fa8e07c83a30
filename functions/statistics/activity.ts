import type * as z from 'zod';
import type { ActivityBody } from '../../shared/contracts/statistics-activity.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { answer } from './answers.ts';
import type { StatisticsDeps } from './container.ts';
import { activityDefinitions } from '../figure-definitions.ts';
import type { statisticsRoutes } from './routes.ts';

export const readingActivity =
  ({
    jurisdictionId,
    timeZone,
    readActivity,
  }: StatisticsDeps): Handlers<typeof statisticsRoutes>['getActivity'] =>
  async ({ query, staff }) => {
    const activity = await readActivity({ jurisdictionId, ...query });
    if (!activity.ok) return activity;
    const body: z.input<typeof ActivityBody> = {
      ...answer({ query, staff, timeZone }, activity.value),
      definitions: activityDefinitions,
    };
    return ok({ body });
  };
