import type { AuditEntry } from '../domain/audit.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Department } from '../domain/department.ts';
import type { ListPublication, NumberedList } from '../domain/published-list.ts';
import type { Result } from '../domain/result.ts';
import type { Service } from '../domain/service-catalog.ts';

export interface ListVersionConflict {
  readonly code: 'DIRECTORY_VERSION_CONFLICT';
  readonly currentNumber: number;
}

export interface ListPublishing<Row> {
  readonly publication: ListPublication;
  readonly rows: readonly Row[];
  /** One a row that came or changed; stored with it or not at all. */
  readonly audit: readonly AuditEntry[];
}

/** A list that a jurisdiction has published, in its order. Before the first the bundled one holds (number 0). */
export interface ListStore<Row> {
  /** Number of the list that holds now; 0 while none was published. Cheap, and may lag behind by a moment. */
  currentNumber(jurisdictionId: JurisdictionId): Promise<number>;
  /** The list that holds now; undefined while none was published. Sees every publication that was acknowledged. */
  current(jurisdictionId: JurisdictionId): Promise<NumberedList<Row> | undefined>;
  /** A list as it was published; undefined for a number that was not. Sees what `currentNumber` has told of. */
  find(jurisdictionId: JurisdictionId, number: number): Promise<NumberedList<Row> | undefined>;
  publication(jurisdictionId: JurisdictionId, number: number): Promise<ListPublication | undefined>;
  /** Newest first. */
  history(jurisdictionId: JurisdictionId): Promise<readonly ListPublication[]>;
  /** Publishes only on the list that it was decided on: the one before it in number. */
  publish(
    jurisdictionId: JurisdictionId,
    publishing: ListPublishing<Row>,
  ): Promise<Result<null, ListVersionConflict>>;
}

/** Whom a jurisdiction has and what it handles. */
export interface DirectoryLists {
  readonly departments: ListStore<Department>;
  readonly services: ListStore<Service>;
}
