import type * as z from 'zod';
import type { SeriesBody } from '../../shared/contracts/statistics-series.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import { NONE } from '../../shared/domain/statistics.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { StatisticsDeps } from './container.ts';
import { seriesDefinitions } from '../table-definitions.ts';
import { stepsLink } from './cases-link.ts';
import type { statisticsRoutes } from './routes.ts';

export const readingSeries =
  ({
    jurisdictionId,
    timeZone,
    readSeries,
  }: StatisticsDeps): Handlers<typeof statisticsRoutes>['getSeries'] =>
  async ({ query, staff }) => {
    const series = await readSeries({ jurisdictionId, ...query });
    if (!series.ok) return series;
    const { period, total, rows, ...rest } = series.value;
    const { step, by } = query;
    const reader = actorOf(staff);
    const body: z.input<typeof SeriesBody> = {
      ...rest,
      period: { ...period, timeZone },
      step,
      by: by ?? null,
      definitions: seriesDefinitions,
      total: { ...total, cases: stepsLink([], reader) },
      rows: rows.map((row) => ({
        ...row,
        cases: by === undefined ? null : stepsLink([[by, row.value ?? NONE]], reader),
      })),
    };
    return ok({ body });
  };
