import type { StoredTemplate } from '../../domain/answer-template.ts';
import type { AuditEntry } from '../../domain/audit.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { TemplateStore, TemplateVersionConflict } from '../../ports/template-store.ts';
import type { InMemoryAuditLog } from './in-memory-audit-log.ts';

export class InMemoryTemplates implements TemplateStore {
  readonly #stored = new Map<string, Map<string, StoredTemplate>>();
  readonly #log: InMemoryAuditLog;

  constructor(log: InMemoryAuditLog) {
    this.#log = log;
  }

  list(jurisdictionId: JurisdictionId): Promise<readonly StoredTemplate[]> {
    const sorted = [...this.#of(jurisdictionId)].sort(([a], [b]) => (a < b ? -1 : 1));
    return Promise.resolve(structuredClone(sorted.map(([, stored]) => stored)));
  }

  find(jurisdictionId: JurisdictionId, templateId: string): Promise<StoredTemplate | undefined> {
    return Promise.resolve(structuredClone(this.#of(jurisdictionId).get(templateId)));
  }

  save(
    jurisdictionId: JurisdictionId,
    stored: StoredTemplate,
    audit: AuditEntry,
  ): Promise<Result<null, TemplateVersionConflict>> {
    const { templateId } = stored.template;
    const currentVersion = this.#of(jurisdictionId).get(templateId)?.version ?? 0;
    if (stored.version !== currentVersion + 1) {
      return Promise.resolve(err({ code: 'TEMPLATE_VERSION_CONFLICT', currentVersion }));
    }
    this.#of(jurisdictionId).set(templateId, structuredClone(stored));
    this.#log.add(jurisdictionId, audit);
    return Promise.resolve(ok(null));
  }

  #of(jurisdictionId: JurisdictionId): Map<string, StoredTemplate> {
    const found = this.#stored.get(jurisdictionId) ?? new Map<string, StoredTemplate>();
    this.#stored.set(jurisdictionId, found);
    return found;
  }
}
