import type { Case, CaseId, Instant, JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { Result } from '../domain/result.ts';

/** A case as it will be, and the fact that made it so. They are stored together or not at all. */
export interface CaseChange {
  /** The case the decision was made on; undefined for a new one. */
  readonly current: Case | undefined;
  readonly next: Case;
  readonly event: CaseEvent;
  /** Free text that came with the action, sealed with the case's key. Lies beside the event, not in it. */
  readonly sealedText: string | null;
  /** By when time itself has to look at the case again (ports/wake-queue.ts); null when it need not. */
  readonly wakeAt: Instant | null;
  /** Fingerprint of the citizen's words, written once and carried along (ports/case-places.ts). */
  readonly likeness: string | null;
  /** From when the running clock of each list that holds the case is at risk, by the list's owner (domain/worklist.ts). */
  readonly atRiskAt: Readonly<Partial<Record<DepartmentCode | 'desk', Instant>>>;
}

/** A new case with what is written once. */
export interface NewCase extends CaseChange {
  readonly current: undefined;
  /** Sealed JSON of the personal data. */
  readonly sealedPersonalData: string;
  /** The case's data key, wrapped by the key service. */
  readonly wrappedKey: string;
  /** Blind index of the caller's phone; null when there is none. */
  readonly callerIndex: string | null;
}

export interface StoredCase {
  readonly case: Case;
  readonly lastHash: string;
  readonly wakeAt: Instant | null;
  readonly likeness: string | null;
  readonly wrappedKey: string;
  readonly sealedPersonalData: string;
}

export interface StoredEvent {
  readonly event: CaseEvent;
  readonly sealedText: string | null;
}

/** Everything about one case. */
export interface StoredDossier extends StoredCase {
  readonly events: readonly StoredEvent[];
}

export interface CaseExists {
  readonly code: 'CASE_EXISTS';
  readonly stored: StoredCase;
}
export interface VersionConflict {
  readonly code: 'VERSION_CONFLICT';
  readonly currentVersion: number;
}

/** Finds and saves; decides nothing. Reads see every write that was acknowledged before them. */
export interface CaseRepository {
  find(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredCase | undefined>;
  /** Stores a new case; when the id is taken, answers with the case that has it and stores nothing. */
  create(change: NewCase): Promise<Result<Case, CaseExists>>;
  /**
   * Stores the change only if the case is still the version that it was decided on (`current.version`), and, where it
   * is merged, only if the other case is there and not itself merged.
   */
  save(change: CaseChange & { readonly current: Case }): Promise<Result<Case, VersionConflict>>;
  /** The case with its whole history, oldest event first. */
  dossier(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredDossier | undefined>;
  /** One event, to recognise a repeated request. */
  eventAt(
    jurisdictionId: JurisdictionId,
    caseId: CaseId,
    version: number,
  ): Promise<CaseEvent | undefined>;
}
