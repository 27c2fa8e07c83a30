import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { CalendarData } from '../../domain/business-calendar-data.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import {
  calendarPublication,
  type NumberedCalendar,
  type Publication,
} from '../../domain/published-calendar.ts';
import { err, type Result } from '../../domain/result.ts';
import type {
  CalendarPublishing,
  CalendarStore,
  CalendarVersionConflict,
} from '../../ports/calendar-store.ts';
import { auditWrite } from './audit-items.ts';
import { movingWrite } from './deadline-movings.ts';
import { PublishedDocuments } from './published-documents.ts';

/** Published calendars, some 12 KB each. */
export class DynamoDbCalendars implements CalendarStore {
  readonly #tableName: string;
  readonly #published: PublishedDocuments<Publication, CalendarData>;

  constructor(client: DynamoDBDocumentClient, tableName: string) {
    this.#tableName = tableName;
    this.#published = new PublishedDocuments(client, tableName, {
      name: 'calendar',
      publication: calendarPublication,
      document: () => CalendarData,
    });
  }

  currentNumber(jurisdictionId: JurisdictionId): Promise<number> {
    return this.#published.currentNumber(jurisdictionId, false);
  }

  async current(jurisdictionId: JurisdictionId): Promise<NumberedCalendar | undefined> {
    return this.find(jurisdictionId, await this.#published.currentNumber(jurisdictionId, true));
  }

  async find(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<NumberedCalendar | undefined> {
    const calendar = await this.#published.find(jurisdictionId, number);
    return calendar && { number, calendar };
  }

  publication(jurisdictionId: JurisdictionId, number: number): Promise<Publication | undefined> {
    return this.#published.publication(jurisdictionId, number);
  }

  history(jurisdictionId: JurisdictionId): Promise<readonly Publication[]> {
    return this.#published.history(jurisdictionId);
  }

  async publish(
    jurisdictionId: JurisdictionId,
    { publication, calendar: document, moving, audit }: CalendarPublishing,
  ): Promise<Result<null, CalendarVersionConflict>> {
    const published = await this.#published.publish(jurisdictionId, {
      publication,
      document,
      with: [
        auditWrite(jurisdictionId, audit, this.#tableName),
        ...(moving === undefined ? [] : [movingWrite(this.#tableName, jurisdictionId, moving)]),
      ],
    });
    return published.ok
      ? published
      : err({ code: 'CALENDAR_VERSION_CONFLICT', ...published.error });
  }
}
