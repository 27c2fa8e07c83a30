import type { AuditEntry } from '../domain/audit.ts';
import type { AuditKind } from '../domain/audit-kinds.ts';
import type { JurisdictionId } from '../domain/case.ts';

export interface PlacedEntry {
  readonly entry: AuditEntry;
  /** Where it stands in the list of its kind. */
  readonly place: string;
}

/** Changes of the administration. Each is stored with the change itself, by the store that it is of, where that can be. */
export interface AuditLog {
  /** Latest first, as many as asked for, those before `before` only. */
  list(question: {
    readonly jurisdictionId: JurisdictionId;
    readonly kind: AuditKind;
    readonly limit: number;
    readonly before?: string | undefined;
  }): Promise<readonly PlacedEntry[]>;
}

/** For changes of what lies in another service, which no transaction reaches. */
export interface AuditNotes {
  /** The same instant, kind and thing once more change nothing. */
  note(jurisdictionId: JurisdictionId, entry: AuditEntry): Promise<void>;
}
