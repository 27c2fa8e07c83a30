import * as z from 'zod';
import { Instant } from '../domain/case.ts';
import { OPEN_TYPES, OPEN_UNITS } from '../domain/open-data/dictionary.ts';
import { OPEN_DATASETS, OPEN_FORMATS } from '../domain/open-data/open-issue.ts';
import { Month } from '../domain/statistics-period.ts';
import { OpenTerms } from '../domain/open-data/open-terms.ts';
import { LocalDay } from '../domain/statistics.ts';

/** The dataset is looked up, not checked: one that is not there is not found. */
export const OpenFileParams = z.strictObject({
  dataset: z.string().regex(/^[a-z-]{1,32}$/),
  month: Month,
});

export const OpenFileQuery = z.strictObject({ format: z.enum(OPEN_FORMATS).default('csv') });

const said = z.strictObject({ vi: z.string(), en: z.string() });
const count = z.int().min(0);

/** A catalogue in the words of DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/). */
export const OpenDataCatalogue = z.strictObject({
  title: said,
  publisher: OpenTerms.shape.publisher,
  license: OpenTerms.shape.licence,
  /** Where each column is explained. */
  dictionary: z.string(),
  /** When any file last changed; null before the first is published. */
  modified: Instant.nullable(),
  dataset: z.array(
    z.strictObject({
      identifier: z.enum(OPEN_DATASETS),
      title: said,
      description: said,
      /** ISO 8601: each month. */
      accrualPeriodicity: z.literal('P1M'),
      distribution: z.array(
        z.strictObject({
          month: Month,
          temporal: z.strictObject({ startDate: LocalDay, endDate: LocalDay }),
          /** When the month was first published, and when this file was made. */
          issued: Instant,
          modified: Instant,
          mediaType: z.enum(['text/csv', 'application/json']),
          /** Path on this server. */
          accessURL: z.string(),
          rows: count,
          byteSize: count,
          checksum: z.strictObject({ algorithm: z.literal('sha256'), value: z.string() }),
        }),
      ),
    }),
  ),
});

/** What stands in the files. */
export const OpenDataDictionary = z.strictObject({
  /** Fewer cases than this are not told apart. */
  minimum: count,
  rule: said,
  dataset: z.array(
    z.strictObject({
      identifier: z.enum(OPEN_DATASETS),
      title: said,
      description: said,
      fields: z.array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          nameEn: z.string(),
          type: z.enum(OPEN_TYPES),
          /** What is counted; null where nothing is. */
          unit: z.enum(OPEN_UNITS).nullable(),
          definition: said,
        }),
      ),
    }),
  ),
});
