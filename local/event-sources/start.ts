import type { AwsEndpoint } from '../aws/endpoint.ts';
import { once } from '../aws/once.ts';
import type { FunctionRuntime, HostClock, Resources, Running } from '../types.ts';
import { openCheckpoints } from './checkpoints.ts';
import { assertReadable } from './grants.ts';
import { type Mapping, mappingsOf } from './mapping.ts';
import type { Poller } from './poller.ts';
import { type QueuePollerOptions, startQueuePoller } from './queue-poller.ts';
import { streamClient } from './stream-client.ts';
import type { StreamOptions } from './stream-delivery.ts';
import { type StreamPoller, startStreamPoller } from './stream-poller.ts';
import { readPlaces, tidyStreamStore } from './stream-store.ts';

export interface EventSourcesOptions {
  readonly resources: Resources;
  readonly runtime: FunctionRuntime;
  readonly endpoint: AwsEndpoint;
  readonly dynamodbUrl: string;
  readonly dir: string;
  readonly clock: HostClock;
  /** dynoxide's database file, when it is one of ours: its stream records are indexed, and forgotten after a day. */
  readonly streamStore?: string;
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
 * Start it before there is traffic.
 * @throws for a mapping that cannot be honoured, or whose function's role may not read its source.
 */
export async function startEventSources(options: EventSourcesOptions): Promise<EventSources> {
  const { resources, endpoint, dynamodbUrl, dir, streamStore } = options;
  const mappings = mappingsOf(resources);
  for (const mapping of mappings) assertReadable(endpoint.access, mapping, resources);
  const checkpoints = openCheckpoints(dir);
  const stopping = new AbortController();
  const { signal } = stopping;
  const client = streamClient(dynamodbUrl, signal);
  if (streamStore !== undefined)
    tidyStreamStore(streamStore, await readPlaces(mappings, { client, checkpoints }));
  const pollers = startPollers(mappings, {
    runtime: options.runtime,
    queues: endpoint.queues,
    checkpoints,
    client,
    signal,
    retryDelayMs: options.retryDelayMs ?? RETRY_DELAY_MS,
    report: options.report ?? ((line: string) => console.error(line)),
  });
  const stopListening = endpoint.onWrite(pollers.wake);
  return {
    idle: async () => {
      // What one function did may be work for the next, so all must be quiet in the same round.
      for (let before = -1; before !== pollers.invocations() && !signal.aborted;) {
        before = pollers.invocations();
        await Promise.all(pollers.all.map((poller) => poller.caughtUp()));
      }
    },
    close: once(async () => {
      stopListening();
      stopping.abort();
      await Promise.all(pollers.all.map(({ done }) => done));
      checkpoints.close();
    }),
  };
}

type PollerOptions = Omit<StreamOptions & QueuePollerOptions, 'mapping' | 'onInvoke'>;

function startPollers(mappings: readonly Mapping[], options: PollerOptions) {
  let invocations = 0;
  const common = { ...options, onInvoke: () => void (invocations += 1) };
  const readers: { readonly table: string; readonly poller: StreamPoller }[] = [];
  const all = mappings.map((mapping): Poller => {
    if (mapping.kind === 'queue') return startQueuePoller({ ...common, mapping });
    const poller = startStreamPoller({ ...common, mapping });
    readers.push({ table: mapping.tableName, poller });
    return poller;
  });
  return {
    all,
    invocations: () => invocations,
    wake: (tables: readonly string[]) => {
      for (const { table, poller } of readers) if (tables.includes(table)) poller.wake();
    },
  };
}
