import type * as z from 'zod';
import type { IndicatorsBody, NationalWeekBody } from '../../shared/contracts/feeds.ts';
import { ok } from '../../shared/domain/result.ts';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { deadlineDefinitions, headlineDefinitions, headingOf } from '../figure-definitions.ts';
import type { ExportsDeps } from './container.ts';
import { nationalCsv } from './national-csv.ts';
import type { exportsRoutes } from './routes.ts';

const { ofJudged: satisfaction, judgedOfAnswered: judged, ofForwarded } = headlineDefinitions;
const nationalDefinitions = {
  ...{ onTime: deadlineDefinitions.onTimeRate, satisfaction, judged },
  satisfactionOfForwarded: ofForwarded,
};

/** Figures for other systems, by ids and weeks. */
export const feedHandlers = ({
  jurisdictionId,
  timeZone,
  readIndicators,
  readNationalWeek,
}: ExportsDeps): Pick<Handlers<typeof exportsRoutes>, 'getIndicators' | 'getNationalWeek'> => ({
  getIndicators: async ({ query }) => {
    const read = await readIndicators({ jurisdictionId, ...query });
    if (!read.ok) return read;
    const { period, asOf, indicators } = read.value;
    const body: z.input<typeof IndicatorsBody> = {
      period: { ...period, timeZone },
      asOf,
      indicators: indicators.map(
        ({ indicator: { id, unit, definition, figure }, ...measured }) => ({
          ...{ id, unit, definition: { ...definition, glossary: headingOf(figure) } },
          ...measured,
        }),
      ),
    };
    return ok({ body });
  },
  getNationalWeek: async ({ query: { week, format } }) => {
    const read = await readNationalWeek({ jurisdictionId, week });
    if (!read.ok) return read;
    if (format === 'csv') return ok(nationalCsv(read.value));
    const { period, rows, ...rest } = read.value;
    const body: z.input<typeof NationalWeekBody> = {
      ...rest,
      rows: [...rows],
      period: { ...period, timeZone },
      definitions: nationalDefinitions,
      minimumRankingSample: MIN_RANKING_SAMPLE,
    };
    return ok({ body });
  },
});
