import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { WorklistPage, WorklistQuestion, Worklists } from '../../ports/worklists.ts';
import { type Shards, worklistPartitions } from './case-keys.ts';
import { WorklistRowItem } from './worklist-row.ts';

interface Table {
  readonly tableName: string;
  readonly shards?: Shards;
}

/** Lists from the `worklist` index. The desk's is spread over shards, which are read side by side and merged. */
export class DynamoDbWorklists implements Worklists {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: Table;

  constructor(client: DynamoDBDocumentClient, table: Table) {
    this.#client = client;
    this.#table = table;
  }

  async list(question: WorklistQuestion): Promise<WorklistPage> {
    const partitions = worklistPartitions(question, this.#table.shards);
    const found = await Promise.all(partitions.map((wpk) => this.#page(wpk, question)));
    const sorted = found.flat().sort((a, b) => (a.wsk < b.wsk ? -1 : 1));
    const page = sorted.slice(0, question.limit);
    const last = page.at(-1)?.wsk;
    return {
      rows: page.map(({ row }) => row),
      next: sorted.length > question.limit ? last?.slice(question.status.length + 1) : undefined,
    };
  }

  /** One more than asked for tells whether there is a next page. */
  async #page(wpk: string, { status, limit, after, dueBefore }: WorklistQuestion) {
    // A space sorts before everything that can follow the last key, and the key itself is left out.
    const from = after === undefined ? `${status}#` : `${status}#${after} `;
    const to = `${status}#${dueBefore ?? '~'}`;
    // DynamoDB takes a range that ends before it begins for a mistake; it is an empty one.
    if (to < from) return [];
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#table.tableName,
        IndexName: 'worklist',
        KeyConditionExpression: 'wpk = :wpk AND wsk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':wpk': wpk,
          ':from': from,
          ':to': to,
        },
        Limit: limit + 1,
      }),
    );
    return (answer.Items ?? []).map((item) => WorklistRowItem.parse(item));
  }
}
