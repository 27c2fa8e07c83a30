import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredCase, StoredDossier } from '../../ports/case-repository.ts';
import { type Item, parseEvent, parseHead, parsePersonal } from './case-items.ts';
import { EVENT_PREFIX, HEAD, PERSONAL } from './case-keys.ts';

interface Range {
  readonly from: string;
  readonly to: string;
  readonly consistent: boolean;
}

/** Head and key of a case, as of the latest acknowledged write. The key's row never changes after the first write. */
export async function readState(
  client: DynamoDBDocumentClient,
  tableName: string,
  pk: string,
): Promise<StoredCase | undefined> {
  const range = { from: PERSONAL, to: HEAD, consistent: true };
  const items = await readRange(client, tableName, { pk, ...range });
  const head = items.find(({ sk }) => sk === HEAD);
  const personal = items.find(({ sk }) => sk === PERSONAL);
  if (head === undefined || personal === undefined) return undefined;
  const { sealed, wrappedKey } = parsePersonal(personal);
  return { ...parseHead(head), wrappedKey, sealedPersonalData: sealed };
}

/** The history costs half when it may lag; where it does lag behind the head, it is read again. */
export async function readDossier(
  client: DynamoDBDocumentClient,
  tableName: string,
  pk: string,
): Promise<StoredDossier | undefined> {
  const history = async (consistent: boolean) => {
    // A tilde sorts after every key of the prefix.
    const range = { from: EVENT_PREFIX, to: `${EVENT_PREFIX}~`, consistent };
    return (await readRange(client, tableName, { pk, ...range })).map(parseEvent);
  };
  const [stored, events] = await Promise.all([readState(client, tableName, pk), history(false)]);
  if (stored === undefined) return undefined;
  const whole = events.length >= stored.case.version ? events : await history(true);
  // Events that came after the head was read belong to a later case.
  return { ...stored, events: whole.slice(0, stored.case.version) };
}

async function readRange(
  client: DynamoDBDocumentClient,
  tableName: string,
  { pk, from, to, consistent }: Range & { readonly pk: string },
): Promise<Item[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        ConsistentRead: consistent,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}
