/**
 * Whether the host, rather than its answer, is at fault: nobody listens, or the connection broke. `fetch` then rejects
 * with a TypeError that carries the cause.
 */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError && error.cause !== undefined;
