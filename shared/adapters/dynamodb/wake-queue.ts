import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../domain/case.ts';
import type { StoredCase } from '../../ports/case-repository.ts';
import type { WakePage, WakeQuestion, WakeQueue } from '../../ports/wake-queue.ts';
import { idsOf } from './case-items.ts';
import {
  casePartition,
  DEFAULT_SHARDS,
  duePartition,
  HEAD,
  type Shards,
  wakeKeys,
} from './case-keys.ts';

interface Table {
  readonly tableName: string;
  readonly shards?: Shards;
}

/** Rows of the index are keys only: some 5,000 to a page of 1 MB, and each takes a case to be read and written. */
const PAGE = 100;

/** The `due` index: its rows are the heads of cases. */
export class DynamoDbWakeQueue implements WakeQueue {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #shards: Shards;

  constructor(client: DynamoDBDocumentClient, { tableName, shards = DEFAULT_SHARDS }: Table) {
    this.#client = client;
    this.#tableName = tableName;
    this.#shards = shards;
  }

  get shards(): number {
    return this.#shards.due;
  }

  async due({ jurisdictionId, shard, until, after }: WakeQuestion): Promise<WakePage> {
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: 'due',
        KeyConditionExpression: 'dpk = :dpk AND dsk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':dpk': duePartition(jurisdictionId, shard),
          // A space sorts before everything that can follow the last key, and the key itself is left out.
          ':from': after === undefined ? '0' : `${after} `,
          ':to': `${until}#~`,
        },
        Limit: PAGE,
      }),
    );
    const rows = answer.Items ?? [];
    const last: unknown = rows.at(-1)?.['dsk'];
    return {
      caseIds: rows.map((row) => idsOf(row).caseId),
      next: answer.LastEvaluatedKey !== undefined && typeof last === 'string' ? last : undefined,
    };
  }

  async rearm({ case: current, wakeAt: before }: StoredCase, wakeAt: Instant | null) {
    if (before === null) return;
    const keys = wakeKeys(current, wakeAt, this.#shards);
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#tableName,
          Key: { pk: casePartition(current.jurisdictionId, current.caseId), sk: HEAD },
          ConditionExpression: 'version = :version AND dsk = :before',
          UpdateExpression: wakeAt === null ? 'REMOVE dpk, dsk' : 'SET dpk = :dpk, dsk = :dsk',
          ExpressionAttributeValues: {
            ':version': current.version,
            ':before': wakeKeys(current, before, this.#shards)['dsk'],
            ...(wakeAt !== null && { ':dpk': keys['dpk'], ':dsk': keys['dsk'] }),
          },
        }),
      );
    } catch (thrown) {
      // Somebody acted on the case: what they wrote queued it anew.
      if (!(thrown instanceof ConditionalCheckFailedException)) throw thrown;
    }
  }
}
