import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One shard of one stream, as one mapping reads it. */
export interface ShardKey {
  /** Lasting name of the mapping: the function and its table. */
  readonly reader: string;
  /** The stream's own ARN: a table that was made anew has another. */
  readonly streamArn: string;
  readonly shardId: string;
}

/** How far each mapping has read. What lies behind a checkpoint was delivered, or given up, for good. */
export interface Checkpoints {
  /** Sequence number of the last record that is done; undefined when none is. */
  find(shard: ShardKey): string | undefined;
  save(shard: ShardKey, sequenceNumber: string): void;
  close(): void;
}

/** Keeps the positions in a file of `dir`, so that a host that was killed goes on where it stood. */
export function openCheckpoints(dir: string): Checkpoints {
  mkdirSync(dir, { recursive: true });
  const database = new DatabaseSync(join(dir, 'event-sources.sqlite'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS checkpoints (
      reader TEXT NOT NULL, stream_arn TEXT NOT NULL, shard_id TEXT NOT NULL, sequence_number TEXT NOT NULL,
      PRIMARY KEY (reader, stream_arn, shard_id)
    ) STRICT;
  `);
  const find = database.prepare(
    'SELECT sequence_number AS at FROM checkpoints WHERE reader = ? AND stream_arn = ? AND shard_id = ?',
  );
  const save = database.prepare('INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?, ?)');
  return {
    find: ({ reader, streamArn, shardId }) =>
      (find.get(reader, streamArn, shardId) as { at: string } | undefined)?.at,
    save: ({ reader, streamArn, shardId }, sequenceNumber) =>
      void save.run(reader, streamArn, shardId, sequenceNumber),
    close: () => database.close(),
  };
}
