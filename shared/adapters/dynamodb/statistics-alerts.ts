import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Alert, type AlertId } from '../../domain/alerts/alert.ts';
import type { Following } from '../../domain/alerts/follow.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok } from '../../domain/result.ts';
import { LocalDay } from '../../domain/statistics.ts';
import type { Acknowledging, StatisticsAlerts } from '../../ports/statistics-alerts.ts';
import { auditWrite } from './audit-items.ts';
import { transact } from './transact.ts';

const partition = (jurisdictionId: JurisdictionId): string => `${jurisdictionId}#alerts`;
/** Sorts before every day. */
const WATCHED = '-watched';

/** Fields stand in attributes of their own, so that whoever follows an alert and whoever acknowledges it do not meet. */
const alertOf = ({ pk: _, sk, ...fields }: Record<string, unknown>): Alert =>
  Alert.parse({ ...fields, alertId: sk });

const Watched = z.object({ monday: LocalDay });

/** A row an alert in the `directory` table, by its first day. */
export class DynamoDbStatisticsAlerts implements StatisticsAlerts {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async since(jurisdictionId: JurisdictionId, day: LocalDay) {
    const found: Alert[] = [];
    let next: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#tableName,
          KeyConditionExpression: 'pk = :pk AND sk >= :day',
          ExpressionAttributeValues: { ':pk': partition(jurisdictionId), ':day': day },
          ScanIndexForward: false,
          ExclusiveStartKey: next,
        }),
      );
      found.push(...(page.Items ?? []).map(alertOf));
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
    return found;
  }

  async find(jurisdictionId: JurisdictionId, alertId: AlertId) {
    const item = await this.#get(jurisdictionId, alertId);
    return item && alertOf(item);
  }

  async raise(jurisdictionId: JurisdictionId, { alertId, ...fields }: Alert) {
    return this.#ifHolds(
      this.#client.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...keyOf(jurisdictionId, alertId), ...fields },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      ),
    );
  }

  async follow(jurisdictionId: JurisdictionId, { alertId, evidence, asOf, passedAt }: Following) {
    await this.#ifHolds(
      this.#client.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: keyOf(jurisdictionId, alertId),
          UpdateExpression: 'SET evidence = :evidence, asOf = :asOf, passedAt = :passedAt',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: {
            ':evidence': evidence,
            ':asOf': asOf,
            ':passedAt': passedAt,
          },
        }),
      ),
    );
  }

  async acknowledge(
    jurisdictionId: JurisdictionId,
    { alertId, acknowledgement, audit }: Acknowledging,
  ): ReturnType<StatisticsAlerts['acknowledge']> {
    const written = await transact(this.#client, [
      {
        Update: {
          TableName: this.#tableName,
          Key: keyOf(jurisdictionId, alertId),
          UpdateExpression: 'SET acknowledgement = :acknowledgement',
          // A null is an attribute too.
          ConditionExpression: 'attribute_exists(pk) AND acknowledgement = :nobody',
          ExpressionAttributeValues: { ':acknowledgement': acknowledgement, ':nobody': null },
        },
      },
      auditWrite(jurisdictionId, audit, this.#tableName),
    ]);
    const alert = await this.find(jurisdictionId, alertId);
    if (alert === undefined) return err({ code: 'ALERT_NOT_FOUND' });
    if (written.ok) return ok(alert);
    const { acknowledgement: before } = alert;
    if (before === null) throw new Error(`${alertId} refuses an acknowledgement and has none`);
    return err({ code: 'ALERT_ACKNOWLEDGED', acknowledgement: before });
  }

  async watchedWeek(jurisdictionId: JurisdictionId) {
    const item = await this.#get(jurisdictionId, WATCHED);
    return item && Watched.parse(item).monday;
  }

  async setWatchedWeek(jurisdictionId: JurisdictionId, monday: LocalDay) {
    await this.#client.send(
      new PutCommand({
        TableName: this.#tableName,
        Item: { ...keyOf(jurisdictionId, WATCHED), monday },
      }),
    );
  }

  async #get(jurisdictionId: JurisdictionId, sk: string) {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: keyOf(jurisdictionId, sk),
        ConsistentRead: true,
      }),
    );
    return Item;
  }

  async #ifHolds(write: Promise<unknown>): Promise<boolean> {
    try {
      await write;
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

const keyOf = (jurisdictionId: JurisdictionId, sk: string) => ({
  pk: partition(jurisdictionId),
  sk,
});
