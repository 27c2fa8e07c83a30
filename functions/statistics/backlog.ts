import type * as z from 'zod';
import type { BacklogBody, BacklogCasesBody } from '../../shared/contracts/backlog.ts';
import { BACKLOG_DEFINITIONS } from '../../shared/domain/backlog.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import { NONE } from '../../shared/domain/statistics.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { mayOpen } from '../../shared/usecases/list-figure-cases.ts';
import type { StatisticsDeps } from './container.ts';
import { withHeadings } from '../figure-definitions.ts';
import type { statisticsRoutes } from './routes.ts';

type BacklogHandlers = Pick<Handlers<typeof statisticsRoutes>, 'getBacklog' | 'listBacklogCases'>;

const PATH = '/v1/statistics/backlog/cases';
const definitions = withHeadings(BACKLOG_DEFINITIONS);

/** What is open now, and the cases behind it. */
export const backlogHandlers = ({
  jurisdictionId,
  readBacklog,
  listBacklogCases,
}: StatisticsDeps): BacklogHandlers => ({
  getBacklog: async ({ query: { by }, staff }) => {
    const backlog = await readBacklog({ jurisdictionId, by });
    if (!backlog.ok) return backlog;
    const { asOf, total, rows } = backlog.value;
    const reader = actorOf(staff);
    const body: z.input<typeof BacklogBody> = {
      ...{ asOf, by: by ?? null, definitions },
      total: { ...total, cases: mayOpen(reader, []) ? `${PATH}?age={age}` : null },
      rows: rows.map((row) => {
        const department = row.value ?? NONE;
        const link = `${PATH}?department=${encodeURIComponent(department)}&age={age}`;
        return { ...row, cases: mayOpen(reader, [['department', department]]) ? link : null };
      }),
    };
    return ok({ body });
  },
  listBacklogCases: async ({ query, staff }) => {
    const listed = await listBacklogCases({ jurisdictionId, by: actorOf(staff), ...query });
    if (!listed.ok) return listed;
    const { cases, ...rest } = listed.value;
    const body: z.input<typeof BacklogCasesBody> = {
      ...rest,
      cases: cases.map(({ row, receivedAt, workingDays, value }) => ({
        caseId: row.caseId,
        trackingCode: row.trackingCode,
        version: row.version,
        status: row.status,
        summary: row.summary,
        lead: value === NONE ? null : value,
        receivedAt,
        workingDays,
      })),
    };
    return ok({ body });
  },
});
