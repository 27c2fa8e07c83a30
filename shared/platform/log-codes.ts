/** Everything a function may log, and how serious it is. A line cannot be written without a code from here. */
export const logCodes = {
  REQUEST_DONE: 'info',
  REQUEST_FAILED: 'error',
  FUNCTION_FAILED: 'error',
  UNJUDGED_CLOSED: 'info',
} as const satisfies Record<string, 'info' | 'warn' | 'error'>;

export type LogCode = keyof typeof logCodes;
