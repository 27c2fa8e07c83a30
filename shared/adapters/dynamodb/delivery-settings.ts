import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { DeliverySettings } from '../../domain/delivery.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../../ports/delivery-settings.ts';

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

  async save(ref: DepartmentRef, settings: DeliverySettings): Promise<void> {
    await this.#client.send(
      new PutCommand({ TableName: this.#tableName, Item: { ...keyOf(ref), ...settings } }),
    );
  }
}

const keyOf = ({ jurisdictionId, department }: DepartmentRef) => ({
  pk: `${jurisdictionId}#delivery`,
  sk: department,
});
