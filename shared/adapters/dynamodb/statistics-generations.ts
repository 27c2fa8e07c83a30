import { type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import {
  type Generations,
  isKept,
  withNewGeneration,
  withSwitch,
} from '../../domain/statistics-generations.ts';
import type {
  Generation,
  RebuildSuperseded,
  StatisticsGenerations,
} from '../../ports/statistics.ts';
import { deleteRows } from './batch-write.ts';
import { generationOf, generationsKey, jurisdictionPrefix, type Key } from './statistics-keys.ts';
import { readGenerations } from './statistics-ledger.ts';
import type { StatisticsTable } from './statistics-table.ts';

/** Begins, switches and clears away generations of counters. */
export class DynamoDbStatisticsGenerations implements StatisticsGenerations {
  readonly #table: StatisticsTable;
  readonly #client: DynamoDBDocumentClient;

  constructor(table: StatisticsTable) {
    this.#table = table;
    this.#client = table.client;
  }

  async begin(jurisdictionId: JurisdictionId): Promise<Generation> {
    const current = await readGenerations(jurisdictionId, this.#table);
    const next = withNewGeneration(current);
    await this.#replace(jurisdictionId, { current, next });
    return { jurisdictionId, number: next.last };
  }

  async finish(generation: Generation): Promise<Result<null, RebuildSuperseded>> {
    const { jurisdictionId, number } = generation;
    const current = await readGenerations(jurisdictionId, this.#table);
    if (current.inUse === number) return ok(null);
    if (current.building !== number) return err({ code: 'REBUILD_SUPERSEDED' });
    await this.#replace(jurisdictionId, { current, next: withSwitch(current, number) });
    return ok(null);
  }

  async sweep(jurisdictionId: JurisdictionId, after: string | undefined) {
    const { client, tableName: TableName } = this.#table;
    const page = await client.send(
      new ScanCommand({
        TableName,
        FilterExpression: 'begins_with(pk, :prefix)',
        ExpressionAttributeValues: { ':prefix': jurisdictionPrefix(jurisdictionId) },
        ProjectionExpression: 'pk, sk',
        ExclusiveStartKey: after === undefined ? undefined : RowKey.parse(JSON.parse(after)),
      }),
    );
    // Read anew for each page: a rebuild that begins meanwhile must keep its rows.
    const current = await readGenerations(jurisdictionId, this.#table);
    const old = z
      .array(RowKey)
      .parse(page.Items ?? [])
      .filter((key) => isOld(key, current));
    await deleteRows(old, this.#table);
    const next = page.LastEvaluatedKey && JSON.stringify(RowKey.parse(page.LastEvaluatedKey));
    return { deleted: old.length, next };
  }

  /** Throws when somebody else replaced it meanwhile: two rebuilds began at the same moment. */
  async #replace(
    jurisdictionId: JurisdictionId,
    { current, next }: { readonly current: Generations; readonly next: Generations },
  ): Promise<void> {
    await this.#client.send(
      new PutCommand({
        TableName: this.#table.tableName,
        Item: { ...generationsKey(jurisdictionId), ...next },
        ConditionExpression:
          'attribute_not_exists(pk) OR (#last = :last AND #inUse = :inUse AND #building = :building)',
        ExpressionAttributeNames: { '#last': 'last', '#inUse': 'inUse', '#building': 'building' },
        ExpressionAttributeValues: {
          ':last': current.last,
          ':inUse': current.inUse,
          ':building': current.building,
        },
      }),
    );
  }
}

const RowKey = z.object({ pk: z.string(), sk: z.string() });

function isOld(key: Key, current: Generations): boolean {
  const number = generationOf(key);
  // A number above `last` belongs to a rebuild that began after `current` was read.
  return number !== undefined && number <= current.last && !isKept(current, number);
}
