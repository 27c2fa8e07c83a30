import type * as z from 'zod';
import type { DeadlinesBody, HeadlineBody, TimesBody } from '../../shared/contracts/statistics.ts';
import { ok } from '../../shared/domain/result.ts';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import type { Period } from '../../shared/domain/statistics-period.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { StatisticsDeps } from './container.ts';
import { deadlineDefinitions, headlineDefinitions, timeDefinitions } from './definitions.ts';
import type { statisticsRoutes } from './routes.ts';

export const statisticsHandlers = ({
  jurisdictionId,
  timeZone,
  readHeadline,
  readDeadlines,
  readTimes,
}: StatisticsDeps): Handlers<typeof statisticsRoutes> => ({
  getHeadline: async ({ query }) => {
    const headline = await readHeadline({ jurisdictionId, ...query });
    if (!headline.ok) return headline;
    const body: z.input<typeof HeadlineBody> = {
      ...answer(query, headline.value, timeZone),
      definitions: headlineDefinitions,
      minimumRankingSample: MIN_RANKING_SAMPLE,
    };
    return ok({ body });
  },
  getDeadlines: async ({ query }) => {
    const deadlines = await readDeadlines({ jurisdictionId, ...query });
    if (!deadlines.ok) return deadlines;
    const body: z.input<typeof DeadlinesBody> = {
      ...answer(query, deadlines.value, timeZone),
      definitions: deadlineDefinitions,
      minimumRankingSample: MIN_RANKING_SAMPLE,
    };
    return ok({ body });
  },
  getTimes: async ({ query }) => {
    const times = await readTimes({ jurisdictionId, ...query });
    if (!times.ok) return times;
    const body: z.input<typeof TimesBody> = {
      ...answer(query, times.value, timeZone),
      definitions: timeDefinitions,
    };
    return ok({ body });
  },
});

/** What every figure is given with. */
const answer = <By, Row, Rest extends { readonly period: Period; readonly rows: readonly Row[] }>(
  { by }: { readonly by?: By },
  { period, rows, ...rest }: Rest & { readonly rows: readonly Row[] },
  timeZone: string,
) => ({ ...rest, period: { ...period, timeZone }, by: by ?? null, rows: [...rows] });
