import { AUDIT_KINDS, type AuditKind } from '../../shared/domain/audit-kinds.ts';

/** What of the audit is shown: in the address, so that it can be sent to a colleague. */
export interface AuditSearch {
  readonly kind?: AuditKind;
}

export function readAuditSearch({ kind }: Record<string, unknown>): AuditSearch {
  const known = AUDIT_KINDS.find((one) => one === kind);
  return known === undefined ? {} : { kind: known };
}
