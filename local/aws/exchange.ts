import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from './caller.ts';

/** One request of a known caller, and where its answer goes. */
export interface Exchange {
  /** Name after the dot of X-Amz-Target. */
  readonly operation: string;
  readonly caller: Caller;
  readonly body: Buffer;
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
}
