import {
  CaseExportBody,
  ExportListBody,
  ExportParams,
  StartExportRequest,
} from '../../shared/contracts/exports.ts';
import {
  IndicatorsBody,
  IndicatorsQuery,
  NationalWeekBody,
  NationalWeekQuery,
} from '../../shared/contracts/feeds.ts';
import type { Route } from '../../shared/contracts/route.ts';

/** What leaves the system as a file, for those who read its figures. */
export const exportsRoutes = [
  {
    operation: 'startExport',
    method: 'POST',
    path: '/v1/statistics/exports',
    scope: '1022/statistics',
    permission: 'startExport',
    summary: 'Begins a file with a row for each case received in a period: CSV, XLSX or Parquet',
    idempotencyKey: 'required',
    body: StartExportRequest,
    success: { status: 202, schema: CaseExportBody },
    problems: [
      'PERIOD_REVERSED',
      'PERIOD_TOO_LONG',
      'PERIOD_IN_FUTURE',
      'CALENDAR_NOT_COVERED',
      'CASES_OF_OTHERS',
      'EXPORT_TOO_LARGE',
      'EXPORTS_TOO_MANY',
      'IDEMPOTENCY_KEY_REQUIRED',
      'IDEMPOTENCY_KEY_REUSED',
    ],
  },
  {
    operation: 'listExports',
    method: 'GET',
    path: '/v1/statistics/exports',
    scope: '1022/statistics',
    permission: 'listExports',
    summary: 'The exports of whoever asks, latest first',
    success: { status: 200, schema: ExportListBody },
  },
  {
    operation: 'getExport',
    method: 'GET',
    path: '/v1/statistics/exports/{exportId}',
    scope: '1022/statistics',
    permission: 'getExport',
    summary: 'How far an export of whoever asks is and, once it is whole, where to fetch it',
    params: ExportParams,
    success: { status: 200, schema: CaseExportBody },
    problems: ['EXPORT_NOT_FOUND'],
  },
  {
    operation: 'getIndicators',
    method: 'GET',
    path: '/v1/statistics/indicators',
    scope: '1022/statistics',
    permission: 'getIndicators',
    summary:
      'Every indicator of a period with its id, unit and definition, for an operations centre',
    query: IndicatorsQuery,
    success: { status: 200, schema: IndicatorsBody },
    problems: ['PERIOD_REVERSED', 'PERIOD_TOO_LONG', 'PERIOD_IN_FUTURE', 'CALENDAR_NOT_COVERED'],
  },
  {
    operation: 'getNationalWeek',
    method: 'GET',
    path: '/v1/statistics/national-week',
    scope: '1022/statistics',
    permission: 'getNationalWeek',
    summary: 'On-time and satisfaction rates of a week by department, for the national index',
    query: NationalWeekQuery,
    success: { status: 200, schema: NationalWeekBody },
    problems: ['WEEK_UNKNOWN', 'PERIOD_IN_FUTURE', 'CALENDAR_NOT_COVERED'],
  },
] as const satisfies readonly Route[];
