import type { AuditEntry } from '../domain/audit.ts';
import { AUDIT_KINDS, type AuditKind } from '../domain/audit-kinds.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { AuditLog } from '../ports/audit-log.ts';

export type ListAudit = (question: {
  readonly jurisdictionId: JurisdictionId;
  /** Left out: all. */
  readonly kind?: AuditKind | undefined;
  readonly limit: number;
  readonly before?: string | undefined;
}) => Promise<{ readonly entries: readonly AuditEntry[]; readonly next: string | null }>;

/** What was changed in the administration, latest first, with what stood there before and after. */
export const createListAudit =
  ({ audit }: { readonly audit: AuditLog }): ListAudit =>
  async ({ jurisdictionId, kind, limit, before }) => {
    const kinds = kind === undefined ? AUDIT_KINDS : [kind];
    // One more than asked for tells whether there is a next page.
    const question = { jurisdictionId, limit: limit + 1, before };
    const found = await Promise.all(kinds.map((one) => audit.list({ ...question, kind: one })));
    const all = found.flat().sort((a, b) => (a.place < b.place ? 1 : -1));
    const page = all.slice(0, limit);
    return {
      entries: page.map(({ entry }) => entry),
      next: all.length > limit ? (page.at(-1)?.place ?? null) : null,
    };
  };
