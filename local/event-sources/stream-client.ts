import * as z from 'zod';
import { OPERATOR } from '../aws/caller.ts';

const Attributes = z.record(z.string(), z.unknown());
const StreamRecord = z.looseObject({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
    SizeBytes: z.number().default(0),
    NewImage: Attributes.optional(),
    OldImage: Attributes.optional(),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

const Page = z.object({
  Records: z.array(StreamRecord),
  /** Absent: the shard has ended and everything in it was read. */
  NextShardIterator: z.string().optional(),
});
export type Page = z.infer<typeof Page>;

const Described = z.object({ Table: z.object({ LatestStreamArn: z.string().optional() }) });
const Shard = z.object({ ShardId: z.string(), ParentShardId: z.string().optional() });
export type Shard = z.infer<typeof Shard>;
const Stream = z.object({
  StreamDescription: z.object({
    Shards: z.array(Shard).default([]),
    LastEvaluatedShardId: z.string().optional(),
  }),
});
const Iterator = z.object({ ShardIterator: z.string() });

/** The stream operations of the emulator. Each rejects when it cannot be reached or refuses. */
export interface StreamClient {
  /** ARN of the table's present stream. */
  streamArn(tableName: string): Promise<string>;
  shards(streamArn: string): Promise<readonly Shard[]>;
  /** Iterator behind the sequence number, or at the oldest record there is. */
  iterator(shard: { streamArn: string; shardId: string }, after?: string): Promise<string>;
  records(iterator: string, limit: number): Promise<Page>;
}

/** Signed as the host itself. Calls end with the signal. */
export function streamClient(dynamodbUrl: string, signal: AbortSignal): StreamClient {
  const call = async <S extends z.ZodType>(target: string, body: object, schema: S) => {
    const response = await fetch(dynamodbUrl, {
      method: 'POST',
      signal,
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': target,
        authorization: `AWS4-HMAC-SHA256 Credential=${OPERATOR}/20200101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
        'x-amz-date': '20200101T000000Z',
      },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${target}: ${response.status} ${text}`);
    return schema.parse(JSON.parse(text));
  };
  const streams = <S extends z.ZodType>(operation: string, body: object, schema: S) =>
    call(`DynamoDBStreams_20120810.${operation}`, body, schema);
  return {
    streamArn: async (tableName) => {
      const { Table: table } = await call(
        'DynamoDB_20120810.DescribeTable',
        { TableName: tableName },
        Described,
      );
      if (table.LatestStreamArn === undefined)
        throw new Error(`the table ${tableName} has no stream`);
      return table.LatestStreamArn;
    },
    shards: (streamArn) => everyShard(streamArn, (body) => streams('DescribeStream', body, Stream)),
    iterator: async ({ streamArn, shardId }, after) => {
      const place =
        after === undefined
          ? { ShardIteratorType: 'TRIM_HORIZON' }
          : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after };
      const body = { StreamArn: streamArn, ShardId: shardId, ...place };
      return (await streams('GetShardIterator', body, Iterator)).ShardIterator;
    },
    records: (iterator, limit) =>
      streams('GetRecords', { ShardIterator: iterator, Limit: limit }, Page),
  };
}

async function everyShard(
  streamArn: string,
  describe: (body: object) => Promise<z.infer<typeof Stream>>,
): Promise<readonly Shard[]> {
  const found: Shard[] = [];
  for (let after: string | undefined; ;) {
    const { StreamDescription: page } = await describe({
      StreamArn: streamArn,
      ...(after === undefined ? {} : { ExclusiveStartShardId: after }),
    });
    found.push(...page.Shards);
    after = page.LastEvaluatedShardId;
    if (after === undefined) return found;
  }
}
