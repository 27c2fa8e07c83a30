import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { ReportsDeps } from './container.ts';
import type { reportsRoutes } from './routes.ts';

export const reportsHandlers = ({
  jurisdictionId,
  makeMonthlyReport,
}: ReportsDeps): Handlers<typeof reportsRoutes> => ({
  getMonthlyReport: async ({ query }) => {
    const made = await makeMonthlyReport({ jurisdictionId, ...query });
    if (!made.ok) return made;
    const { fileName, contentType, bytes } = made.value;
    const headers = { 'content-disposition': `attachment; filename="${fileName}"` };
    return ok({ raw: { contentType, bytes }, headers });
  },
});
