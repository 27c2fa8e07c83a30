import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Case, JurisdictionId } from '../../domain/case.ts';
import type { CaseLister } from '../../ports/case-lister.ts';
import { parseHead } from './case-items.ts';
import { HEAD } from './case-keys.ts';

/** Every case, by a scan of the whole table: for recounts at night, never on a request path. */
export class DynamoDbCaseLister implements CaseLister {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async *pages(jurisdictionId: JurisdictionId): AsyncIterable<readonly Case[]> {
    let start: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new ScanCommand({
          TableName: this.#tableName,
          FilterExpression: 'begins_with(pk, :jurisdiction) AND sk = :head',
          ExpressionAttributeValues: { ':jurisdiction': `${jurisdictionId}#case#`, ':head': HEAD },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      yield (page.Items ?? []).map((item) => parseHead(item).case);
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }
}
