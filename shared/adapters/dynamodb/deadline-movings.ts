import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import { DeadlineMoving } from '../../domain/deadline-moving.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DeadlineMovings, MovingConflict } from '../../ports/calendar-store.ts';

const Row = z.object({ moving: DeadlineMoving });

/** The latest moving, one row a jurisdiction in a partition of its own: who moves deadlines may not touch calendars. */
export class DynamoDbDeadlineMovings implements DeadlineMovings {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async find(jurisdictionId: JurisdictionId): Promise<DeadlineMoving | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#tableName, Key: keyOf(jurisdictionId) }),
    );
    return Item && Row.parse(Item).moving;
  }

  async save(
    jurisdictionId: JurisdictionId,
    moving: DeadlineMoving,
  ): Promise<Result<null, MovingConflict>> {
    try {
      await this.#client.send(
        new PutCommand({
          ...movingWrite(this.#tableName, jurisdictionId, moving).Put,
          ConditionExpression: '#moving.#number = :number AND #moving.#revision = :before',
          ExpressionAttributeNames: {
            '#moving': 'moving',
            '#number': 'number',
            '#revision': 'revision',
          },
          ExpressionAttributeValues: { ':number': moving.number, ':before': moving.revision - 1 },
        }),
      );
      return ok(null);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return err({ code: 'MOVING_CONFLICT' });
      throw error;
    }
  }
}

/** Takes the place of the one before. */
export const movingWrite = (
  TableName: string,
  jurisdictionId: JurisdictionId,
  moving: DeadlineMoving,
) => ({ Put: { TableName, Item: { ...keyOf(jurisdictionId), moving } } });

const keyOf = (jurisdictionId: JurisdictionId) => ({
  pk: `${jurisdictionId}#moving`,
  sk: 'deadlines',
});
