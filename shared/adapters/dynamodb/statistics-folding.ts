import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { Generation } from '../../ports/statistics.ts';
import { batchGet, BATCH_GET_LIMIT } from './batch-get.ts';
import { deleteRows } from './batch-write.ts';
import { CounterChanges, type RowChange } from './statistics-changes.ts';
import {
  entryKey,
  entryName,
  type FoldPlan,
  foldOf,
  type JournalEntry,
  readEntries,
  readEntry,
  readPlan,
  type StoredRow,
} from './statistics-journal.ts';
import { counterKey, type Key, planKey } from './statistics-keys.ts';
import type { StatisticsTable } from './statistics-table.ts';

/**
 * Bytes of the journal at which it is folded. Every figure reads all of it, and what the last fold took stands in it until
 * the next: at most twice this, 1 R for each 8 KB. The longer it gets, the fewer rows are written an event.
 */
export const FOLD_AT_BYTES = 20_000;
/** And entries, which are read with one BatchGetItem; where each is of one case, they are small. */
export const FOLD_AT_ENTRIES = BATCH_GET_LIMIT;
/** Rows written at the same time. */
const PARALLEL_ROWS = 16;

export interface JournalSize {
  readonly entries: number;
  readonly bytes: number;
}

export const sizeOf = (entries: readonly JournalEntry[]): JournalSize => ({
  entries: entries.length,
  bytes: entries.reduce((sum, { changes }) => sum + changes.byteLength, 0),
});

/**
 * Puts entries of the journal into the rows of counters and says how much is left. Several may do it at once, and any of
 * them may die at any point: which entries make a fold is written down first, each row takes a fold once, and the next fold
 * begins when the last is done. Entries are taken away when the next folding begins: readers that hold rows of before need them.
 */
export async function foldJournal(
  generation: Generation,
  table: StatisticsTable,
): Promise<JournalSize> {
  const last = await readPlan(generation, table);
  if (!last.isDone) await putIntoRows(last, generation, table);
  const folded = new Set(last.entries);
  const all = await readEntries(generation, { ...table, consistent: true });
  const waiting = all.filter((entry) => !folded.has(entryName(entry)));
  const taken = waiting.slice(0, FOLD_AT_ENTRIES);
  // They must be gone before the next fold begins, or they would count again.
  await deleteRows(
    last.entries.map((name) => entryKey(generation, name)),
    table,
  );
  if (taken.length === 0) return sizeOf([]);
  const plan = {
    fold: last.fold + 1,
    entries: taken.map(entryName),
    before: last.entries,
    isDone: false,
  };
  if (await isBegun(plan, generation, table)) await putIntoRows(plan, generation, table);
  return sizeOf(waiting.slice(taken.length));
}

async function putIntoRows(
  plan: FoldPlan,
  generation: Generation,
  table: StatisticsTable,
): Promise<void> {
  const keys = plan.entries.map((name) => entryKey(generation, name));
  const entries = await batchGet(keys, { ...table, consistent: true });
  // Somebody else has done this fold, and begun the next: it takes the entries away.
  if (entries.length < keys.length) return;
  const changes = new CounterChanges();
  for (const entry of entries) changes.addPacked(readEntry(entry).changes);
  const rows = [...changes.rows()].map((row) => ({
    key: counterKey(generation, row),
    change: row.change,
  }));
  for (let start = 0; start < rows.length; start += BATCH_GET_LIMIT) {
    await putSomeRows(rows.slice(start, start + BATCH_GET_LIMIT), plan.fold, table);
  }
  await markDone(plan, generation, table);
}

interface ChangedRow {
  readonly key: Key;
  readonly change: RowChange;
}

async function putSomeRows(
  rows: readonly ChangedRow[],
  fold: number,
  table: StatisticsTable,
): Promise<void> {
  const stored = await batchGet(
    rows.map(({ key }) => key),
    { ...table, consistent: true },
  );
  const byKey = new Map(stored.map((row) => [`${String(row['pk'])} ${String(row['sk'])}`, row]));
  const puts = rows.flatMap(({ key, change }) => {
    const row: StoredRow = byKey.get(`${key.pk} ${key.sk}`) ?? {};
    return foldOf(row) < fold ? [{ ...changed(row, change), ...key, fold }] : [];
  });
  for (let start = 0; start < puts.length; start += PARALLEL_ROWS) {
    const some = puts.slice(start, start + PARALLEL_ROWS);
    await Promise.all(some.map((row) => putRow(row, table)));
  }
}

/** A counter that comes to nothing is left out: rows are paid for by their length. */
function changed(row: StoredRow, change: RowChange): StoredRow {
  const all = new Map(Object.entries(row));
  for (const [attribute, by] of change) {
    const sum = Number(all.get(attribute) ?? 0) + by;
    if (sum === 0) all.delete(attribute);
    else all.set(attribute, sum);
  }
  return Object.fromEntries(all);
}

/** Nothing but folding writes rows, and every folder of this fold writes the same. */
async function putRow(row: StoredRow & { readonly fold: number }, table: StatisticsTable) {
  await unlessRefused(
    table.client.send(
      new PutCommand({
        TableName: table.tableName,
        Item: row,
        ConditionExpression: 'attribute_not_exists(#fold) OR #fold < :fold',
        ExpressionAttributeNames: { '#fold': 'fold' },
        ExpressionAttributeValues: { ':fold': row.fold },
      }),
    ),
  );
}

/** False when somebody else has begun the next fold. */
const isBegun = (
  plan: FoldPlan,
  generation: Generation,
  table: StatisticsTable,
): Promise<boolean> =>
  unlessRefused(
    table.client.send(
      new PutCommand({
        TableName: table.tableName,
        Item: { ...planKey(generation), ...plan },
        ConditionExpression: 'attribute_not_exists(pk) OR (#fold = :last AND isDone = :done)',
        ExpressionAttributeNames: { '#fold': 'fold' },
        ExpressionAttributeValues: { ':last': plan.fold - 1, ':done': true },
      }),
    ),
  );

async function markDone(
  { fold }: FoldPlan,
  generation: Generation,
  table: StatisticsTable,
): Promise<void> {
  await unlessRefused(
    table.client.send(
      new UpdateCommand({
        TableName: table.tableName,
        Key: { ...planKey(generation) },
        UpdateExpression: 'SET isDone = :done',
        ConditionExpression: '#fold = :fold',
        ExpressionAttributeNames: { '#fold': 'fold' },
        ExpressionAttributeValues: { ':fold': fold, ':done': true },
      }),
    ),
  );
}

async function unlessRefused(writing: Promise<unknown>): Promise<boolean> {
  try {
    await writing;
    return true;
  } catch (thrown) {
    if (thrown instanceof ConditionalCheckFailedException) return false;
    throw thrown;
  }
}
