import type { StoredTemplate } from '../domain/answer-template.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Result } from '../domain/result.ts';

export interface TemplateVersionConflict {
  readonly code: 'TEMPLATE_VERSION_CONFLICT';
  readonly currentVersion: number;
}

/** Templates that were written or changed here; those that came with the system are not in it. */
export interface TemplateStore {
  list(jurisdictionId: JurisdictionId): Promise<readonly StoredTemplate[]>;
  /** Sees every save before it. */
  find(jurisdictionId: JurisdictionId, templateId: string): Promise<StoredTemplate | undefined>;
  /** Stores a version and what is said of it, only on the version before (0 where none is stored). */
  save(
    jurisdictionId: JurisdictionId,
    stored: StoredTemplate,
    audit: AuditEntry,
  ): Promise<Result<null, TemplateVersionConflict>>;
}
