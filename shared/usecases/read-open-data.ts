import type { JurisdictionId } from '../domain/case.ts';
import {
  isOpenDataset,
  type OpenFile,
  type OpenIssue,
  type OpenFormat,
  publishedFrom,
} from '../domain/open-data/open-issue.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { LocalDay } from '../domain/statistics.ts';
import type { OpenDataIndex, OpenDataLinks } from '../ports/open-data.ts';

export interface OpenFileQuestion {
  readonly jurisdictionId: JurisdictionId;
  /** As it was asked for. */
  readonly dataset: string;
  readonly month: string;
  readonly format: OpenFormat;
}

export interface FoundOpenFile {
  readonly file: OpenFile;
  readonly link: string;
}

export type OpenFileError =
  | { readonly code: 'OPEN_DATA_NOT_FOUND' }
  /** It will be, from that day on. */
  | { readonly code: 'OPEN_DATA_NOT_PUBLISHED'; readonly publishedFrom: LocalDay };

/** Where a file is. A month behind the last that is published is not published yet; one before it that is missing had no case. */
export type FindOpenFile = (
  question: OpenFileQuestion,
) => Promise<Result<FoundOpenFile, OpenFileError>>;

/** All that is published, by month. */
export type ListOpenData = (jurisdictionId: JurisdictionId) => Promise<readonly OpenIssue[]>;

export interface ReadOpenDataPorts {
  readonly index: Pick<OpenDataIndex, 'find'>;
  readonly links: OpenDataLinks;
}

export const createListOpenData =
  ({ index }: Pick<ReadOpenDataPorts, 'index'>): ListOpenData =>
  async (jurisdictionId) =>
    (await index.find(jurisdictionId)).index.issues;

export const createFindOpenFile =
  ({ index, links }: ReadOpenDataPorts): FindOpenFile =>
  async ({ jurisdictionId, dataset, month, format }) => {
    const { issues } = (await index.find(jurisdictionId)).index;
    if (isOpenDataset(dataset) && isToCome(month, issues))
      return err({ code: 'OPEN_DATA_NOT_PUBLISHED', publishedFrom: publishedFrom(month) });
    const found = issues
      .filter((issue) => issue.month === month)
      .flatMap(({ files, modifiedAt }) => files.map((file) => ({ file, modifiedAt })))
      .find(({ file }) => file.dataset === dataset && file.format === format);
    if (found === undefined) return err({ code: 'OPEN_DATA_NOT_FOUND' });
    const { file, modifiedAt } = found;
    const ref = { month, modifiedAt, dataset: file.dataset, format };
    return ok({ file, link: await links.link(jurisdictionId, ref) });
  };

const isToCome = (month: string, issues: readonly OpenIssue[]): boolean =>
  issues.every((issue) => month > issue.month);
