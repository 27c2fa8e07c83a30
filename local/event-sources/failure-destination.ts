import { randomUUID } from 'node:crypto';
import type { Queues } from '../aws/sqs/queues.ts';
import type { ShardKey } from './checkpoints.ts';
import type { Discard } from './deliver-batch.ts';
import type { StreamMapping } from './mapping.ts';
import type { StreamRecord } from './stream-client.ts';

export interface DestinationOptions {
  readonly mapping: StreamMapping;
  readonly queues: Queues;
  /** Says what was given up, for the person who watches the host. */
  readonly report: (line: string) => void;
}

/**
 * Sends what a mapping gives up to its queue, in the shape AWS gives it: where the records lie, not the records.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html#services-ddb-onfailure-destination
 */
export function failureDestination({ mapping, queues, report }: DestinationOptions) {
  const { functionName, failureQueue } = mapping;
  return (given: Discard, shard: ShardKey): void => {
    const [first, last] = [given.records[0], given.records.at(-1)];
    if (first === undefined || last === undefined) return;
    report(
      `${functionName} gives up ${given.records.length} stream record(s) from ${first.dynamodb.SequenceNumber}: ${given.condition}`,
    );
    const queue = queues.definitions.get(failureQueue ?? '');
    if (queue === undefined) return;
    const body = { ...contextOf(mapping, given), DDBStreamBatchInfo: batchInfo(shard, given) };
    queues.send(queue, { body: JSON.stringify(body), senderId: functionName });
  };
}

const contextOf = ({ functionArn }: StreamMapping, given: Discard) => ({
  requestContext: {
    requestId: randomUUID(),
    functionArn,
    condition: given.condition,
    approximateInvokeCount: given.invokeCount,
  },
  responseContext: {
    statusCode: 200,
    executedVersion: '$LATEST',
    functionError: given.crashed ? 'Unhandled' : null,
  },
  version: '1.0',
  timestamp: new Date().toISOString(),
});

function batchInfo({ shardId, streamArn }: ShardKey, { records }: Discard) {
  const [first, last] = [records[0], records.at(-1)];
  return {
    shardId,
    startSequenceNumber: first?.dynamodb.SequenceNumber,
    endSequenceNumber: last?.dynamodb.SequenceNumber,
    approximateArrivalOfFirstRecord: arrivalOf(first),
    approximateArrivalOfLastRecord: arrivalOf(last),
    batchSize: records.length,
    streamArn,
  };
}

const arrivalOf = (record: StreamRecord | undefined) =>
  record && new Date(record.dynamodb.ApproximateCreationDateTime * 1000).toISOString();
