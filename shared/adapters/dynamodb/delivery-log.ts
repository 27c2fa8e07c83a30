import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type AttemptId, DeliveryAttempt } from '../../domain/delivery-attempt.ts';
import type { DeliveryLog } from '../../ports/delivery-log.ts';
import type { DepartmentRef } from '../../ports/delivery-settings.ts';

/** Long enough for a department to notice what its system missed while somebody was away. */
const KEPT_SECONDS = 30 * 24 * 3_600;

const Row = z.object({ attempt: DeliveryAttempt });

/** A partition a department in the directory table; DynamoDB deletes rows once they are a month old. */
export class DynamoDbDeliveryLog implements DeliveryLog {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async add(ref: DepartmentRef, attempt: DeliveryAttempt): Promise<void> {
    const expiresAt = Math.floor(Date.parse(attempt.at) / 1_000) + KEPT_SECONDS;
    await this.#client.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { pk: partitionOf(ref), sk: attempt.attemptId, attempt, expiresAt },
      }),
    );
  }

  async find(ref: DepartmentRef, attemptId: AttemptId): Promise<DeliveryAttempt | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { pk: partitionOf(ref), sk: attemptId },
      }),
    );
    return Item === undefined ? undefined : Row.parse(Item).attempt;
  }

  async list({ limit, before, ...ref }: Parameters<DeliveryLog['list']>[0]) {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: {
          ':pk': partitionOf(ref),
          // A tilde sorts after every attempt.
          ':before': before ?? '~',
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return Items.map((item) => Row.parse(item).attempt);
  }
}

const partitionOf = ({ jurisdictionId, department }: DepartmentRef): string =>
  `${jurisdictionId}#delivery-log#${department}`;
