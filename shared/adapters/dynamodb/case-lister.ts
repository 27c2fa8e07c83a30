import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import type { CaseLister, CasePage } from '../../ports/case-lister.ts';
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

  async page(jurisdictionId: JurisdictionId, after: string | undefined): Promise<CasePage> {
    const page = await this.#client.send(
      new ScanCommand({
        TableName: this.#tableName,
        FilterExpression: 'begins_with(pk, :jurisdiction) AND sk = :head',
        ExpressionAttributeValues: { ':jurisdiction': `${jurisdictionId}#case#`, ':head': HEAD },
        ConsistentRead: true,
        ExclusiveStartKey: after === undefined ? undefined : ScanKey.parse(JSON.parse(after)),
      }),
    );
    return {
      cases: (page.Items ?? []).map((item) => parseHead(item).case),
      next: page.LastEvaluatedKey && JSON.stringify(ScanKey.parse(page.LastEvaluatedKey)),
    };
  }
}

const ScanKey = z.strictObject({ pk: z.string(), sk: z.string() });
