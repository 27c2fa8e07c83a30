/** What host and worker say to each other. Events and results travel as JSON text, as they do to and from Lambda. */

/** Lambda takes and gives at most this much in one synchronous call. */
export const LARGEST_PAYLOAD_BYTES = 6 * 1_024 * 1_024;

export interface WorkerSetup {
  readonly folder: string;
  readonly handler: string;
  readonly functionName: string;
  readonly arn: string;
  readonly memoryMb: number;
  /** See HostClock.offset. */
  readonly clockOffset: SharedArrayBuffer;
}

export interface Invocation {
  readonly requestId: string;
  readonly event: string;
  readonly timeoutMs: number;
  /** Where the function's clock begins for this event (epoch ms); the host's clock when undefined. */
  readonly at?: number | undefined;
}

/** The form in which Lambda reports what a function threw. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

export type WorkerReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-loaded'; readonly error: FunctionError }
  /** `result` is the JSON of `{ payload }`. */
  | { readonly kind: 'returned'; readonly result: string }
  | { readonly kind: 'threw'; readonly error: FunctionError };

export function toFunctionError(thrown: unknown): FunctionError {
  if (thrown instanceof Error)
    return {
      errorType: thrown.name,
      errorMessage: thrown.message,
      trace: (thrown.stack ?? '').split('\n'),
    };
  return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
}
