import * as z from 'zod';
import { Instant } from '../domain/case.ts';
import { EXPORT_STATUSES, ExportId, ExportQuestion } from '../domain/export/case-export.ts';
import { count } from './statistics.ts';

/** Cases received in the period, one row each: which columns, in which language, as which kind of file. */
export const StartExportRequest = z.strictObject({
  ...ExportQuestion.shape,
  within: ExportQuestion.shape.within.default({}),
  language: ExportQuestion.shape.language.default('vi'),
});

export const ExportParams = z.strictObject({ exportId: ExportId });

const exported = {
  exportId: ExportId,
  question: ExportQuestion,
  requestedAt: Instant,
  status: z.enum(EXPORT_STATUSES),
  /** Cases received in the period when it was asked for, and how many of them have been looked at. */
  total: count,
  looked: count,
  /** Rows of the file: those that the question is narrowed to. */
  rows: count,
  bytes: count,
  finishedAt: Instant.nullable(),
  /** From when on it is not there any more. */
  forgottenAt: Instant,
};

export const CaseExportBody = z.strictObject({
  ...exported,
  /** Null until the file is whole. Whoever has the address may fetch it, until it ends. */
  download: z.strictObject({ url: z.url(), expiresAt: Instant }).nullable(),
});

/** The exports of whoever asks, latest first. */
export const ExportListBody = z.strictObject({ exports: z.array(z.strictObject(exported)) });
