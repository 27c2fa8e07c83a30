import { setTimeout as wait } from 'node:timers/promises';
import type { Queues } from '../aws/sqs/queues.ts';
import type { FunctionRuntime } from '../types.ts';
import { batchesOf } from './batches.ts';
import type { Checkpoints, ShardKey } from './checkpoints.ts';
import { deliverBatch, type Delivery } from './deliver-batch.ts';
import { failureDestination } from './failure-destination.ts';
import type { StreamMapping } from './mapping.ts';
import type { StreamClient, StreamRecord } from './stream-client.ts';
import { changesNothing, lambdaRecord, outcomeOf } from './stream-event.ts';

export interface StreamOptions {
  readonly mapping: StreamMapping;
  readonly client: StreamClient;
  readonly checkpoints: Checkpoints;
  readonly runtime: FunctionRuntime;
  readonly queues: Queues;
  /** Wait before the first retry; each further one waits twice as long. */
  readonly retryDelayMs: number;
  /** Aborts when the host stops. */
  readonly signal: AbortSignal;
  readonly report: (line: string) => void;
  /** Called before each invocation. */
  readonly onInvoke: () => void;
}

const LONGEST_RETRY_DELAY_MS = 30_000;

/** Brings the records of a page that concern the function to it, batch by batch. */
export function deliverRecords(options: StreamOptions, shard: ShardKey) {
  const { mapping, signal } = options;
  const delivery = deliveryOf(options, shard);
  return async (records: readonly StreamRecord[]): Promise<void> => {
    const wanted = records.filter(
      (record) => !changesNothing(record) && mapping.filter(lambdaRecord(record, mapping)),
    );
    for (const batch of batchesOf(wanted, mapping.batchSize)) {
      if (signal.aborted) return;
      await deliverBatch(batch, delivery);
    }
  };
}

function deliveryOf(options: StreamOptions, shard: ShardKey): Delivery {
  const { mapping, runtime, checkpoints, retryDelayMs, signal, onInvoke } = options;
  const discard = failureDestination(options);
  return {
    rules: mapping,
    invoke: async (records) => {
      onInvoke();
      const event = { Records: records.map((record) => lambdaRecord(record, mapping)) };
      return outcomeOf(await runtime.invoke(mapping.functionName, event), records, mapping);
    },
    checkpoint: ({ dynamodb }) => checkpoints.save(shard, dynamodb.SequenceNumber),
    discard: (given) => discard(given, shard),
    pause: async (retry) => {
      const ms = Math.min(retryDelayMs * 2 ** retry, LONGEST_RETRY_DELAY_MS);
      // An abort ends the wait; what follows looks at the signal.
      await wait(ms, undefined, { signal }).catch(() => undefined);
    },
    now: () => Date.now(),
    stopped: () => signal.aborted,
  };
}
