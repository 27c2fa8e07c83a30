import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
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
import { putRows } from './batch-write.ts';
import {
  FOLD_AT_BYTES,
  FOLD_AT_ENTRIES,
  foldJournal,
  type JournalSize,
  sizeOf,
} from './statistics-folding.ts';
import { readEntries } from './statistics-journal.ts';
import { countedKey, generationsKey, JOURNAL_SHARDS, LIST_SHARDS } from './statistics-keys.ts';
import { readNote } from './statistics-notes.ts';
import type { StatisticsTable } from './statistics-table.ts';
import { countingTransactions, isConflict, listingsOf } from './statistics-transactions.ts';

/** The note of what is counted of each case, and the journal of what that changes, written in one transaction. */
export class DynamoDbStatisticsLedger implements StatisticsLedger {
  readonly #table: StatisticsTable;
  readonly #foldAtBytes: number;
  /** What this process knows of the journal of a generation; others may have put more into it. */
  readonly #journals = new Map<string, JournalSize>();

  constructor(table: StatisticsTable) {
    this.#table = table;
    this.#foldAtBytes = table.foldAtBytes ?? FOLD_AT_BYTES;
  }

  async generations(jurisdictionId: JurisdictionId): Promise<readonly Generation[]> {
    const current = await readGenerations(jurisdictionId, this.#table);
    return countedGenerations(current).map((number) => ({ jurisdictionId, number }));
  }

  async counted(
    generation: Generation,
    caseIds: readonly CaseId[],
  ): Promise<ReadonlyMap<CaseId, CountedCase>> {
    const keys = caseIds.map((caseId) => countedKey(generation, caseId));
    return new Map((await batchGet(keys, { ...this.#table, consistent: true })).map(readNote));
  }

  async count(
    generation: Generation,
    steps: readonly CountingStep[],
  ): Promise<Result<null, CountingConflict>> {
    const {
      client,
      tableName,
      journalShards = JOURNAL_SHARDS,
      listShards = LIST_SHARDS,
    } = this.#table;
    const target = { generation, tableName, journalShards, listShards };
    // Before they count: a case that is listed and counts for nothing yet is passed over, and to list it again costs nothing new.
    await putRows(listingsOf(steps, target), this.#table);
    for (const { items, bytes } of countingTransactions(steps, target)) {
      try {
        await client.send(new TransactWriteCommand({ TransactItems: [...items] }));
      } catch (thrown) {
        if (isConflict(thrown)) return err({ code: 'COUNTING_CONFLICT' });
        throw thrown;
      }
      await this.#foldWhenLong(generation, bytes);
    }
    return ok(null);
  }

  /** A process that has just begun looks how long the journal is; from then on it knows what it adds. */
  async #foldWhenLong(generation: Generation, bytes: number): Promise<void> {
    const name = `${generation.jurisdictionId}#${generation.number}`;
    const known = this.#journals.get(name);
    const now =
      known === undefined
        ? sizeOf(await readEntries(generation, this.#table))
        : { entries: known.entries + 1, bytes: known.bytes + bytes };
    const isLong = now.bytes >= this.#foldAtBytes || now.entries >= FOLD_AT_ENTRIES;
    this.#journals.set(name, isLong ? await foldJournal(generation, this.#table) : now);
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
