import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { StoredCase, StoredDossier } from '../../ports/case-repository.ts';
import { type Item, parseEvent, parseHead, parsePart, parsePersonal } from './case-items.ts';
import { EVENT_PREFIX, HEAD, PART_PREFIX, PERSONAL } from './case-keys.ts';
import type { CasesTable } from './case-repository.ts';
import { watch } from './consumed.ts';

type Table = Pick<CasesTable, 'tableName' | 'onConsumed'>;

interface Range {
  readonly from: string;
  readonly to: string;
  readonly consistent: boolean;
}

/** Sorts after every key of a prefix. */
const END = '~';

export interface State {
  readonly stored: StoredCase;
  readonly sealedPersonalData: string;
}

/** Head, parts and key of a case, as of the latest acknowledged write. */
export async function readState(
  client: DynamoDBDocumentClient,
  table: Table,
  pk: string,
): Promise<State | undefined> {
  const range = { from: PERSONAL, to: `state#${END}`, consistent: true };
  const items = await readRange(client, table, { pk, ...range });
  const head = items.find(({ sk }) => sk === HEAD);
  const personal = items.find(({ sk }) => sk === PERSONAL);
  if (head === undefined || personal === undefined) return undefined;
  const { case: current, lastHash } = parseHead(head);
  const parts = items.filter(({ sk }) => String(sk).startsWith(PART_PREFIX)).map(parsePart);
  const { sealed, wrappedKey } = parsePersonal(personal);
  return {
    stored: { case: { ...current, parts }, lastHash, wrappedKey },
    sealedPersonalData: sealed,
  };
}

/** The history costs half when it may lag; where it does lag behind the head, it is read again. */
export async function readDossier(
  client: DynamoDBDocumentClient,
  table: Table,
  pk: string,
): Promise<StoredDossier | undefined> {
  const history = async (consistent: boolean) => {
    const range = { from: EVENT_PREFIX, to: `${EVENT_PREFIX}${END}`, consistent };
    return (await readRange(client, table, { pk, ...range })).map(parseEvent);
  };
  const [state, events] = await Promise.all([readState(client, table, pk), history(false)]);
  if (state === undefined) return undefined;
  const { stored, sealedPersonalData } = state;
  const whole = events.length >= stored.case.version ? events : await history(true);
  return { ...stored, sealedPersonalData, events: whole.slice(0, stored.case.version) };
}

async function readRange(
  client: DynamoDBDocumentClient,
  table: Table,
  { pk, from, to, consistent }: Range & { readonly pk: string },
): Promise<Item[]> {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table.tableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
        ConsistentRead: consistent,
        ExclusiveStartKey: start,
        ...watch(table),
      }),
    );
    if (page.ConsumedCapacity !== undefined) table.onConsumed?.(page.ConsumedCapacity);
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items;
}
