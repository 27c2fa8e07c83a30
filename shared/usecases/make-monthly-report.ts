import type { Letterhead } from '../domain/report/letterhead.ts';
import { type InstantInWords, monthlyReport } from '../domain/report/monthly-report.ts';
import type { ReportFormat } from '../domain/report/report-format.ts';
import { ok, type Result } from '../domain/result.ts';
import type { PeriodError } from '../domain/statistics-period.ts';
import type { ReportWriter } from '../ports/reports.ts';
import type { MonthQuestion, ReadMonthlyFigures } from './read-monthly-figures.ts';

export interface MadeReport {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface MakeMonthlyReportPorts {
  readonly readMonthlyFigures: ReadMonthlyFigures;
  readonly writers: Readonly<Record<ReportFormat, ReportWriter>>;
  readonly letterhead: Letterhead;
  readonly instantInWords: InstantInWords;
}

/** The report of a month as a file. */
export const createMakeMonthlyReport =
  ({ readMonthlyFigures, writers, ...written }: MakeMonthlyReportPorts) =>
  async ({
    format,
    ...question
  }: MonthQuestion & { readonly format: ReportFormat }): Promise<
    Result<MadeReport, PeriodError>
  > => {
    const figures = await readMonthlyFigures(question);
    if (!figures.ok) return figures;
    const document = monthlyReport(figures.value, written);
    const writer = writers[format];
    return ok({
      fileName: `${document.fileName}.${format}`,
      contentType: writer.contentType,
      bytes: await writer.write(document),
    });
  };
