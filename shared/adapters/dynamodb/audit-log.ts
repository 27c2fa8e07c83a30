import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AuditEntry } from '../../domain/audit.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import type { AuditLog, AuditNotes, PlacedEntry } from '../../ports/audit-log.ts';
import { auditItem, auditPartition } from './audit-items.ts';

const Row = z.object({ sk: z.string(), entry: AuditEntry });

export class DynamoDbAuditLog implements AuditLog, AuditNotes {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async note(jurisdictionId: JurisdictionId, entry: AuditEntry): Promise<void> {
    await this.#client.send(
      new PutCommand({ TableName: this.#tableName, Item: auditItem(jurisdictionId, entry) }),
    );
  }

  async list({ jurisdictionId, kind, limit, before }: Parameters<AuditLog['list']>[0]) {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: {
          ':pk': auditPartition(jurisdictionId, kind),
          // A tilde sorts after every instant.
          ':before': before ?? '~',
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item): PlacedEntry => {
      const { sk: place, entry } = Row.parse(item);
      return { entry, place };
    });
  }
}
