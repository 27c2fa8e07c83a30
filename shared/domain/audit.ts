import * as z from 'zod';
import { Actor } from './actor.ts';
import { AUDIT_KINDS } from './audit-kinds.ts';
import { Instant } from './case.ts';

export const AuditKind = z.enum(AUDIT_KINDS);

/** A change of the administration: who, when, of what, and what stood there before and after. */
export const AuditEntry = z.strictObject({
  at: Instant,
  by: Actor,
  kind: AuditKind,
  /** Which one: a subject, the id of a template, the number of a publication, a department. */
  of: z.string().min(1),
  /** Null: there was none. What is published whole is named by its number. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
