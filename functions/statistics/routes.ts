import { FigureCasesBody, FigureCasesQuery } from '../../shared/contracts/figure-cases.ts';
import type { Route } from '../../shared/contracts/route.ts';
import {
  DeadlinesBody,
  DeadlinesQuery,
  HeadlineBody,
  HeadlineQuery,
  TimesBody,
  TimesQuery,
} from '../../shared/contracts/statistics.ts';

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
  {
    operation: 'getDeadlines',
    method: 'GET',
    path: '/v1/statistics/deadlines',
    scope: '1022/statistics',
    permission: 'getDeadlines',
    summary: 'Answers on time, late, open and overdue by the day on which they are due',
    query: DeadlinesQuery,
    success: { status: 200, schema: DeadlinesBody },
    problems: ['PERIOD_REVERSED', 'PERIOD_TOO_LONG', 'CALENDAR_NOT_COVERED'],
  },
  {
    operation: 'getTimes',
    method: 'GET',
    path: '/v1/statistics/times',
    scope: '1022/statistics',
    permission: 'getTimes',
    summary: 'Percentiles of the time to hand-off and, in working time, to the answer',
    query: TimesQuery,
    success: { status: 200, schema: TimesBody },
    problems: ['PERIOD_REVERSED', 'PERIOD_TOO_LONG', 'PERIOD_IN_FUTURE', 'CALENDAR_NOT_COVERED'],
  },
  {
    operation: 'listFigureCases',
    method: 'GET',
    path: '/v1/statistics/cases',
    scope: '1022/statistics',
    permission: 'listFigureCases',
    summary: 'The cases behind a figure, in order of receipt; they re-add to it',
    query: FigureCasesQuery,
    success: { status: 200, schema: FigureCasesBody },
    problems: [
      'PERIOD_REVERSED',
      'PERIOD_TOO_LONG',
      'CALENDAR_NOT_COVERED',
      'FIGURE_NOT_BY',
      'CASES_OF_OTHERS',
      'CURSOR_INVALID',
    ],
  },
] as const satisfies readonly Route[];
