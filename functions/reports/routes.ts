import { MonthlyReportQuery } from '../../shared/contracts/monthly-report.ts';
import type { Route } from '../../shared/contracts/route.ts';

/** Official documents, made of what managers read. */
export const reportsRoutes = [
  {
    operation: 'getMonthlyReport',
    method: 'GET',
    path: '/v1/statistics/monthly-report',
    scope: '1022/statistics',
    permission: 'getMonthlyReport',
    summary: 'The official report of a month, in Vietnamese, as a Word document or as a PDF',
    query: MonthlyReportQuery,
    success: {
      status: 200,
      files: [
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/pdf',
      ],
    },
    problems: ['PERIOD_IN_FUTURE', 'CALENDAR_NOT_COVERED'],
  },
] as const satisfies readonly Route[];
