import { DatabaseSync } from 'node:sqlite';
import type { Checkpoints } from './checkpoints.ts';
import { type Mapping, readerOf } from './mapping.ts';
import type { StreamClient } from './stream-client.ts';

/** How far one mapping has read a table's stream. */
export interface ReadUpTo {
  readonly tableName: string;
  /** Sequence number; 0 when it has not begun. */
  readonly sequenceNumber: number;
}

const DAY_MS = 86_400_000;
/** The emulator may be writing for a moment. */
const BUSY_MS = 5_000;

/**
 * Makes up for two things that dynoxide 1.2 lacks, in its own file and before there is traffic:
 *
 * - It finds the next sequence number by reading every stream record there is, on each write. After ten thousand
 *   records a write takes twelve times as long; with this index it takes as long as the first.
 * - It keeps stream records for ever. Like DynamoDB this forgets them after a day, but only those that every reader
 *   has passed: a machine that was switched off has not read them. The newest stays, as the numbers go on from it.
 */
export function tidyStreamStore(file: string, readers: readonly ReadUpTo[]): void {
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS stream_records_in_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
    const forget = database.prepare(`
      DELETE FROM _stream_records WHERE table_name = :table AND created_at < :before
      AND CAST(sequence_number AS INTEGER) <= :read AND CAST(sequence_number AS INTEGER) < (
        SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = :table)`);
    const before = Math.floor((Date.now() - DAY_MS) / 1000);
    for (const [table, ofTable] of Map.groupBy(readers, ({ tableName }) => tableName)) {
      const read = Math.min(...ofTable.map(({ sequenceNumber }) => sequenceNumber));
      forget.run({ table, before, read });
    }
  } finally {
    database.close();
  }
}

/** Where the mappings stand in their streams. */
export async function readPlaces(
  mappings: readonly Mapping[],
  { client, checkpoints }: { client: StreamClient; checkpoints: Checkpoints },
): Promise<readonly ReadUpTo[]> {
  const ofStreams = mappings.filter((mapping) => mapping.kind === 'stream');
  const places = ofStreams.map(async (mapping) => {
    const { tableName } = mapping;
    const streamArn = await client.streamArn(tableName);
    const shards = await client.shards(streamArn);
    return shards.map(({ ShardId: shardId }) => {
      const found = checkpoints.find({ reader: readerOf(mapping), streamArn, shardId });
      return { tableName, sequenceNumber: Number(found ?? 0) };
    });
  });
  return (await Promise.all(places)).flat();
}
