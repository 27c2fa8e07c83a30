import type { StreamRecord } from './stream-client.ts';

/** Half of what an invocation may carry (6 MB), as the record's size does not count the JSON around the values. */
const MAX_BATCH_BYTES = 3 * 1024 * 1024;

/** Consecutive batches of at most that many records, each small enough for one invocation. */
export function batchesOf(
  records: readonly StreamRecord[],
  batchSize: number,
): readonly (readonly StreamRecord[])[] {
  const batches: StreamRecord[][] = [];
  let bytes = 0;
  for (const record of records) {
    const size = record.dynamodb.SizeBytes;
    const open = batches.at(-1);
    if (open === undefined || open.length >= batchSize || bytes + size > MAX_BATCH_BYTES) {
      batches.push([record]);
      bytes = size;
    } else {
      open.push(record);
      bytes += size;
    }
  }
  return batches;
}
