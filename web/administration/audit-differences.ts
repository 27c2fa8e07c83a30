import type { Schemas } from '../platform/api.ts';

export type AuditEntry = Schemas['AuditBody']['entries'][number];

export interface Difference {
  readonly field: string;
  /** Undefined: there was no such thing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What a change touched, field by field, in the order in which the fields stand; what stayed as it was is left out. */
export function differencesOf({
  before,
  after,
}: Pick<AuditEntry, 'before' | 'after'>): Difference[] {
  const was = before ?? {};
  const fields = [...new Set([...Object.keys(after), ...Object.keys(was)])];
  return fields
    .map((field) => ({ field, before: was[field], after: after[field] }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}
