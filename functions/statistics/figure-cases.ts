import type * as z from 'zod';
import type { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import { NARROWINGS } from '../../shared/domain/statistics-rows.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { FigureCases } from '../../shared/usecases/list-figure-cases.ts';
import type { StatisticsDeps } from './container.ts';
import type { statisticsRoutes } from './routes.ts';

export const listingFigureCases =
  ({
    jurisdictionId,
    timeZone,
    listFigureCases,
  }: StatisticsDeps): Handlers<typeof statisticsRoutes>['listFigureCases'] =>
  async ({ query, staff }) => {
    const { figure, from, to, limit, cursor } = query;
    const within = NARROWINGS.flatMap((narrowing) => {
      const value = query[narrowing];
      return value === undefined ? [] : [[narrowing, value] as const];
    });
    const by = actorOf(staff);
    const question = { jurisdictionId, by, figure, from, to, within, limit, cursor };
    const listed = await listFigureCases(question);
    if (!listed.ok) return listed;
    const { rows, period, ...rest } = listed.value;
    const body: z.input<typeof FigureCasesBody> = {
      ...rest,
      figure,
      within: Object.fromEntries(within),
      period: { ...period, timeZone },
      cases: rows.map(figureCase),
    };
    return ok({ body });
  };

const figureCase = ({ case: current, day, times }: FigureCases['rows'][number]) => ({
  caseId: current.caseId,
  trackingCode: current.trackingCode,
  version: current.version,
  status: current.status,
  class: current.class,
  serviceCode: current.serviceCode,
  areaCode: current.areaCode,
  channel: current.channel,
  priority: current.priority,
  receivedAt: current.receivedAt,
  answerDueAt: current.answerDueAt,
  summary: current.summary,
  lead: current.lead,
  countedOn: day,
  times,
});
