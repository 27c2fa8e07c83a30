import { type Bell, bell as newBell } from './bell.ts';
import type { Read } from './shard-reader.ts';
import type { Shard } from './stream-client.ts';

export interface ShardSetOptions {
  readonly signal: AbortSignal;
  /** Reads one shard to its end. */
  readonly read: (shardId: string, onRead: (read: Read) => void) => Promise<void>;
}

/** The shards of one stream that are being read or have been. */
export interface ShardSet {
  /** Starts on the shards whose parent has ended. */
  add(shards: readonly Shard[]): void;
  hasOpen(): boolean;
  /** Whether every open shard has caught up since that ring; false while there is none. */
  haveHeard(ring: number): boolean;
  /** Rings when a shard was read or has ended. */
  readonly changed: Bell;
  readonly done: () => Promise<unknown>;
}

interface Reader {
  ended: boolean;
  heard: number;
  done: Promise<void>;
}

export function shardSet({ signal, read }: ShardSetOptions): ShardSet {
  const changed = newBell();
  const readers = new Map<string, Reader>();
  signal.addEventListener('abort', changed.ring);
  const start = (shardId: string) => {
    const reader: Reader = { ended: false, heard: -1, done: Promise.resolve() };
    readers.set(shardId, reader);
    const onRead = ({ ring, caughtUp }: Read) => {
      if (caughtUp) reader.heard = ring;
      changed.ring();
    };
    reader.done = read(shardId, onRead).then(() => {
      reader.ended = true;
      changed.ring();
    });
  };
  const open = () => [...readers.values()].filter(({ ended }) => !ended);
  return {
    changed,
    hasOpen: () => open().length > 0,
    haveHeard: (ring) => open().length > 0 && open().every(({ heard }) => heard >= ring),
    add: (shards) => {
      const known = new Set(shards.map(({ ShardId: id }) => id));
      for (const { ShardId: id, ParentShardId: parent } of shards) {
        const waits =
          parent !== undefined && known.has(parent) && readers.get(parent)?.ended !== true;
        if (!waits && !readers.has(id)) start(id);
      }
    },
    done: () => Promise.all([...readers.values()].map(({ done }) => done)),
  };
}
