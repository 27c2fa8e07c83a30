import * as z from 'zod';
import { Actor } from './actor.ts';
import { Instant } from './case.ts';

/** What administrators change one by one. Rules and calendars are published with a history of their own. */
export const AUDIT_KINDS = ['staff', 'template'] as const;
export const AuditKind = z.enum(AUDIT_KINDS);
export type AuditKind = z.infer<typeof AuditKind>;

/** A change of the administration: who, when, of what, and what stood there before and after. */
export const AuditEntry = z.strictObject({
  at: Instant,
  by: Actor,
  kind: AuditKind,
  /** Which one: a subject, the id of a template. */
  of: z.string().min(1),
  /** Null: there was none. */
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
