import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import { Preferences } from '../../domain/preferences.ts';
import type { PreferenceStore } from '../../ports/preference-store.ts';

const Row = z.object({ preferences: Preferences });

/** One row a person in the `directory` table. */
export class DynamoDbPreferences implements PreferenceStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async find(jurisdictionId: JurisdictionId, subject: string): Promise<Preferences | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: keyOf(jurisdictionId, subject),
        // Whoever has just chosen must see the choice.
        ConsistentRead: true,
      }),
    );
    return Item && Row.parse(Item).preferences;
  }

  async save(
    jurisdictionId: JurisdictionId,
    subject: string,
    preferences: Preferences,
  ): Promise<void> {
    const Item = { ...keyOf(jurisdictionId, subject), preferences };
    await this.#client.send(new PutCommand({ TableName: this.#tableName, Item }));
  }
}

const keyOf = (jurisdictionId: JurisdictionId, subject: string) => ({
  pk: `${jurisdictionId}#preferences`,
  sk: subject,
});
