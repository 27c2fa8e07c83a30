/** Everything a function may log, and how serious it is. A line cannot be written without a code from here. */
export const logCodes = {
  REQUEST_DONE: 'info',
  REQUEST_FAILED: 'error',
  FUNCTION_FAILED: 'error',
  UNJUDGED_CLOSED: 'info',
  DEADLINES_SWEPT: 'info',
  CASE_NOT_SWEPT: 'error',
  DEADLINES_MOVED: 'info',
  CASE_NOT_MOVED: 'error',
  CALENDAR_CHECKED: 'info',
  CALENDAR_YEAR_MISSING: 'error',
  EVENTS_PUBLISHED: 'info',
  PUBLISH_FAILED: 'error',
  EVENT_RECORD_INVALID: 'error',
  DELIVERY_DONE: 'info',
  DELIVERY_FAILED: 'warn',
  DELIVERY_MESSAGE_INVALID: 'error',
  STATISTICS_PROJECTED: 'info',
  PROJECTION_FAILED: 'error',
  HEAD_RECORD_INVALID: 'error',
  STATISTICS_RECONCILED: 'info',
  STATISTICS_DRIFT: 'error',
  STATISTICS_REBUILT: 'info',
} as const satisfies Record<string, 'info' | 'warn' | 'error'>;

export type LogCode = keyof typeof logCodes;
