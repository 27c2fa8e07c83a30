import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type {
  CasePlaces,
  CountQuestion,
  FollowersPage,
  FollowersQuestion,
  NearQuestion,
  PlacedCase,
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
    return this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: 'place',
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
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
