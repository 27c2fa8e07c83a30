import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type {
  CasePlaces,
  CountQuestion,
  FollowersPage,
  FollowersQuestion,
  NearQuestion,
  PlacedCase,
  ReceivedPage,
  ReceivedQuestion,
} from '../../ports/case-places.ts';
import { idsOf } from './case-items.ts';
import {
  DEFAULT_SHARDS,
  followPartition,
  placePartitions,
  placeTime,
  receivedAtOf,
  type Shards,
} from './case-keys.ts';

const Row = z.object({
  pk: z.string(),
  lsk: z.string(),
  lk: z.instanceof(Uint8Array).optional(),
});

/** Heads in the `place` index, which holds the fingerprint of their words beside the keys. */
export class DynamoDbCasePlaces implements CasePlaces {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #shards: Shards;

  constructor(
    client: DynamoDBDocumentClient,
    {
      tableName,
      shards = DEFAULT_SHARDS,
    }: { readonly tableName: string; readonly shards?: Shards },
  ) {
    this.#client = client;
    this.#tableName = tableName;
    this.#shards = shards;
  }

  async near({ jurisdictionId, areaCode, since, limit }: NearQuestion) {
    const partitions = placePartitions({ jurisdictionId, areaCode }, this.#shards);
    const pages = await Promise.all(
      partitions.map(async (lpk) => {
        const values = { ':lpk': lpk, ':since': placeTime(since) };
        const { Items: items } = await this.#query('lpk = :lpk AND lsk >= :since', values, limit);
        return (items ?? []).map(placed);
      }),
    );
    return pages
      .flat()
      .sort((a, b) => (a.receivedAt > b.receivedAt ? -1 : 1))
      .slice(0, limit);
  }

  /** Each partition gives a page, and the first rows of them all are the page: whatever comes later comes again. */
  async received(question: ReceivedQuestion): Promise<ReceivedPage> {
    const { jurisdictionId, areaCode, from, until, limit, after } = question;
    const partitions = placePartitions({ jurisdictionId, areaCode }, this.#shards);
    const pages = await Promise.all(
      partitions.map(async (lpk) => {
        // `~` stands behind every id: a page goes on behind the last row of the one before.
        const start = after === undefined ? placeTime(from) : `${after}~`;
        const values = { ':lpk': lpk, ':from': start, ':until': placeTime(until) };
        const condition = 'lpk = :lpk AND lsk BETWEEN :from AND :until';
        const { Items: items = [], LastEvaluatedKey: last } = await this.#client.send(
          this.#command(condition, values, { limit, newestFirst: false }),
        );
        return { rows: items.map((item) => Row.parse(item)), more: last !== undefined };
      }),
    );
    const rows = pages.flatMap((page) => page.rows).toSorted((a, b) => (a.lsk > b.lsk ? 1 : -1));
    const cases = rows.slice(0, limit);
    const more = rows.length > limit || pages.some((page) => page.more);
    return { cases: cases.map(placed), next: more ? cases.at(-1)?.lsk : undefined };
  }

  async followers(question: FollowersQuestion): Promise<FollowersPage> {
    const { jurisdictionId, of, limit, after } = question;
    const values = { ':lpk': followPartition(jurisdictionId, of), ':after': after ?? '~' };
    const { Items: items = [], LastEvaluatedKey: last } = await this.#query(
      'lpk = :lpk AND lsk < :after',
      values,
      limit,
    );
    const rows = items.map((item) => Row.parse(item));
    return {
      followers: rows.map(placed),
      next: last === undefined ? undefined : rows.at(-1)?.lsk,
    };
  }

  async countFollowers({ jurisdictionId, of, upTo }: CountQuestion) {
    let count = 0;
    let start: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#tableName,
          IndexName: 'place',
          KeyConditionExpression: 'lpk = :lpk',
          ExpressionAttributeValues: { ':lpk': followPartition(jurisdictionId, of) },
          Select: 'COUNT',
          ExclusiveStartKey: start,
          Limit: upTo,
        }),
      );
      count += page.Count ?? 0;
      start = page.LastEvaluatedKey;
    } while (start !== undefined && count < (upTo ?? Infinity));
    return count;
  }

  #query(condition: string, values: Record<string, string>, limit: number) {
    return this.#client.send(this.#command(condition, values, { limit, newestFirst: true }));
  }

  #command(
    condition: string,
    values: Record<string, string>,
    { limit, newestFirst }: { readonly limit: number; readonly newestFirst: boolean },
  ): QueryCommand {
    return new QueryCommand({
      TableName: this.#tableName,
      IndexName: 'place',
      KeyConditionExpression: condition,
      ExpressionAttributeValues: values,
      ScanIndexForward: !newestFirst,
      Limit: limit,
    });
  }
}

function placed(item: unknown): PlacedCase {
  const { pk, lsk, lk } = Row.parse(item);
  return {
    caseId: idsOf({ pk }).caseId,
    receivedAt: receivedAtOf(lsk),
    likeness: lk === undefined ? null : Buffer.from(lk).toString('base64url'),
  };
}
