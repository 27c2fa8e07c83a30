import type { JurisdictionId } from '../../domain/case.ts';
import type { Department } from '../../domain/department.ts';
import {
  BUNDLED_LIST,
  type ListPublication,
  type NumberedList,
} from '../../domain/published-list.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Service } from '../../domain/service-catalog.ts';
import type {
  DirectoryLists,
  ListPublishing,
  ListStore,
  ListVersionConflict,
} from '../../ports/list-store.ts';
import { InMemoryAuditLog } from './in-memory-audit-log.ts';

/** A list that lasts as long as the process. */
class InMemoryList<Row> implements ListStore<Row> {
  readonly #published = new Map<string, ListPublishing<Row>[]>();
  readonly #log: InMemoryAuditLog;

  constructor(log: InMemoryAuditLog) {
    this.#log = log;
  }

  currentNumber(jurisdictionId: JurisdictionId): Promise<number> {
    return Promise.resolve(this.#numberOf(jurisdictionId));
  }

  current(jurisdictionId: JurisdictionId): Promise<NumberedList<Row> | undefined> {
    return this.find(jurisdictionId, this.#numberOf(jurisdictionId));
  }

  find(jurisdictionId: JurisdictionId, number: number): Promise<NumberedList<Row> | undefined> {
    const found = this.#of(jurisdictionId)[number - 1];
    return Promise.resolve(found && structuredClone({ number, rows: found.rows }));
  }

  publication(
    jurisdictionId: JurisdictionId,
    number: number,
  ): Promise<ListPublication | undefined> {
    return Promise.resolve(structuredClone(this.#of(jurisdictionId)[number - 1]?.publication));
  }

  history(jurisdictionId: JurisdictionId): Promise<readonly ListPublication[]> {
    const all = this.#of(jurisdictionId).map(({ publication }) => publication);
    return Promise.resolve(structuredClone(all).reverse());
  }

  publish(
    jurisdictionId: JurisdictionId,
    publishing: ListPublishing<Row>,
  ): Promise<Result<null, ListVersionConflict>> {
    const currentNumber = this.#numberOf(jurisdictionId);
    if (publishing.publication.number !== currentNumber + 1) {
      return Promise.resolve(err({ code: 'DIRECTORY_VERSION_CONFLICT', currentNumber }));
    }
    for (const entry of publishing.audit) this.#log.add(jurisdictionId, entry);
    this.#published.set(jurisdictionId, [...this.#of(jurisdictionId), structuredClone(publishing)]);
    return Promise.resolve(ok(null));
  }

  #numberOf(jurisdictionId: JurisdictionId): number {
    return this.#of(jurisdictionId).at(-1)?.publication.number ?? BUNDLED_LIST;
  }

  #of(jurisdictionId: JurisdictionId): readonly ListPublishing<Row>[] {
    return this.#published.get(jurisdictionId) ?? [];
  }
}

export const inMemoryLists = (log = new InMemoryAuditLog()): DirectoryLists => ({
  departments: new InMemoryList<Department>(log),
  services: new InMemoryList<Service>(log),
});
