import type { ReportDocument } from '../domain/report/report-document.ts';

/** Makes a file of a report. The same report makes the same file. */
export interface ReportWriter {
  readonly contentType: string;
  write(document: ReportDocument): Promise<Uint8Array>;
}
