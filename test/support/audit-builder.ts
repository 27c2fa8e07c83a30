import type { AuditEntry } from '../../shared/domain/audit.ts';
import type { AuditKind } from '../../shared/domain/audit-kinds.ts';
import { anActor } from './case-builder.ts';

/** What is said of a change, where the change itself is of interest. */
export const anAuditEntry = (kind: AuditKind, at = '2026-11-30T02:00:00.000Z'): AuditEntry => ({
  ...{ at, by: anActor('admin'), kind, of: 'x' },
  before: null,
  after: {},
});
