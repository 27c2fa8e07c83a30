import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { JurisdictionId } from '../../domain/case.ts';
import { Department } from '../../domain/department.ts';
import {
  BUNDLED_LIST,
  type ListPublication,
  listPublication,
  type NumberedList,
} from '../../domain/published-list.ts';
import { err, type Result } from '../../domain/result.ts';
import { Service } from '../../domain/service-catalog.ts';
import type {
  DirectoryLists,
  ListPublishing,
  ListStore,
  ListVersionConflict,
} from '../../ports/list-store.ts';
import { auditWrite } from './audit-items.ts';
import { PublishedDocuments } from './published-documents.ts';

/** A published list of the directory. A request holds 256 KB at most, so it fits into one item of 400 KB. */
class DynamoDbList<Row> implements ListStore<Row> {
  readonly #tableName: string;
  readonly #published: PublishedDocuments<ListPublication, Row[]>;

  constructor(
    client: DynamoDBDocumentClient,
    tableName: string,
    kind: { readonly name: string; readonly row: z.ZodType<Row> },
  ) {
    this.#tableName = tableName;
    this.#published = new PublishedDocuments(client, tableName, {
      name: kind.name,
      publication: listPublication,
      document: () => z.array(kind.row),
    });
  }

  currentNumber(jurisdictionId: JurisdictionId): Promise<number> {
    return this.#published.currentNumber(jurisdictionId, false);
  }

  async current(jurisdictionId: JurisdictionId): Promise<NumberedList<Row> | undefined> {
    const number = await this.#published.currentNumber(jurisdictionId, true);
    return number === BUNDLED_LIST ? undefined : this.find(jurisdictionId, number);
  }

  async find(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<NumberedList<Row> | undefined> {
    const rows = await this.#published.find(jurisdictionId, number);
    return rows && { number, rows };
  }

  publication(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<ListPublication | undefined> {
    return this.#published.publication(jurisdictionId, number);
  }

  history(jurisdictionId: JurisdictionId): Promise<readonly ListPublication[]> {
    return this.#published.history(jurisdictionId);
  }

  async publish(
    jurisdictionId: JurisdictionId,
    { publication, rows, audit }: ListPublishing<Row>,
  ): Promise<Result<null, ListVersionConflict>> {
    const published = await this.#published.publish(jurisdictionId, {
      publication,
      document: [...rows],
      with: audit.map((entry) => auditWrite(jurisdictionId, entry, this.#tableName)),
    });
    return published.ok
      ? published
      : err({ code: 'DIRECTORY_VERSION_CONFLICT', ...published.error });
  }
}

/** The lists of the `directory` table, in partitions `<jurisdiction>#list-departments` and `<jurisdiction>#list-services`. */
export const dynamoDbLists = (
  client: DynamoDBDocumentClient,
  tableName: string,
): DirectoryLists => ({
  departments: new DynamoDbList(client, tableName, { name: 'list-departments', row: Department }),
  services: new DynamoDbList(client, tableName, { name: 'list-services', row: Service }),
});
