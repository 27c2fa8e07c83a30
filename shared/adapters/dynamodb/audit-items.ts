import type { AuditEntry } from '../../domain/audit.ts';
import type { AuditKind } from '../../domain/audit-kinds.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import type { Write } from './transact.ts';

export const auditPartition = (jurisdictionId: JurisdictionId, kind: AuditKind): string =>
  `${jurisdictionId}#audit#${kind}`;

export const auditItem = (jurisdictionId: JurisdictionId, entry: AuditEntry) => ({
  pk: auditPartition(jurisdictionId, entry.kind),
  sk: `${entry.at}#${entry.of}`,
  entry,
});

/** What a change writes beside itself, in its own transaction. Apart from the log's reader, whose schema most processes never need. */
export const auditWrite = (
  jurisdictionId: JurisdictionId,
  entry: AuditEntry,
  tableName: string,
): Write => ({ Put: { TableName: tableName, Item: auditItem(jurisdictionId, entry) } });
