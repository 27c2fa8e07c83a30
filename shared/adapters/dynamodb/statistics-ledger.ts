import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CaseId, JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { Contribution } from '../../domain/statistics.ts';
import type { CountedCase, CountingStep } from '../../domain/statistics-counting.ts';
import {
  countedGenerations,
  FIRST_GENERATIONS,
  Generations,
} from '../../domain/statistics-generations.ts';
import type { CountingConflict, Generation, StatisticsLedger } from '../../ports/statistics.ts';
import {
  caseIdOf,
  COUNTER_SHARDS,
  countedKey,
  generationsKey,
  type Key,
} from './statistics-keys.ts';
import { countingTransactions, isConflict } from './statistics-transactions.ts';

/** Most that one BatchGetItem may ask for. */
const BATCH_GET_LIMIT = 100;
/** Rounds for keys that DynamoDB left unprocessed under load, before the batch is given back. */
const MAX_ROUNDS = 5;

export interface StatisticsTable {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Partitions a month of a dimension is spread over; see COUNTER_SHARDS. */
  readonly shards?: number;
}

/** Counters and the note of what is counted of each case, changed in one transaction. */
export class DynamoDbStatisticsLedger implements StatisticsLedger {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #shards: number;

  constructor({ client, tableName, shards = COUNTER_SHARDS }: StatisticsTable) {
    this.#client = client;
    this.#tableName = tableName;
    this.#shards = shards;
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
    const counted = new Map<CaseId, CountedCase>();
    for (let start = 0; start < caseIds.length; start += BATCH_GET_LIMIT) {
      const ids = caseIds.slice(start, start + BATCH_GET_LIMIT);
      const keys = ids.map((caseId) => countedKey(generation, caseId));
      for (const item of await this.#batchGet(keys)) {
        const { pk, sk, ...note } = CountedItem.parse(item);
        counted.set(caseIdOf({ pk, sk }), note);
      }
    }
    return counted;
  }

  async count(
    generation: Generation,
    steps: readonly CountingStep[],
  ): Promise<Result<null, CountingConflict>> {
    const target = { generation, tableName: this.#tableName, shards: this.#shards };
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

  async #batchGet(keys: readonly Key[]): Promise<unknown[]> {
    const items: unknown[] = [];
    let rest: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
    for (let round = 0; rest.length > 0; round += 1) {
      if (round === MAX_ROUNDS) throw new Error(`${rest.length} rows were left unread`);
      const request = { [this.#tableName]: { Keys: rest, ConsistentRead: true } };
      const answer = await this.#client.send(new BatchGetCommand({ RequestItems: request }));
      items.push(...(answer.Responses?.[this.#tableName] ?? []));
      rest = answer.UnprocessedKeys?.[this.#tableName]?.Keys ?? [];
    }
    return items;
  }
}

const CountedItem = z.strictObject({
  pk: z.string(),
  sk: z.string(),
  version: z.int().min(1),
  contributions: z.array(Contribution),
  calendar: z.string().optional(),
});

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
