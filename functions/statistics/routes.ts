import type { Route } from '../../shared/contracts/route.ts';
import { HeadlineBody, HeadlineQuery } from '../../shared/contracts/statistics.ts';

/** What managers read: one row an endpoint. */
export const statisticsRoutes = [
  {
    operation: 'getHeadline',
    method: 'GET',
    path: '/v1/statistics/headline',
    scope: '1022/statistics',
    permission: 'getHeadline',
    summary: 'Cases received, forwarded, answered and judged in any period of whole days',
    query: HeadlineQuery,
    success: { status: 200, schema: HeadlineBody },
    problems: ['PERIOD_REVERSED', 'PERIOD_TOO_LONG', 'PERIOD_IN_FUTURE', 'CALENDAR_NOT_COVERED'],
  },
] as const satisfies readonly Route[];
