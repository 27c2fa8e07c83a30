import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { transact, type Write } from './transact.ts';

const Current = z.object({ number: z.int().min(1) });
/** Before the first publication what is bundled with the code holds. */
const NOTHING_PUBLISHED = 0;

export interface DocumentKind<P, D> {
  /** End of the partition key and name of the attribute: `calendar`, `rules`. */
  readonly name: string;
  /** Made when something of the kind is read: most processes start, and work, without. */
  readonly publication: () => z.ZodType<P>;
  readonly document: () => z.ZodType<D>;
}

/**
 * What a jurisdiction publishes with history, in the `directory` table, a partition a jurisdiction and kind: `current` says
 * which one holds, `version#<n>` who published it and why, `data#<n>` holds the document itself. It may be large,
 * so that only those read it who do not have it yet.
 */
export class PublishedDocuments<P extends { readonly number: number }, D> {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #kind: DocumentKind<P, D>;

  constructor(client: DynamoDBDocumentClient, tableName: string, kind: DocumentKind<P, D>) {
    this.#client = client;
    this.#tableName = tableName;
    this.#kind = kind;
  }

  async currentNumber(jurisdictionId: JurisdictionId, consistent: boolean): Promise<number> {
    const item = await this.#get(jurisdictionId, CURRENT, consistent);
    return item === undefined ? NOTHING_PUBLISHED : Current.parse(item).number;
  }

  async find(jurisdictionId: JurisdictionId, number: number): Promise<D | undefined> {
    const item = await this.#get(jurisdictionId, dataSort(number));
    return item && this.#kind.document().parse(item[this.#kind.name]);
  }

  async publication(jurisdictionId: JurisdictionId, number: number): Promise<P | undefined> {
    const item = await this.#get(jurisdictionId, versionSort(number));
    return item && this.#kind.publication().parse(item['publication']);
  }

  /** Newest first. */
  async history(jurisdictionId: JurisdictionId): Promise<readonly P[]> {
    const publications: P[] = [];
    const schema = this.#kind.publication();
    let next: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#tableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': this.#partition(jurisdictionId), ':prefix': VERSION },
          ScanIndexForward: false,
          ConsistentRead: true,
          ExclusiveStartKey: next,
        }),
      );
      publications.push(...(page.Items ?? []).map((item) => schema.parse(item['publication'])));
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
    return publications;
  }

  /** Publishes only on the one that it was decided on; what belongs to it (`with`) is stored with it or not at all. */
  async publish(
    jurisdictionId: JurisdictionId,
    publishing: { readonly publication: P; readonly document: D; readonly with?: readonly Write[] },
  ): Promise<Result<null, { readonly currentNumber: number }>> {
    const { publication, document, with: others = [] } = publishing;
    const written = await transact(this.#client, [
      ...this.#writes(jurisdictionId, { publication, document }),
      ...others,
    ]);
    if (written.ok) return ok(null);
    return err({ currentNumber: await this.currentNumber(jurisdictionId, true) });
  }

  #writes(
    jurisdictionId: JurisdictionId,
    { publication, document }: { readonly publication: P; readonly document: D },
  ): readonly Write[] {
    const { number } = publication;
    const put = (sk: string, members: object) => ({
      TableName: this.#tableName,
      Item: { pk: this.#partition(jurisdictionId), sk, ...members },
    });
    const isNext =
      number === NOTHING_PUBLISHED + 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#number = :before',
            ExpressionAttributeNames: { '#number': 'number' },
            ExpressionAttributeValues: { ':before': number - 1 },
          };
    return [
      { Put: { ...put(CURRENT, { number }), ...isNext } },
      { Put: put(versionSort(number), { publication }) },
      { Put: put(dataSort(number), { [this.#kind.name]: document }) },
    ];
  }

  async #get(jurisdictionId: JurisdictionId, sk: string, consistent = true) {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { pk: this.#partition(jurisdictionId), sk },
        ConsistentRead: consistent,
      }),
    );
    return Item;
  }

  #partition(jurisdictionId: JurisdictionId): string {
    return `${jurisdictionId}#${this.#kind.name}`;
  }
}

const CURRENT = 'current';
const VERSION = 'version#';

/** Keeps numbers in order as text: nobody publishes a million times. */
const digits = (number: number): string => String(number).padStart(6, '0');
const versionSort = (number: number): string => `${VERSION}${digits(number)}`;
const dataSort = (number: number): string => `data#${digits(number)}`;
