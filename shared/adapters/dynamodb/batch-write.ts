import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Most that one BatchWriteItem may hold. */
const BATCH_WRITE_LIMIT = 25;
/** Rounds for rows that DynamoDB left unwritten under load, before it fails. */
const MAX_ROUNDS = 5;

interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

type WriteRequest =
  | { readonly PutRequest: { readonly Item: Record<string, unknown> } }
  | { readonly DeleteRequest: { readonly Key: Record<string, unknown> } };

/** Writes these rows over what is there, in any order; throws when some are left. */
export const putRows = (rows: readonly object[], table: Table): Promise<void> =>
  write(
    rows.map((row) => ({ PutRequest: { Item: { ...row } } })),
    table,
  );

/** Deletes the rows of these keys, if they are there; throws when some are left. */
export const deleteRows = (keys: readonly object[], table: Table): Promise<void> =>
  write(
    keys.map((key) => ({ DeleteRequest: { Key: { ...key } } })),
    table,
  );

async function write(requests: readonly WriteRequest[], table: Table): Promise<void> {
  for (let start = 0; start < requests.length; start += BATCH_WRITE_LIMIT) {
    await writeBatch(requests.slice(start, start + BATCH_WRITE_LIMIT), table);
  }
}

async function writeBatch(
  requests: readonly WriteRequest[],
  { client, tableName }: Table,
): Promise<void> {
  let rest: BatchRequests = [...requests];
  for (let round = 0; rest.length > 0; round += 1) {
    if (round === MAX_ROUNDS) throw new Error(`${rest.length} rows were left unwritten`);
    const answer = await client.send(
      new BatchWriteCommand({ RequestItems: { [tableName]: rest } }),
    );
    rest = answer.UnprocessedItems?.[tableName] ?? [];
  }
}

type BatchRequests = NonNullable<
  ConstructorParameters<typeof BatchWriteCommand>[0]['RequestItems']
>[string];
