import * as z from 'zod';
import { Actor } from '../actor.ts';
import { Instant, JurisdictionId } from '../case.ts';
import { LocalDay } from '../statistics.ts';
import { COUNT_NARROWINGS } from '../statistics-rows.ts';
import { EXPORT_LANGUAGES } from './case-cells.ts';
import { type CaseColumn, CASE_COLUMN_NAMES } from './columns.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'parquet'] as const;
export const ExportFormat = z.enum(EXPORT_FORMATS);
export type ExportFormat = z.infer<typeof ExportFormat>;

/**
 * Cases of the period that one export may look at. An XLSX sheet ends at 1,048,576 rows, and reading a million cases costs
 * some 1.1 million read units (a third of a dollar): longer histories are exported in several files.
 */
export const EXPORT_CASES_MOST = 1_000_000;
/** Exports of one person that run at a time, so that nobody keeps the others waiting. */
export const EXPORTS_RUNNING_MOST = 3;
/** Exports of one person that are kept: their list is read whole. Each is forgotten after `EXPORT_KEPT_DAYS`. */
export const EXPORTS_KEPT_MOST = 40;
/** After that a file is gone from S3, and who needs it again starts another export. */
export const EXPORT_KEPT_DAYS = 7;
/** So long a link opens a file without any other sign of who asks. */
export const EXPORT_LINK_SECONDS = 15 * 60;

/** Names an export among those of its owner, derived from the key with which it was asked for. */
export const ExportId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'ExportId'>();
export type ExportId = z.infer<typeof ExportId>;

/** Whose exports: a fingerprint of the subject, because it is a part of the names of files. */
export const ExportOwner = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .brand<'ExportOwner'>();
export type ExportOwner = z.infer<typeof ExportOwner>;

export const ExportRef = z.strictObject({
  jurisdictionId: JurisdictionId,
  owner: ExportOwner,
  exportId: ExportId,
});
export type ExportRef = z.infer<typeof ExportRef>;

/** Longer than any code. */
const VALUE_LIMIT = 128;

/** Which cases, and what of them. */
export const ExportQuestion = z.strictObject({
  from: LocalDay,
  to: LocalDay,
  /** `department: 'TA'`, `-` for cases that have none; only cases that are counted in all of them. */
  within: z.partialRecord(z.enum(COUNT_NARROWINGS), z.string().min(1).max(VALUE_LIMIT)),
  columns: z
    .array(z.enum(CASE_COLUMN_NAMES as readonly [CaseColumn, ...CaseColumn[]]))
    .min(1)
    .refine((columns) => new Set(columns).size === columns.length, 'Each column once.'),
  format: ExportFormat,
  language: z.enum(EXPORT_LANGUAGES),
});
export type ExportQuestion = z.infer<typeof ExportQuestion>;

/** Up to where the file is safe: a later run goes on from here, whatever became of the one before. */
export const Checkpoint = z.strictObject({
  uploadId: z.string().min(1),
  parts: z.array(z.strictObject({ tag: z.string(), bytes: z.int().min(0) })),
  /** The month that is being read, and the place in its list behind which it goes on. */
  month: z.string(),
  after: z.string().nullable(),
  looked: z.int().min(0),
  rows: z.int().min(0),
  /** What the format needs to go on. */
  state: z.json(),
  /** The last part is there; only the end is missing. */
  isWhole: z.boolean(),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

export const EXPORT_STATUSES = ['queued', 'running', 'done', 'failed'] as const;

export const CaseExport = z.strictObject({
  ...ExportRef.shape,
  by: Actor,
  question: ExportQuestion,
  requestedAt: Instant,
  status: z.enum(EXPORT_STATUSES),
  /** Cases received in the period when it was asked for: what `looked` goes towards. */
  total: z.int().min(0),
  /** Cases of the period that were looked at, and those that became rows. */
  looked: z.int().min(0),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  finishedAt: Instant.nullable(),
  checkpoint: Checkpoint.nullable(),
});
export type CaseExport = z.infer<typeof CaseExport>;

export const isFinished = ({ status }: Pick<CaseExport, 'status'>): boolean =>
  status === 'done' || status === 'failed';

/** What is queued for each run. The step is that of the checkpoint it goes on from, so that a repeat is known. */
export const ExportMessage = z.strictObject({ ...ExportRef.shape, step: z.int().min(0) });
export type ExportMessage = z.infer<typeof ExportMessage>;

/** Undefined for a text that is no message of ours. */
export function readExportMessage(text: string): ExportMessage | undefined {
  try {
    return ExportMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Seconds until the next try, doubling from 10: a short outage of S3 or DynamoDB passes in between. */
export const exportRetrySeconds = (tries: number): number => 10 * 2 ** (Math.max(tries, 1) - 1);

/** Name of the file, as it is given to whoever fetches it. */
export const exportFileName = ({ from, to, format }: ExportQuestion): string =>
  `1022-vu-viec-${from}-${to}.${format}`;
