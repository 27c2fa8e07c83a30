import type { AuditEntry } from '../../domain/audit.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import type { AuditLog, AuditNotes, PlacedEntry } from '../../ports/audit-log.ts';

/** Shared by the stores whose changes it tells of. */
export class InMemoryAuditLog implements AuditLog, AuditNotes {
  readonly #entries: (PlacedEntry & { readonly jurisdictionId: JurisdictionId })[] = [];

  add(jurisdictionId: JurisdictionId, entry: AuditEntry): void {
    const place = `${entry.at}#${entry.of}`;
    this.#entries.push(structuredClone({ jurisdictionId, entry, place }));
  }

  note(jurisdictionId: JurisdictionId, entry: AuditEntry): Promise<void> {
    const place = `${entry.at}#${entry.of}`;
    const isThere = this.#entries.some(
      (one) =>
        one.jurisdictionId === jurisdictionId &&
        one.entry.kind === entry.kind &&
        one.place === place,
    );
    if (!isThere) this.add(jurisdictionId, entry);
    return Promise.resolve();
  }

  list({ jurisdictionId, kind, limit, before = '~' }: Parameters<AuditLog['list']>[0]) {
    const found = this.#entries
      .filter((one) => one.jurisdictionId === jurisdictionId && one.entry.kind === kind)
      .filter(({ place }) => place < before)
      .sort((a, b) => (a.place < b.place ? 1 : -1))
      .slice(0, limit)
      .map(({ entry, place }) => ({ entry, place }));
    return Promise.resolve(structuredClone(found));
  }
}
