import type * as z from 'zod';
import type { HeadlineBody } from '../../shared/contracts/statistics.ts';
import { ok } from '../../shared/domain/result.ts';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import { FIGURES } from '../../shared/domain/statistics-figures.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { StatisticsDeps } from './container.ts';
import type { statisticsRoutes } from './routes.ts';

/** Every figure has a heading of its name there. */
const GLOSSARY = 'docs/glossary.md';

export const statisticsHandlers = ({
  jurisdictionId,
  timeZone,
  readHeadline,
}: StatisticsDeps): Handlers<typeof statisticsRoutes> => ({
  getHeadline: async ({ query }) => {
    const headline = await readHeadline({ jurisdictionId, ...query });
    if (!headline.ok) return headline;
    const { period, rows, ...rest } = headline.value;
    const body: z.input<typeof HeadlineBody> = {
      ...rest,
      period: { ...period, timeZone },
      by: query.by ?? null,
      definitions,
      minimumRankingSample: MIN_RANKING_SAMPLE,
      rows: [...rows],
    };
    return ok({ body });
  },
});

const definitions = Object.fromEntries(
  FIGURES.map((figure) => [figure, `${GLOSSARY}#${figure.toLowerCase()}`]),
) as Record<(typeof FIGURES)[number], string>;
