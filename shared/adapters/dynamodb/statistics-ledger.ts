import {
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CaseId, JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CountedCase, CountingStep } from '../../domain/statistics-counting.ts';
import {
  countedGenerations,
  FIRST_GENERATIONS,
  Generations,
} from '../../domain/statistics-generations.ts';
import type { CountingConflict, Generation, StatisticsLedger } from '../../ports/statistics.ts';
import { batchGet } from './batch-get.ts';
import { COUNTER_SHARDS, countedKey, generationsKey, LIST_SHARDS } from './statistics-keys.ts';
import { readNote } from './statistics-notes.ts';
import { countingTransactions, isConflict } from './statistics-transactions.ts';

export interface StatisticsTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Partitions a month of a dimension is spread over; see COUNTER_SHARDS. */
  readonly shards?: number;
  /** Partitions a month of cases is spread over; see LIST_SHARDS. */
  readonly listShards?: number;
}

/** Counters and the note of what is counted of each case, changed in one transaction. */
export class DynamoDbStatisticsLedger implements StatisticsLedger {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #shards: { readonly shards: number; readonly listShards: number };

  constructor(table: StatisticsTable) {
    const { client, tableName, shards = COUNTER_SHARDS, listShards = LIST_SHARDS } = table;
    this.#client = client;
    this.#tableName = tableName;
    this.#shards = { shards, listShards };
  }

  async generations(jurisdictionId: JurisdictionId): Promise<readonly Generation[]> {
    const current = await readGenerations(jurisdictionId, {
      client: this.#client,
      tableName: this.#tableName,
    });
    return countedGenerations(current).map((number) => ({ jurisdictionId, number }));
  }

  async counted(
    generation: Generation,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, CountedCase>> {
    const keys = caseIds.map((caseId) => countedKey(generation, caseId));
    const table = { client: this.#client, tableName: this.#tableName, consistent: true };
    return new Map((await batchGet(keys, table)).map(readNote));
  }

  async count(
    generation: Generation,
    steps: readonly CountingStep[],
  ): Promise<Result<null, CountingConflict>> {
    const target = { generation, tableName: this.#tableName, ...this.#shards };
    for (const TransactItems of countingTransactions(steps, target)) {
      try {
        await this.#client.send(new TransactWriteCommand({ TransactItems: [...TransactItems] }));
      } catch (thrown) {
        if (isConflict(thrown)) return err({ code: 'COUNTING_CONFLICT' });
        throw thrown;
      }
    }
    return ok(null);
  }
}

const GenerationsItem = Generations.extend({ pk: z.string(), sk: z.string() });

/** Strongly consistent: a projector must see a rebuild that began before it. */
export async function readGenerations(
  jurisdictionId: JurisdictionId,
  { client, tableName }: StatisticsTable,
): Promise<Generations> {
  const { Item } = await client.send(
    new GetCommand({
      TableName: tableName,
      Key: generationsKey(jurisdictionId),
      ConsistentRead: true,
    }),
  );
  if (Item === undefined) return FIRST_GENERATIONS;
  const { inUse, previous, building, last } = GenerationsItem.parse(Item);
  return { inUse, previous, building, last };
}
