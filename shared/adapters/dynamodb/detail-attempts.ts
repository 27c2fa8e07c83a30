import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { ATTEMPTS_PER_HOUR, attemptsHour } from '../../domain/detail-attempts.ts';
import type { DetailAttempts } from '../../ports/detail-attempts.ts';
import type { CaseRef } from '../../ports/keys.ts';
import { attemptsSort, casePartition } from './case-keys.ts';

const HOUR_S = 3_600;
/** DynamoDB may delete the counter once the hour after its own is over. */
const KEPT_HOURS = 2;

/** A counter an hour beside the case; counting and asking are one write, so parallel tries cannot slip through. */
export class DynamoDbDetailAttempts implements DetailAttempts {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async allow({ jurisdictionId, caseId }: CaseRef, now: Date): Promise<boolean> {
    const hour = attemptsHour(now);
    const { Attributes } = await this.#client.send(
      new UpdateCommand({
        TableName: this.#tableName,
        Key: { pk: casePartition(jurisdictionId, caseId), sk: attemptsSort(hour) },
        UpdateExpression: 'ADD tries :one SET expiresAt = :end',
        ExpressionAttributeValues: { ':one': 1, ':end': (hour + KEPT_HOURS) * HOUR_S },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Tries.parse(Attributes).tries <= ATTEMPTS_PER_HOUR;
  }
}

const Tries = z.object({ tries: z.number() });
