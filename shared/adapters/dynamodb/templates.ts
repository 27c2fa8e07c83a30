import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { StoredTemplate } from '../../domain/answer-template.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { TemplateStore, TemplateVersionConflict } from '../../ports/template-store.ts';
import { auditWrite } from './audit-items.ts';
import { transact } from './transact.ts';

const Row = z.object({ stored: StoredTemplate });

/** One row a template in the `directory` table; what it was before stands in the audit log. */
export class DynamoDbTemplates implements TemplateStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async list(jurisdictionId: JurisdictionId): Promise<readonly StoredTemplate[]> {
    const found: StoredTemplate[] = [];
    let next: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partition(jurisdictionId) },
          ExclusiveStartKey: next,
        }),
      );
      found.push(...(page.Items ?? []).map((item) => Row.parse(item).stored));
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
    return found;
  }

  async find(
    jurisdictionId: JurisdictionId,
    templateId: string,
  ): Promise<StoredTemplate | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { pk: partition(jurisdictionId), sk: templateId },
        ConsistentRead: true,
      }),
    );
    return Item && Row.parse(Item).stored;
  }

  async save(
    jurisdictionId: JurisdictionId,
    stored: StoredTemplate,
    audit: AuditEntry,
  ): Promise<Result<null, TemplateVersionConflict>> {
    const { version, template } = stored;
    const TableName = this.#tableName;
    const isNext =
      version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            // `stored` is a word of DynamoDB's own.
            ConditionExpression: '#stored.version = :before',
            ExpressionAttributeNames: { '#stored': 'stored' },
            ExpressionAttributeValues: { ':before': version - 1 },
          };
    const Item = { pk: partition(jurisdictionId), sk: template.templateId, stored };
    const written = await transact(this.#client, [
      { Put: { TableName, Item, ...isNext } },
      auditWrite(jurisdictionId, audit, TableName),
    ]);
    if (written.ok) return ok(null);
    const current = await this.find(jurisdictionId, template.templateId);
    return err({ code: 'TEMPLATE_VERSION_CONFLICT', currentVersion: current?.version ?? 0 });
  }
}

const partition = (jurisdictionId: JurisdictionId): string => `${jurisdictionId}#template`;
