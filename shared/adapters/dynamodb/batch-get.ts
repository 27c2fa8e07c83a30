import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';

/** Most that one BatchGetItem may ask for. */
export const BATCH_GET_LIMIT = 100;
/** Rounds for keys that DynamoDB left unprocessed under load, before the request fails. */
const MAX_ROUNDS = 5;

interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Sees every write that was acknowledged before it, at twice the cost. */
  readonly consistent: boolean;
  /** Only these attributes, for the same units. */
  readonly only?: readonly string[];
}

/** The rows of these keys, in any order; one that is not there is left out. */
export async function batchGet(
  keys: readonly { readonly pk: string; readonly sk: string }[],
  table: Table,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let start = 0; start < keys.length; start += BATCH_GET_LIMIT) {
    items.push(...(await readBatch(keys.slice(start, start + BATCH_GET_LIMIT), table)));
  }
  return items;
}

async function readBatch(
  keys: readonly { readonly pk: string; readonly sk: string }[],
  { client, tableName, consistent, only }: Table,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  const how = {
    ConsistentRead: consistent,
    ...(only !== undefined && { ProjectionExpression: only.join(', ') }),
  };
  let rest: Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let round = 0; rest.length > 0; round += 1) {
    if (round === MAX_ROUNDS) throw new Error(`${rest.length} rows were left unread`);
    const request = { [tableName]: { Keys: rest, ...how } };
    const answer = await client.send(new BatchGetCommand({ RequestItems: request }));
    items.push(...(answer.Responses?.[tableName] ?? []));
    rest = leftOf(answer, tableName);
  }
  return items;
}

const leftOf = ({ UnprocessedKeys }: BatchGetCommandOutput, tableName: string) =>
  UnprocessedKeys?.[tableName]?.Keys ?? [];
