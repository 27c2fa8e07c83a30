import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import {
  type BinCounter,
  type Counter,
  type Dimension,
  DIMENSIONS,
} from '../../domain/statistics.ts';
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
  SumsQuestion,
  TimesReader,
} from '../../ports/statistics.ts';
import { Journal, type StoredRow } from './statistics-journal.ts';
import {
  counterKey,
  type CounterPartition,
  counterPartition,
  type DayCounter,
  readAttribute,
} from './statistics-keys.ts';
import { readGenerations } from './statistics-ledger.ts';
import type { StatisticsTable } from './statistics-table.ts';

/** Queries under way at once: a year by department is answered in one go, ten years do not crowd out other reads. */
const PARALLEL_MONTHS = 12;

/** Folds that may begin while one question is read: each makes it be read again. */
const MAX_READINGS = 5;

/** Reads months of counters: the journal, then one query a month and dimension. All of an answer is of one moment. */
export class DynamoDbStatisticsReader
  implements StatisticsReader, SeriesReader, TimesReader, CounterAudit
{
  readonly #table: StatisticsTable;

  constructor(table: StatisticsTable) {
    this.#table = table;
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
    return this.#atOneMoment(await this.#inUse(jurisdictionId), (rowsOf) =>
      eachMonth(monthsOf(period), async (part) => {
        const rows = await rowsOf({ month: part.month, dimension: 'times' }, daysOf(part));
        return monthTimesOf(rows.flatMap((row) => incrementsOf(row, part.month, 'times')));
      }),
    );
  }

  async counters(generation: Generation, month: string): Promise<readonly Increment[]> {
    return this.#atOneMoment({ ...generation, consistent: true }, async (rowsOf) => {
      const read = DIMENSIONS.map(async (dimension) => {
        const rows = await rowsOf({ month, dimension });
        return rows.flatMap((row) => incrementsOf(row, month, dimension));
      });
      return (await Promise.all(read)).flat();
    });
  }

  async #eachCounterRow<T>(
    { jurisdictionId, dimensions, period }: SumsQuestion,
    read: (row: CounterRow, of: SummedPart) => readonly T[],
  ): Promise<T[]> {
    return this.#atOneMoment(await this.#inUse(jurisdictionId), (rowsOf) =>
      eachMonth(monthsOf(period), async (part) => {
        const rows = dimensions.map(async (dimension) =>
          (await rowsOf({ month: part.month, dimension })).flatMap((row) =>
            read(row, { ...part, dimension }),
          ),
        );
        return (await Promise.all(rows)).flat();
      }),
    );
  }

  async #inUse(jurisdictionId: JurisdictionId): Promise<Generation> {
    const { inUse: number } = await readGenerations(jurisdictionId, this.#table);
    return { jurisdictionId, number };
  }

  /** What `read` finds in rows as they were when the journal was read; once more when a fold began meanwhile. */
  async #atOneMoment<T>(
    { consistent = false, ...generation }: Generation & { readonly consistent?: boolean },
    read: (rowsOf: RowsOf) => Promise<T>,
  ): Promise<T> {
    for (let readings = 0; readings < MAX_READINGS; readings += 1) {
      const journal = await Journal.read(generation, { ...this.#table, consistent });
      const answer = await read(async ({ month, dimension }, days) => {
        const partition = counterPartition(month, dimension);
        const { pk } = counterKey(generation, { partition, sk: '' });
        const stored = await this.#stored(pk, { consistent, days });
        return withJournal(stored, { journal, partition, days }).map(readRow);
      });
      if (!journal.isOutdated) return answer;
    }
    throw new Error(`The counters were folded ${MAX_READINGS} times while they were read`);
  }

  async #stored(
    pk: string,
    { consistent, days }: { readonly consistent: boolean; readonly days: Days | undefined },
  ): Promise<StoredRow[]> {
    const { client, tableName: TableName } = this.#table;
    const rows: StoredRow[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: consistent,
          KeyConditionExpression: days === undefined ? 'pk = :pk' : DAYS_CONDITION,
          ExpressionAttributeValues: { ':pk': pk, ...days },
          ExclusiveStartKey,
        }),
      );
      rows.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return rows;
  }
}

type RowsOf = (
  of: { readonly month: string; readonly dimension: Dimension },
  days?: Days,
) => Promise<CounterRow[]>;

/** First and last key of the days wanted, where days are rows. */
interface Days {
  readonly ':first': string;
  readonly ':last': string;
}

interface UnderJournal {
  readonly journal: Journal;
  readonly partition: CounterPartition;
  readonly days: Days | undefined;
}

/** Stored rows and those that only the journal knows, each with what the journal has for it. */
function withJournal(
  stored: readonly StoredRow[],
  { journal, partition, days }: UnderJournal,
): StoredRow[] {
  const bySk = new Map(stored.map((row) => [z.string().parse(row['sk']), row]));
  const isAsked = (sk: string): boolean =>
    days === undefined || (sk >= days[':first'] && sk <= days[':last']);
  const unstored = journal.rowsOf(partition).filter((sk) => !bySk.has(sk) && isAsked(sk));
  return [...bySk.keys(), ...unstored].map((sk) =>
    journal.onto(bySk.get(sk) ?? {}, { partition, sk }),
  );
}

async function eachMonth<T>(
  months: readonly MonthPart[],
  read: (part: MonthPart) => Promise<readonly T[]>,
): Promise<T[]> {
  const rows: T[] = [];
  for (let start = 0; start < months.length; start += PARALLEL_MONTHS) {
    const parts = months.slice(start, start + PARALLEL_MONTHS);
    rows.push(...(await Promise.all(parts.map(read))).flat());
  }
  return rows;
}

const DAYS_CONDITION = 'pk = :pk AND sk BETWEEN :first AND :last';

const daysOf = ({ firstDay, lastDay }: MonthPart): Days => ({
  ':first': `${twoDigits(firstDay)}#`,
  ':last': `${twoDigits(lastDay)}#~`,
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

type SummedPart = MonthPart & Pick<MonthSum, 'dimension'>;

function sumOf(
  { value, counts }: CounterRow,
  { dimension, month, firstDay, lastDay }: SummedPart,
): MonthSum {
  const sums: Partial<Record<Counter | BinCounter, number>> = {};
  for (const { counter, dayOfMonth, count } of counts) {
    if (dayOfMonth < firstDay || dayOfMonth > lastDay) continue;
    sums[counter] = (sums[counter] ?? 0) + count;
  }
  return { dimension, month, value, counts: sums };
}

function daySumsOf(row: CounterRow, part: SummedPart): DaySum[] {
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
  month: string,
  dimension: Dimension,
): Increment[] =>
  counts.map(({ counter, dayOfMonth, count }) => ({
    day: `${month}-${twoDigits(dayOfMonth)}`,
    dimension,
    value,
    counter,
    by: count,
  }));
