import * as z from 'zod';
import { AwsError } from '../error.ts';

const Item = z.record(z.string(), z.unknown());

/** One item of a request: where it is, and its attributes or its key. */
const ItemRequest = z.looseObject({
  TableName: z.string(),
  Item: Item.optional(),
  Key: Item.optional(),
});
export type ItemRequest = z.infer<typeof ItemRequest>;

const TransactItem = z.record(z.string(), ItemRequest);

/** The parts of a DynamoDB request that decide who may make it. */
const DynamodbRequest = z.looseObject({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  Item: Item.optional(),
  Key: Item.optional(),
  Select: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ExpressionAttributeValues: Item.optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  TransactItems: z.array(TransactItem).optional(),
  StreamArn: z.string().optional(),
});
export type DynamodbRequest = z.infer<typeof DynamodbRequest>;

export function readRequest(body: Buffer): DynamodbRequest {
  try {
    return DynamodbRequest.parse(JSON.parse(body.toString('utf8')));
  } catch (error) {
    throw new AwsError('SerializationException', `The request is not understood: ${String(error)}`);
  }
}

const SINGLE_WRITES = ['PutItem', 'UpdateItem', 'DeleteItem'];

/** Tables that the request may have changed. */
export function writtenTables(operation: string, request: DynamodbRequest): readonly string[] {
  if (SINGLE_WRITES.includes(operation)) return [request.TableName ?? ''];
  if (operation === 'BatchWriteItem') return Object.keys(request.RequestItems ?? {});
  if (operation !== 'TransactWriteItems') return [];
  const items = (request.TransactItems ?? []).flatMap((item) => Object.values(item));
  return items.map(({ TableName: table }) => table);
}
