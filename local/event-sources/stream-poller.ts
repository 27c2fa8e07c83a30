import { bell } from './bell.ts';
import type { ShardKey } from './checkpoints.ts';
import { readShard } from './shard-reader.ts';
import { shardSet } from './shard-set.ts';
import { readerOf } from './mapping.ts';
import type { Poller } from './poller.ts';
import { deliverRecords, type StreamOptions } from './stream-delivery.ts';

/** How often the list of shards is read again while the stream changes shards, or cannot be reached. */
const DISCOVERY_MS = 1_000;

export interface StreamPoller extends Poller {
  /** The table was written: look now. */
  wake(): void;
}

/** Reads the stream of a mapping, each shard in order and a shard's parent before it. */
export function startStreamPoller(options: StreamOptions): StreamPoller {
  const { mapping, client, signal, report } = options;
  const written = bell();
  signal.addEventListener('abort', written.ring);
  let streamArn = '';
  const shards = shardSet({
    signal,
    read: (shardId, onRead) => {
      const shard: ShardKey = { reader: readerOf(mapping), streamArn, shardId };
      const deliver = deliverRecords(options, shard);
      return readShard({ ...options, shard, bell: written, deliver, onRead });
    },
  });
  const discover = async () => {
    streamArn = await client.streamArn(mapping.tableName);
    shards.add(await client.shards(streamArn));
  };
  const watch = async () => {
    while (!signal.aborted) {
      const heard = shards.changed.count();
      if (!shards.hasOpen())
        await discover().catch((error: unknown) => {
          if (!signal.aborted) report(`stream of ${mapping.tableName}: ${String(error)}`);
        });
      await shards.changed.after(heard, shards.hasOpen() ? NEVER_MS : DISCOVERY_MS);
    }
    await shards.done();
  };
  return {
    done: watch(),
    wake: () => void written.ring(),
    caughtUp: async () => {
      const ring = written.ring();
      for (;;) {
        const heard = shards.changed.count();
        if (signal.aborted || shards.haveHeard(ring)) return;
        await shards.changed.after(heard, NEVER_MS);
        // What was read may not have been all.
        written.ring();
      }
    },
  };
}

/** As long as a timer can run: only the bell ends the wait. */
const NEVER_MS = 2 ** 31 - 1;
