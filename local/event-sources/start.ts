import type { AwsEndpoint } from '../aws/endpoint.ts';
import { once } from '../aws/once.ts';
import type { FunctionRuntime, HostClock, Resources, Running } from '../types.ts';
import { openCheckpoints } from './checkpoints.ts';
import { assertReadable } from './grants.ts';
import { mappingsOf } from './mapping.ts';
import type { Poller } from './poller.ts';
import { startQueuePoller } from './queue-poller.ts';
import { streamClient } from './stream-client.ts';
import { type StreamPoller, startStreamPoller } from './stream-poller.ts';

export interface EventSourcesOptions {
  readonly resources: Resources;
  readonly runtime: FunctionRuntime;
  readonly endpoint: AwsEndpoint;
  readonly dynamodbUrl: string;
  readonly dir: string;
  readonly clock: HostClock;
  /** Wait before the first retry of a stream batch; each further one waits twice as long. */
  readonly retryDelayMs?: number;
  /** Takes a line for the person who watches the host. */
  readonly report?: (line: string) => void;
}

export interface EventSources extends Running {
  /**
   * Resolves when every stream is read to its end and no mapped queue has a message that could be delivered now or is
   * being worked on. Messages that wait for a retry later do not count.
   */
  idle(): Promise<void>;
}

/** Five tries of a failing batch then take six seconds, in which an emulator that was killed is back. */
const RETRY_DELAY_MS = 200;

/**
 * Carries stream records and messages to the functions, at least once, as the templates' event source mappings say.
 * @throws for a mapping that cannot be honoured, or whose function's role may not read its source.
 */
export function startEventSources(options: EventSourcesOptions): Promise<EventSources> {
  const { resources, runtime, endpoint, dynamodbUrl, dir } = options;
  const mappings = mappingsOf(resources);
  for (const mapping of mappings) assertReadable(endpoint.access, mapping, resources);
  const checkpoints = openCheckpoints(dir);
  const stopping = new AbortController();
  let invocations = 0;
  const common = {
    runtime,
    queues: endpoint.queues,
    checkpoints,
    client: streamClient(dynamodbUrl, stopping.signal),
    signal: stopping.signal,
    retryDelayMs: options.retryDelayMs ?? RETRY_DELAY_MS,
    report: options.report ?? ((line: string) => console.error(line)),
    onInvoke: () => void (invocations += 1),
  };
  const streams = new Map<string, StreamPoller[]>();
  const pollers = mappings.map((mapping): Poller => {
    if (mapping.kind === 'queue') return startQueuePoller({ ...common, mapping });
    const poller = startStreamPoller({ ...common, mapping });
    streams.set(mapping.tableName, [...(streams.get(mapping.tableName) ?? []), poller]);
    return poller;
  });
  const stopListening = endpoint.onWrite((tables) => {
    for (const table of new Set(tables)) for (const one of streams.get(table) ?? []) one.wake();
  });
  return Promise.resolve({
    idle: async () => {
      // What one function did may be work for the next, so all must be quiet in the same round.
      for (let before = -1; before !== invocations && !stopping.signal.aborted;) {
        before = invocations;
        await Promise.all(pollers.map((poller) => poller.caughtUp()));
      }
    },
    close: once(async () => {
      stopListening();
      stopping.abort();
      await Promise.all(pollers.map(({ done }) => done));
      checkpoints.close();
    }),
  });
}
