import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CountedCases, CountedQuestion, ListedCase } from '../../ports/statistics.ts';
import { batchGet } from './batch-get.ts';
import { caseIdAt, countedKey, LIST_SHARDS, listPartition } from './statistics-keys.ts';
import { readGenerations } from './statistics-ledger.ts';
import type { StatisticsTable } from './statistics-table.ts';
import { readNote } from './statistics-notes.ts';

/** Before every place: those begin with a year. */
const FIRST = ' ';
/** Queries under way at once: ten years of months are 480 partitions. */
const PARALLEL = 24;

const Row = z.object({ sk: z.string() });

/** Reads which cases count in some months: the lists of all shards side by side, then what each case counts for. */
export class DynamoDbCountedCases implements CountedCases {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: StatisticsTable;

  constructor(table: StatisticsTable) {
    this.#client = table.client;
    this.#table = table;
  }

  async list({ jurisdictionId, months, after, limit }: CountedQuestion) {
    const { inUse: number } = await readGenerations(jurisdictionId, this.#table);
    const generation = { jurisdictionId, number };
    const shards = Array.from({ length: this.#table.listShards ?? LIST_SHARDS }, (_, n) => n);
    const partitions = months.flatMap((month) =>
      shards.map((shard) => listPartition(generation, { month, shard })),
    );
    const { places, next } = await this.#places(partitions, { after: after ?? FIRST, limit });
    const keys = places.map((place) => countedKey(generation, caseIdAt(place)));
    const { client, tableName } = this.#table;
    const items = await batchGet(keys, { client, tableName, consistent: false });
    const notes = new Map(items.map(readNote));
    const cases = places.map((place): ListedCase => {
      const caseId = caseIdAt(place);
      return { caseId, place, contributions: notes.get(caseId)?.contributions ?? [] };
    });
    return { cases, next };
  }

  /** The first so many of all partitions; a case of several months stands in several. */
  async #places(partitions: readonly string[], page: { after: string; limit: number }) {
    const found: string[] = [];
    for (let start = 0; start < partitions.length; start += PARALLEL) {
      const some = partitions.slice(start, start + PARALLEL);
      found.push(...(await Promise.all(some.map((pk) => this.#partition(pk, page)))).flat());
    }
    const sorted = [...new Set(found)].sort();
    const places = sorted.slice(0, page.limit);
    return { places, next: sorted.length > page.limit ? places.at(-1) : undefined };
  }

  /** One more than asked for tells whether there is a next page. */
  async #partition(pk: string, { after, limit }: { after: string; limit: number }) {
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#table.tableName,
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': pk, ':after': after },
        Limit: limit + 1,
      }),
    );
    return (answer.Items ?? []).map((item) => Row.parse(item).sk);
  }
}
