import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OpinionBudget } from '../../ports/second-opinion.ts';

export interface OpinionCounters {
  readonly client: DynamoDBDocumentClient;
  /** The directory. */
  readonly tableName: string;
  readonly dailyLimit: number;
}

/** A row a day, which stays: what was asked can be held against the bill. Counting and asking are one write. */
export class DynamoDbOpinionBudget implements OpinionBudget {
  readonly #counters: OpinionCounters;

  constructor(counters: OpinionCounters) {
    this.#counters = counters;
  }

  async take({ jurisdictionId, day }: Parameters<OpinionBudget['take']>[0]): Promise<boolean> {
    const { client, tableName, dailyLimit } = this.#counters;
    const command = new UpdateCommand({
      TableName: tableName,
      Key: { pk: `${jurisdictionId}#opinions`, sk: day },
      UpdateExpression: 'ADD asked :one',
      ConditionExpression: 'attribute_not_exists(asked) OR asked < :limit',
      ExpressionAttributeValues: { ':one': 1, ':limit': dailyLimit },
    });
    try {
      await client.send(command);
      return true;
    } catch (thrown) {
      if (thrown instanceof ConditionalCheckFailedException) return false;
      throw thrown;
    }
  }
}
