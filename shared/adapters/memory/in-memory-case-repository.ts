import type { Case, CaseId, Instant, JurisdictionId } from '../../domain/case.ts';
import type { CaseEvent } from '../../domain/case-events.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type {
  CaseChange,
  CaseExists,
  CaseRepository,
  NewCase,
  StoredCase,
  StoredDossier,
  StoredEvent,
  VersionConflict,
} from '../../ports/case-repository.ts';

/** All that is kept of a case. */
export interface KeptCase extends StoredDossier {
  readonly callerIndex: string | null;
  readonly atRiskAt: CaseChange['atRiskAt'];
}

/** Cases in a map. What goes in and comes out is a copy, as it would be with a database. */
export class InMemoryCaseRepository implements CaseRepository {
  readonly #kept = new Map<string, KeptCase>();

  /** For the lists and finders that share the store. */
  all(): readonly KeptCase[] {
    return structuredClone([...this.#kept.values()]);
  }

  find(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredCase | undefined> {
    const kept = this.#kept.get(keyOf({ jurisdictionId, caseId }));
    return Promise.resolve(kept === undefined ? undefined : storedOf(kept));
  }

  create(change: NewCase): Promise<Result<Case, CaseExists>> {
    const { next, event, sealedText, sealedPersonalData, wrappedKey, callerIndex } = change;
    const { wakeAt, atRiskAt, likeness } = change;
    // Looks and stores in one go: nobody else can come between.
    const kept = this.#kept.get(keyOf(next));
    if (kept === undefined) {
      const once = { sealedPersonalData, wrappedKey, callerIndex };
      const events = [{ event, sealedText }];
      this.#keep({ ...once, case: next, lastHash: event.hash, wakeAt, atRiskAt, likeness, events });
    } else if (kept.lastHash !== event.hash) {
      return Promise.resolve(err({ code: 'CASE_EXISTS', stored: storedOf(kept) }));
    }
    return Promise.resolve(ok(next));
  }

  save(change: CaseChange & { readonly current: Case }): Promise<Result<Case, VersionConflict>> {
    const { current, next, event, sealedText, wakeAt, atRiskAt } = change;
    const kept = this.#kept.get(keyOf(next));
    if (kept?.lastHash === event.hash) return Promise.resolve(ok(next));
    if (kept?.case.version !== current.version || !this.#targetStillStands(current, next)) {
      const currentVersion = kept?.case.version ?? 0;
      return Promise.resolve(err({ code: 'VERSION_CONFLICT', currentVersion }));
    }
    const events: StoredEvent[] = [...kept.events, { event, sealedText }];
    this.#keep({ ...kept, case: next, lastHash: event.hash, wakeAt, atRiskAt, events });
    return Promise.resolve(ok(next));
  }

  dossier(jurisdictionId: JurisdictionId, caseId: CaseId): Promise<StoredDossier | undefined> {
    const kept = this.#kept.get(keyOf({ jurisdictionId, caseId }));
    return Promise.resolve(kept && dossierOf(kept));
  }

  eventAt(
    jurisdictionId: JurisdictionId,
    caseId: CaseId,
    version: number,
  ): Promise<CaseEvent | undefined> {
    const kept = this.#kept.get(keyOf({ jurisdictionId, caseId }));
    return Promise.resolve(structuredClone(kept?.events[version - 1]?.event));
  }

  /** For the wake queue that shares the store. */
  rearm({ case: { version, ...current } }: StoredCase, wakeAt: Instant | null): void {
    const kept = this.#kept.get(keyOf(current));
    if (kept?.case.version === version) this.#keep({ ...kept, wakeAt });
  }

  #targetStillStands(current: Case, { jurisdictionId, mergedInto }: Case): boolean {
    if (mergedInto === null || mergedInto === current.mergedInto) return true;
    return this.#kept.get(keyOf({ jurisdictionId, caseId: mergedInto }))?.case.mergedInto === null;
  }

  #keep(kept: KeptCase): void {
    this.#kept.set(keyOf(kept.case), structuredClone(kept));
  }
}

const storedOf = (kept: KeptCase): StoredCase => {
  const { events: _, ...stored } = dossierOf(kept);
  return stored;
};

const dossierOf = (kept: KeptCase): StoredDossier => {
  const { callerIndex: _, atRiskAt: __, ...dossier } = structuredClone(kept);
  return dossier;
};

const keyOf = ({ jurisdictionId, caseId }: Pick<Case, 'jurisdictionId' | 'caseId'>): string =>
  `${jurisdictionId}/${caseId}`;
