import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { InvocationResult } from '../types.ts';
import type { Outcome } from './deliver-batch.ts';
import { failedItems } from './failed-items.ts';
import type { StreamMapping } from './mapping.ts';
import type { StreamRecord } from './stream-client.ts';

/** The record as Lambda hands it to the function. */
export const lambdaRecord = (record: StreamRecord, { sourceArn, region }: StreamMapping) => ({
  ...record,
  eventID: createHash('md5').update(`${sourceArn} ${record.dynamodb.SequenceNumber}`).digest('hex'),
  eventSource: 'aws:dynamodb',
  awsRegion: region,
  eventSourceARN: sourceArn,
});

/** AWS writes no record for a write that changes nothing; the emulator does. */
export const changesNothing = ({ dynamodb: { NewImage: after, OldImage: before } }: StreamRecord) =>
  after !== undefined && before !== undefined && isDeepStrictEqual(after, before);

/** Reads what the function answered about the records. */
export function outcomeOf(
  { ok, payload }: InvocationResult,
  records: readonly StreamRecord[],
  { reportsFailures }: StreamMapping,
): Outcome {
  if (!ok) return { failedFrom: 0, crashed: true };
  if (!reportsFailures) return { failedFrom: undefined, crashed: false };
  const failed = failedItems(payload);
  if (failed === 'unreadable') return { failedFrom: 0, crashed: false };
  const places = failed.map((id) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === id),
  );
  // An id that is none of the batch's (-1) fails the whole batch, as on AWS.
  const failedFrom = places.length === 0 ? undefined : Math.max(Math.min(...places), 0);
  return { failedFrom, crashed: false };
}
