import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry } from '../../domain/audit.ts';
import { DeliverySettings } from '../../domain/delivery.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../../ports/delivery-settings.ts';
import { auditWrite } from './audit-items.ts';
import { transact } from './transact.ts';

/** One small row a department in the directory table: pk `<jurisdiction>#delivery`, sk its code. */
export class DynamoDbDeliverySettings implements DeliverySettingsStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async find(ref: DepartmentRef): Promise<DeliverySettings | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: keyOf(ref),
        // A department that takes an address back must not get another delivery there.
        ConsistentRead: true,
      }),
    );
    if (Item === undefined) return undefined;
    const { pk: _pk, sk: _sk, ...settings } = Item;
    return DeliverySettings.parse(settings);
  }

  async save(ref: DepartmentRef, settings: DeliverySettings, audit: AuditEntry): Promise<void> {
    const TableName = this.#tableName;
    await transact(this.#client, [
      { Put: { TableName, Item: { ...keyOf(ref), ...settings } } },
      auditWrite(ref.jurisdictionId, audit, TableName),
    ]);
  }
}

const keyOf = ({ jurisdictionId, department }: DepartmentRef) => ({
  pk: `${jurisdictionId}#delivery`,
  sk: department,
});
