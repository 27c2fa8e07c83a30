import { GetCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Generation } from '../../ports/statistics.ts';
import { CounterChanges } from './statistics-changes.ts';
import { JOURNAL_SHARDS, type Key, journalPartition, planKey } from './statistics-keys.ts';
import type { StatisticsTable } from './statistics-table.ts';

/** Which entries of the journal are being put into the rows of counters, or were last. */
export const FoldPlan = z.object({
  /** Counts up. A row that holds these entries says so with this number. */
  fold: z.int().min(0),
  entries: z.array(z.string()),
  /** Those of the fold before. They are taken away, and a reader may see them for a moment yet. */
  before: z.array(z.string()),
  isDone: z.boolean(),
});
export type FoldPlan = z.infer<typeof FoldPlan>;

const NOT_YET_FOLDED: FoldPlan = { fold: 0, entries: [], before: [], isDone: true };

export async function readPlan(generation: Generation, table: StatisticsTable): Promise<FoldPlan> {
  const { Item } = await table.client.send(
    new GetCommand({
      TableName: table.tableName,
      Key: { ...planKey(generation) },
      ConsistentRead: true,
    }),
  );
  return Item === undefined ? NOT_YET_FOLDED : FoldPlan.parse(Item);
}

const JournalEntry = z.object({
  pk: z.string(),
  sk: z.string(),
  changes: z.instanceof(Uint8Array),
});
export type JournalEntry = z.infer<typeof JournalEntry>;

export const readEntry = (item: unknown): JournalEntry => JournalEntry.parse(item);

/** What stands in the name of an entry in a plan: its partition is one of few. */
export const entryName = ({ pk, sk }: Key): string => `${pk.slice(pk.lastIndexOf('#') + 1)}#${sk}`;

export function entryKey(generation: Generation, name: string): Key {
  const end = name.indexOf('#');
  return { pk: journalPartition(generation, Number(name.slice(0, end))), sk: name.slice(end + 1) };
}

/** All entries; with `consistent` each acknowledged one among them, at twice the cost. */
export async function readEntries(
  generation: Generation,
  { consistent = false, ...table }: StatisticsTable & { readonly consistent?: boolean },
): Promise<JournalEntry[]> {
  const shards = Array.from({ length: table.journalShards ?? JOURNAL_SHARDS }, (_, shard) => shard);
  const how = { ...table, consistent };
  const read = shards.map((shard) => readShard(journalPartition(generation, shard), how));
  return (await Promise.all(read)).flat();
}

async function readShard(
  pk: string,
  { client, tableName, consistent }: StatisticsTable & { readonly consistent: boolean },
): Promise<JournalEntry[]> {
  const entries: JournalEntry[] = [];
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: consistent,
        ExclusiveStartKey,
      }),
    );
    entries.push(...(page.Items ?? []).map(readEntry));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
  return entries;
}

/** A row of counters as it is stored: `fold` says up to which fold it is. */
export type StoredRow = Readonly<Record<string, unknown>>;

const Fold = z.int().optional();
export const foldOf = (row: StoredRow): number => Fold.parse(row['fold']) ?? 0;

/**
 * The journal at one moment. Put onto rows that are read after it, it gives the counters of that moment: a row that a fold
 * has reached already does not get the entries of that fold a second time.
 */
export class Journal {
  readonly #fold: number;
  readonly #folding = new CounterChanges();
  readonly #waiting = new CounterChanges();
  #isOutdated = false;

  private constructor(plan: FoldPlan, entries: readonly JournalEntry[]) {
    this.#fold = plan.fold;
    const folding = new Set(plan.entries);
    const before = new Set(plan.before);
    for (const entry of entries) {
      const name = entryName(entry);
      if (before.has(name)) continue;
      const changes = folding.has(name) ? this.#folding : this.#waiting;
      changes.addPacked(entry.changes);
    }
  }

  /** The plan first: entries that were taken away before they were read are in the rows then. */
  static async read(
    generation: Generation,
    table: StatisticsTable & { readonly consistent?: boolean },
  ): Promise<Journal> {
    const plan = await readPlan(generation, table);
    return new Journal(plan, await readEntries(generation, table));
  }

  /** A later fold has begun since: what was read must be thrown away. */
  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** Rows of a partition that are changed and perhaps not stored yet. */
  rowsOf(partition: string): readonly string[] {
    const changed = [this.#folding, this.#waiting].flatMap((c) => [...c.rowsOf(partition).keys()]);
    return [...new Set(changed)];
  }

  /** The row with what is not in it yet. */
  onto(stored: StoredRow, { partition, sk }: { readonly partition: string; readonly sk: string }) {
    const fold = foldOf(stored);
    if (fold > this.#fold) this.#isOutdated = true;
    const missing = fold >= this.#fold ? [this.#waiting] : [this.#waiting, this.#folding];
    const row: Record<string, unknown> = { ...stored, sk };
    for (const changes of missing) {
      for (const [attribute, by] of changes.rowsOf(partition).get(sk) ?? []) {
        row[attribute] = Count.parse(row[attribute] ?? 0) + by;
      }
    }
    return row;
  }
}

const Count = z.int();
