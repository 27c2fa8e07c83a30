import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { StatisticsJob, type StatisticsJobKind } from '../../domain/statistics-job.ts';
import type { JobConflict, StatisticsJobs } from '../../ports/statistics.ts';
import { jobKey } from './statistics-keys.ts';
import type { StatisticsTable } from './statistics-table.ts';

const Row = z.object({ job: StatisticsJob });

/** The latest job of each kind, one row each, outside of every generation. */
export class DynamoDbStatisticsJobs implements StatisticsJobs {
  readonly #table: StatisticsTable;

  constructor(table: StatisticsTable) {
    this.#table = table;
  }

  async find(
    jurisdictionId: JurisdictionId,
    kind: StatisticsJobKind,
  ): Promise<StatisticsJob | undefined> {
    const { client, tableName: TableName } = this.#table;
    const Key = { ...jobKey(jurisdictionId, kind) };
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && Row.parse(Item).job;
  }

  async begin(jurisdictionId: JurisdictionId, job: StatisticsJob): Promise<void> {
    const { client, tableName: TableName } = this.#table;
    const Item = { ...jobKey(jurisdictionId, job.kind), job };
    await client.send(new PutCommand({ TableName, Item }));
  }

  async save(
    jurisdictionId: JurisdictionId,
    job: StatisticsJob,
  ): Promise<Result<null, JobConflict>> {
    const { client, tableName: TableName } = this.#table;
    try {
      await client.send(
        new PutCommand({
          TableName,
          Item: { ...jobKey(jurisdictionId, job.kind), job },
          ConditionExpression: '#job.#startedAt = :startedAt AND #job.#revision = :before',
          ExpressionAttributeNames: {
            '#job': 'job',
            '#startedAt': 'startedAt',
            '#revision': 'revision',
          },
          ExpressionAttributeValues: {
            ':startedAt': job.startedAt,
            ':before': job.revision - 1,
          },
        }),
      );
      return ok(null);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return err({ code: 'JOB_CONFLICT' });
      throw error;
    }
  }
}
