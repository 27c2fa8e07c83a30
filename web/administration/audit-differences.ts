import type { Schemas } from '../platform/api.ts';

export type AuditEntry = Schemas['AuditBody']['entries'][number];

export interface Difference {
  readonly field: string;
  /** Undefined: there was no such thing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Who and when stand above what was touched already. */
const SAID_ALREADY = new Set(['updatedAt', 'updatedBy']);

/** What a row that says nothing of them means. */
const UNSAID: Readonly<Record<string, unknown>> = { active: true, urgent: false };

/** What a change touched, field by field, in the order in which the fields stand; what stayed as it was is left out. */
export function differencesOf({
  before,
  after,
}: Pick<AuditEntry, 'before' | 'after'>): Difference[] {
  const was = before ?? {};
  const fields = [...new Set([...Object.keys(after), ...Object.keys(was)])];
  const said = (row: Readonly<Record<string, unknown>>, field: string) =>
    row[field] ?? UNSAID[field];
  return fields
    .filter((field) => !SAID_ALREADY.has(field))
    .map((field) => ({
      field,
      before: before === null ? undefined : said(was, field),
      after: said(after, field),
    }))
    .filter((one) => textOf(one.before) !== textOf(one.after));
}

/** Nothing is nothing, whether it is said or left out. */
const textOf = (value: unknown): string => JSON.stringify(value ?? null);
