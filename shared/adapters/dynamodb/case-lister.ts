import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Case, JurisdictionId } from '../../domain/case.ts';
import type { CaseLister } from '../../ports/case-lister.ts';
import { idsOf, type Item, parseHead, parsePart } from './case-items.ts';
import { HEAD, PART_PREFIX } from './case-keys.ts';

/** Every case, by a scan of the whole table: for recounts at night, never on a request path. */
export class DynamoDbCaseLister implements CaseLister {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  /** Rows of one case lie together, so a case is complete when the next one begins. */
  async *pages(jurisdictionId: JurisdictionId): AsyncIterable<readonly Case[]> {
    let start: Record<string, unknown> | undefined;
    let left: Item[] = [];
    do {
      const page = await this.#client.send(
        new ScanCommand({
          TableName: this.#tableName,
          FilterExpression: 'begins_with(pk, :jurisdiction) AND begins_with(sk, :state)',
          ExpressionAttributeValues: {
            ':jurisdiction': `${jurisdictionId}#case#`,
            ':state': 'state#',
          },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      const read: readonly Item[] = page.Items ?? [];
      const items = [...left, ...read];
      start = page.LastEvaluatedKey;
      const open = start === undefined ? undefined : items.at(-1)?.['pk'];
      left = items.filter(({ pk }) => pk === open);
      yield casesOf(items.filter(({ pk }) => pk !== open));
    } while (start !== undefined);
  }
}

function casesOf(items: readonly Item[]): Case[] {
  const byCase = Map.groupBy(items, (item) => idsOf(item).caseId);
  return [...byCase.values()].flatMap((rows) => {
    const head = rows.find(({ sk }) => sk === HEAD);
    if (head === undefined) return [];
    const parts = rows.filter(({ sk }) => String(sk).startsWith(PART_PREFIX)).map(parsePart);
    return [{ ...parseHead(head).case, parts }];
  });
}
