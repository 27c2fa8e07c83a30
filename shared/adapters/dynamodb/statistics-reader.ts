import {
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type BinCounter, type Counter, DIMENSIONS } from '../../domain/statistics.ts';
import type { Increment } from '../../domain/statistics-counting.ts';
import { type MonthPart, monthsOf } from '../../domain/statistics-period.ts';
import { type MonthTimes, monthTimesOf } from '../../domain/statistics-times.ts';
import type {
  CounterAudit,
  DaySum,
  Generation,
  MonthSum,
  SeriesReader,
  StatisticsReader,
  TimesReader,
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
export class DynamoDbStatisticsReader
  implements StatisticsReader, SeriesReader, TimesReader, CounterAudit
{
  readonly #table: StatisticsTable;
  readonly #client: DynamoDBDocumentClient;
  readonly #shards: readonly number[];

  constructor(table: StatisticsTable) {
    this.#table = table;
    this.#client = table.client;
    this.#shards = Array.from({ length: table.shards ?? COUNTER_SHARDS }, (_, shard) => shard);
  }

  async sums(question: SumsQuestion): Promise<readonly MonthSum[]> {
    return this.#eachCounterRow(question, (row, part) => [sumOf(row, part)]);
  }

  async daySums(question: SumsQuestion): Promise<readonly DaySum[]> {
    return this.#eachCounterRow(question, daySumsOf);
  }

  async times({
    jurisdictionId,
    period,
  }: Parameters<TimesReader['times']>[0]): Promise<readonly MonthTimes[]> {
    const { inUse: number } = await readGenerations(jurisdictionId, this.#table);
    return this.#eachMonth(monthsOf(period), async (part, shard) => {
      const partition = { month: part.month, dimension: 'times', shard } as const;
      const rows = await this.#rows({ jurisdictionId, number }, partition, daysOf(part));
      return monthTimesOf(rows.flatMap((row) => incrementsOf(row, partition)));
    });
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

  async #eachCounterRow<T>(
    { jurisdictionId, dimension, period }: SumsQuestion,
    read: (row: CounterRow, part: MonthPart) => readonly T[],
  ): Promise<T[]> {
    const { inUse: number } = await readGenerations(jurisdictionId, this.#table);
    return this.#eachMonth(monthsOf(period), async (part, shard) => {
      const partition = { month: part.month, dimension, shard };
      const rows = await this.#rows({ jurisdictionId, number }, partition);
      return rows.flatMap((row) => read(row, part));
    });
  }

  async #eachMonth<T>(
    months: readonly MonthPart[],
    read: (part: MonthPart, shard: number) => Promise<readonly T[]>,
  ): Promise<T[]> {
    const rows: T[] = [];
    for (let start = 0; start < months.length; start += PARALLEL_MONTHS) {
      const parts = months.slice(start, start + PARALLEL_MONTHS);
      const answers = parts.flatMap((part) => this.#shards.map((shard) => read(part, shard)));
      rows.push(...(await Promise.all(answers)).flat());
    }
    return rows;
  }

  async #rows(
    generation: Generation,
    partition: CounterPartition,
    { days, ...options }: RowsOptions = {},
  ): Promise<CounterRow[]> {
    const rows: CounterRow[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await this.#client.send(
        new QueryCommand({
          ...options,
          TableName: this.#table.tableName,
          KeyConditionExpression: days === undefined ? 'pk = :pk' : DAYS_CONDITION,
          ExpressionAttributeValues: { ':pk': counterPartition(generation, partition), ...days },
          ExclusiveStartKey,
        }),
      );
      rows.push(...(page.Items ?? []).map(readRow));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return rows;
  }
}

type SumsQuestion = Parameters<StatisticsReader['sums']>[0];

interface RowsOptions extends Pick<QueryCommandInput, 'ConsistentRead'> {
  /** First and last key of the days wanted, where days are rows. */
  readonly days?: { readonly ':first': string; readonly ':last': string };
}

const DAYS_CONDITION = 'pk = :pk AND sk BETWEEN :first AND :last';

const daysOf = ({ firstDay, lastDay }: MonthPart): RowsOptions => ({
  days: { ':first': `${twoDigits(firstDay)}#`, ':last': `${twoDigits(lastDay)}#~` },
});

const twoDigits = (day: number): string => String(day).padStart(2, '0');

interface CounterRow {
  readonly value: string;
  readonly counts: readonly (DayCounter & { readonly count: number })[];
}

const Count = z.int();

function readRow({ sk: key, ...attributes }: Record<string, unknown>): CounterRow {
  const sk = z.string().parse(key);
  const counts = Object.entries(attributes).flatMap(([name, value]) => {
    const dayCounter = readAttribute(name, sk);
    return dayCounter === undefined ? [] : [{ ...dayCounter, count: Count.parse(value) }];
  });
  return { value: sk.slice(sk.indexOf('#') + 1), counts };
}

function sumOf({ value, counts }: CounterRow, { month, firstDay, lastDay }: MonthPart): MonthSum {
  const sums: Partial<Record<Counter | BinCounter, number>> = {};
  for (const { counter, dayOfMonth, count } of counts) {
    if (dayOfMonth < firstDay || dayOfMonth > lastDay) continue;
    sums[counter] = (sums[counter] ?? 0) + count;
  }
  return { month, value, counts: sums };
}

function daySumsOf(row: CounterRow, part: MonthPart): DaySum[] {
  const days = new Set(row.counts.map(({ dayOfMonth }) => dayOfMonth));
  return [...days]
    .filter((day) => day >= part.firstDay && day <= part.lastDay)
    .map((day) => ({
      day: `${part.month}-${twoDigits(day)}`,
      ...sumOf(row, { ...part, firstDay: day, lastDay: day }),
    }));
}

const incrementsOf = (
  { value, counts }: CounterRow,
  { month, dimension }: CounterPartition,
): Increment[] =>
  counts.map(({ counter, dayOfMonth, count }) => ({
    day: `${month}-${twoDigits(dayOfMonth)}`,
    dimension,
    value,
    counter,
    by: count,
  }));
