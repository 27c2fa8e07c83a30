import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { CalendarData } from '../../domain/business-calendar-data.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import {
  BUILT_IN_NUMBER,
  type NumberedCalendar,
  Publication,
} from '../../domain/published-calendar.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type {
  CalendarPublishing,
  CalendarStore,
  CalendarVersionConflict,
} from '../../ports/calendar-store.ts';
import { movingWrite } from './deadline-movings.ts';
import { transact, type Write } from './transact.ts';

const Current = z.object({ number: z.int().min(1) });
const PublicationRow = z.object({ publication: Publication });
const CalendarRow = z.object({ calendar: CalendarData });

/**
 * Published calendars in the `directory` table, a partition a jurisdiction: `current` says which one holds,
 * `version#<n>` who published it and why, `data#<n>` holds the calendar itself. It is some 12 KB, so that only those
 * read it who do not have it yet.
 */
export class DynamoDbCalendars implements CalendarStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#client = client;
    this.#tableName = tableName;
  }

  currentNumber(jurisdictionId: JurisdictionId): Promise<number> {
    return this.#currentNumber(jurisdictionId, false);
  }

  async current(jurisdictionId: JurisdictionId): Promise<NumberedCalendar | undefined> {
    return this.find(jurisdictionId, await this.#currentNumber(jurisdictionId, true));
  }

  async find(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<NumberedCalendar | undefined> {
    const item = await this.#get(jurisdictionId, dataSort(number));
    return item && { number, calendar: CalendarRow.parse(item).calendar };
  }

  async publication(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<Publication | undefined> {
    const item = await this.#get(jurisdictionId, versionSort(number));
    return item && PublicationRow.parse(item).publication;
  }

  async history(jurisdictionId: JurisdictionId): Promise<readonly Publication[]> {
    const publications: Publication[] = [];
    let next: Record<string, unknown> | undefined;
    do {
      const page = await this.#client.send(
        new QueryCommand({
          TableName: this.#tableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': partition(jurisdictionId), ':prefix': VERSION },
          ScanIndexForward: false,
          ConsistentRead: true,
          ExclusiveStartKey: next,
        }),
      );
      publications.push(
        ...(page.Items ?? []).map((item) => PublicationRow.parse(item).publication),
      );
      next = page.LastEvaluatedKey;
    } while (next !== undefined);
    return publications;
  }

  async publish(
    jurisdictionId: JurisdictionId,
    publishing: CalendarPublishing,
  ): Promise<Result<null, CalendarVersionConflict>> {
    const { moving } = publishing;
    const written = await transact(this.#client, [
      ...this.#writes(jurisdictionId, publishing),
      ...(moving === undefined ? [] : [movingWrite(this.#tableName, jurisdictionId, moving)]),
    ]);
    if (written.ok) return ok(null);
    const currentNumber = await this.#currentNumber(jurisdictionId, true);
    return err({ code: 'CALENDAR_VERSION_CONFLICT', currentNumber });
  }

  #writes(
    jurisdictionId: JurisdictionId,
    { publication, calendar }: CalendarPublishing,
  ): readonly Write[] {
    const { number } = publication;
    const put = (sk: string, members: object) => ({
      TableName: this.#tableName,
      Item: { pk: partition(jurisdictionId), sk, ...members },
    });
    const isNext =
      number === BUILT_IN_NUMBER + 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#number = :before',
            ExpressionAttributeNames: { '#number': 'number' },
            ExpressionAttributeValues: { ':before': number - 1 },
          };
    return [
      { Put: { ...put(CURRENT, { number }), ...isNext } },
      { Put: put(versionSort(number), { publication }) },
      { Put: put(dataSort(number), { calendar }) },
    ];
  }

  async #currentNumber(jurisdictionId: JurisdictionId, consistent: boolean): Promise<number> {
    const item = await this.#get(jurisdictionId, CURRENT, consistent);
    return item === undefined ? BUILT_IN_NUMBER : Current.parse(item).number;
  }

  async #get(jurisdictionId: JurisdictionId, sk: string, consistent = true) {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: { pk: partition(jurisdictionId), sk },
        ConsistentRead: consistent,
      }),
    );
    return Item;
  }
}

const CURRENT = 'current';
const VERSION = 'version#';

/** Keeps numbers in order as text: nobody publishes a million calendars. */
const digits = (number: number): string => String(number).padStart(6, '0');
const versionSort = (number: number): string => `${VERSION}${digits(number)}`;
const dataSort = (number: number): string => `data#${digits(number)}`;

const partition = (jurisdictionId: JurisdictionId): string => `${jurisdictionId}#calendar`;
