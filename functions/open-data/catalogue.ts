import type * as z from 'zod';
import type { OpenDataCatalogue } from '../../shared/contracts/open-data.ts';
import {
  OPEN_DATASETS,
  type OpenFile,
  type OpenIssue,
} from '../../shared/domain/open-data/open-issue.ts';
import { daysOfMonth } from '../../shared/domain/statistics-period.ts';
import type { OpenTerms } from '../../shared/domain/open-data/open-terms.ts';
import { described } from './dictionary.ts';

type Catalogue = z.input<typeof OpenDataCatalogue>;

/** What is published, the latest month first. */
export const catalogueOf = (
  issues: readonly OpenIssue[],
  { publisher, licence }: OpenTerms,
): Catalogue => ({
  title: { vi: 'Dữ liệu mở của tổng đài 1022', en: 'Open data of the 1022 hotline' },
  publisher,
  license: licence,
  dictionary: '/v1/open-data/dictionary',
  modified: issues.map(({ modifiedAt }) => modifiedAt).reduce(later, null),
  dataset: OPEN_DATASETS.map((dataset) => ({
    ...described(dataset),
    accrualPeriodicity: 'P1M',
    distribution: issues
      .toReversed()
      .flatMap((issue) =>
        issue.files
          .filter((file) => file.dataset === dataset)
          .map((file) => distribution(issue, file)),
      ),
  })),
});

const later = (one: string | null, other: string): string =>
  one !== null && one > other ? one : other;

const mediaTypes = { csv: 'text/csv', json: 'application/json' } as const;

function distribution(
  { month, issuedAt, modifiedAt }: OpenIssue,
  { dataset, format, rows, bytes, sha256 }: OpenFile,
): Catalogue['dataset'][number]['distribution'][number] {
  const { from: startDate, to: endDate } = daysOfMonth(month);
  return {
    ...{ month, temporal: { startDate, endDate } },
    ...{ issued: issuedAt, modified: modifiedAt },
    mediaType: mediaTypes[format],
    accessURL: `/v1/open-data/${dataset}/${month}?format=${format}`,
    ...{ rows, byteSize: bytes, checksum: { algorithm: 'sha256', value: sha256 } },
  };
}
