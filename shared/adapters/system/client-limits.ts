/**
 * For clients of key and secret services: first try and two more, each short enough that all of them end inside a
 * function's own time limit. These services answer in milliseconds; what takes longer is a broken connection.
 */
export const CLIENT_LIMITS = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 1_000,
    requestTimeout: 3_000,
    throwOnRequestTimeout: true,
  },
} as const;
