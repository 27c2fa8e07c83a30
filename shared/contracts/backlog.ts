import * as z from 'zod';
import { BACKLOG_AGES, BACKLOG_FIGURES } from '../domain/backlog.ts';
import { CaseId, CaseStatus, Instant } from '../domain/case.ts';
import { DepartmentCode } from '../domain/department.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from './case.ts';
import { count, DefinitionBody, row } from './statistics.ts';

export const BacklogQuery = z.strictObject({ by: z.enum(['department']).optional() });

const Backlog = z.strictObject({
  open: count,
  /** Working days since the day of receipt; the bands add up to `open`. */
  ages: z.strictObject(
    Object.fromEntries(BACKLOG_AGES.map((age) => [age, count])) as Record<
      (typeof BACKLOG_AGES)[number],
      typeof count
    >,
  ),
  oldest: z.strictObject({ receivedAt: Instant, workingDays: count }).nullable(),
  /** Answers of the last 28 days, and how many days the backlog would last at that pace; null without an answer. */
  pace: z.strictObject({ answers: count, days: z.number().nullable() }),
  /** Address of its cases, with `{age}` for a band (RFC 6570); null where the reader may not see them. */
  cases: z.string().nullable(),
});

export const BacklogBody = z.strictObject({
  /** The backlog is of this moment, not of a period. */
  asOf: Instant,
  by: z.enum(['department']).nullable(),
  definitions: z.record(z.enum(BACKLOG_FIGURES), DefinitionBody),
  total: Backlog,
  /** In the order of the catalogue, last the desk; they add up to the total. Empty without `by`. */
  rows: z.array(Backlog.extend(row)),
});

/** `department=-`: at the desk. */
export const BacklogCasesQuery = z.strictObject({
  department: z.union([DepartmentCode, z.literal('-')]).optional(),
  age: z.enum(BACKLOG_AGES).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
  cursor: z.string().max(2_000).optional(),
});

export const BacklogCasesBody = z.strictObject({
  asOf: Instant,
  /** Oldest first. All pages together add up to the figure. */
  cases: z.array(
    z.strictObject({
      caseId: CaseId,
      trackingCode: z.string(),
      version: z.int(),
      status: CaseStatus,
      summary: z.string().nullable(),
      /** Null: at the desk. */
      lead: DepartmentCode.nullable(),
      receivedAt: Instant,
      workingDays: count,
    }),
  ),
  next: z.string().nullable(),
});
