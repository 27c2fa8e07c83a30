import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DetailAttempts } from '../../ports/detail-attempts.ts';
import type { CaseRef } from '../../ports/keys.ts';
import { casePartition } from './case-keys.ts';

/** Ten thousand endings at five an hour are 83 days of trying, for one case. */
export const ATTEMPTS_PER_HOUR = 5;
const HOUR_S = 3_600;

/** A counter an hour beside the case; DynamoDB removes it when the hour is long over. */
export class DynamoDbDetailAttempts implements DetailAttempts {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async allow({ jurisdictionId, caseId }: CaseRef, now: Date): Promise<boolean> {
    const hour = Math.floor(now.getTime() / 1_000 / HOUR_S);
    const { Attributes } = await this.#client.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { pk: casePartition(jurisdictionId, caseId), sk: `attempts#${hour}` },
        UpdateExpression: 'ADD tries :one SET expiresAt = :end',
        ExpressionAttributeValues: { ':one': 1, ':end': (hour + 2) * HOUR_S },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Tries.parse(Attributes).tries <= ATTEMPTS_PER_HOUR;
  }
}

const Tries = z.object({ tries: z.number() });
