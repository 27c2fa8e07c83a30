import type { CaseExport, ExportFormat } from '../../domain/export/case-export.ts';
import type { ExportFiles, TableFormat } from '../../ports/exports.ts';
import { fileKeyOf } from './export-keys.ts';
import { LEAST_PART_BYTES, type S3Uploads } from './s3-uploads.ts';

/** The file of an export: an upload in parts until it is whole. */
export class S3ExportFiles implements ExportFiles {
  readonly leastPartBytes = LEAST_PART_BYTES;
  readonly #uploads: S3Uploads;
  readonly #formats: Readonly<Record<ExportFormat, Pick<TableFormat, 'contentType'>>>;

  constructor(
    uploads: S3Uploads,
    formats: Readonly<Record<ExportFormat, Pick<TableFormat, 'contentType'>>>,
  ) {
    this.#uploads = uploads;
    this.#formats = formats;
  }

  begin(of: CaseExport): Promise<string> {
    const { contentType } = this.#formats[of.question.format];
    return this.#uploads.begin({ key: fileKeyOf(of), contentType });
  }

  part(of: CaseExport, { uploadId, number, bytes }: Parameters<ExportFiles['part']>[1]) {
    return this.#uploads.part({ key: fileKeyOf(of), uploadId }, number, bytes);
  }

  complete(of: CaseExport, { uploadId, tags }: Parameters<ExportFiles['complete']>[1]) {
    return this.#uploads.complete({ key: fileKeyOf(of), uploadId }, tags);
  }

  async abort(of: CaseExport, uploadId: string): Promise<void> {
    await this.#uploads.abort({ key: fileKeyOf(of), uploadId });
  }
}
