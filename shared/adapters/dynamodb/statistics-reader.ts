import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type Counter, DIMENSIONS } from '../../domain/statistics.ts';
import type { Increment } from '../../domain/statistics-counting.ts';
import { type MonthPart, monthsOf } from '../../domain/statistics-period.ts';
import type {
  CounterAudit,
  Generation,
  MonthSum,
  StatisticsReader,
} from '../../ports/statistics.ts';
import {
  COUNTER_SHARDS,
  type CounterPartition,
  counterPartition,
  type DayCounter,
  readAttribute,
} from './statistics-keys.ts';
import { readGenerations, type StatisticsTable } from './statistics-ledger.ts';

/** Queries under way at once: a year by department is answered in one go, ten years do not crowd out other reads. */
const PARALLEL_MONTHS = 12;

/** Reads months of counters: one query a month, dimension and shard. */
export class DynamoDbStatisticsReader implements StatisticsReader, CounterAudit {
  readonly #table: StatisticsTable;
  readonly #client: DynamoDBDocumentClient;
  readonly #shards: readonly number[];

  constructor(table: StatisticsTable) {
    this.#table = table;
    this.#client = table.client;
    this.#shards = Array.from({ length: table.shards ?? COUNTER_SHARDS }, (_, shard) => shard);
  }

  async sums({
    jurisdictionId,
    dimension,
    period,
  }: Parameters<StatisticsReader['sums']>[0]): Promise<readonly MonthSum[]> {
    const { inUse: number } = await readGenerations(jurisdictionId, this.#table);
    const months = monthsOf(period);
    const sums: MonthSum[] = [];
    for (let start = 0; start < months.length; start += PARALLEL_MONTHS) {
      const parts = months.slice(start, start + PARALLEL_MONTHS);
      const read = await Promise.all(
        parts.flatMap((part) =>
          this.#shards.map(async (shard) => {
            const partition = { month: part.month, dimension, shard };
            const rows = await this.#rows({ jurisdictionId, number }, partition);
            return rows.map((row) => sumOf(row, part));
          }),
        ),
      );
      sums.push(...read.flat());
    }
    return sums;
  }

  async counters(generation: Generation, month: string): Promise<readonly Increment[]> {
    const partitions = DIMENSIONS.flatMap((dimension) =>
      this.#shards.map((shard) => ({ month, dimension, shard })),
    );
    const read = await Promise.all(
      partitions.map(async (partition) => {
        const rows = await this.#rows(generation, partition, { ConsistentRead: true });
        return rows.flatMap((row) => incrementsOf(row, partition));
      }),
    );
    return read.flat();
  }

  async #rows(
    generation: Generation,
    partition: CounterPartition,
    options: Partial<QueryCommandInput> = {},
  ): Promise<CounterRow[]> {
    const rows: CounterRow[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.#client.send(
        new QueryCommand({
          ...options,
          TableName: this.#table.tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': counterPartition(generation, partition) },
          ExclusiveStartKey,
        }),
      );
      rows.push(...(page.Items ?? []).map(readRow));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return rows;
  }
}

interface CounterRow {
  readonly value: string;
  readonly counts: readonly (DayCounter & { readonly count: number })[];
}

const Count = z.int();

function readRow({ sk, ...attributes }: Record<string, unknown>): CounterRow {
  const counts = Object.entries(attributes).flatMap(([name, value]) => {
    const dayCounter = readAttribute(name);
    return dayCounter === undefined ? [] : [{ ...dayCounter, count: Count.parse(value) }];
  });
  return { value: z.string().parse(sk), counts };
}

function sumOf({ value, counts }: CounterRow, { month, firstDay, lastDay }: MonthPart): MonthSum {
  const sums: Partial<Record<Counter, number>> = {};
  for (const { counter, dayOfMonth, count } of counts) {
    if (dayOfMonth < firstDay || dayOfMonth > lastDay) continue;
    sums[counter] = (sums[counter] ?? 0) + count;
  }
  return { month, value, counts: sums };
}

const incrementsOf = (
  { value, counts }: CounterRow,
  { month, dimension }: CounterPartition,
): Increment[] =>
  counts.map(({ counter, dayOfMonth, count }) => ({
    day: `${month}-${String(dayOfMonth).padStart(2, '0')}`,
    dimension,
    value,
    counter,
    by: count,
  }));
