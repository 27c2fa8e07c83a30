import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { docxReportWriter } from '../../shared/adapters/files/docx/docx-report.ts';
import { type PdfFonts, pdfReportWriter } from '../../shared/adapters/files/pdf/pdf-report.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import { instantInWordsOf } from '../../shared/domain/report/instant-words.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { bundledLetterhead } from '../../shared/jurisdictions/letterheads.ts';
import { readEnv, ReportsEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createMakeMonthlyReport } from '../../shared/usecases/make-monthly-report.ts';
import { createReadMonthlyFigures } from '../../shared/usecases/read-monthly-figures.ts';
import { documentClient } from '../client-container.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

export const reportsContainer = () => {
  const env = readEnv(ReportsEnv);
  const dated = datedJurisdiction(documentClient, env);
  const statistics = new DynamoDbStatisticsReader({
    client: documentClient,
    tableName: env.STATISTICS_TABLE_NAME,
  });
  const staff = new DynamoDbStaffRegister(documentClient, env.DIRECTORY_TABLE_NAME);
  const writers = { docx: docxReportWriter, pdf: pdfReportWriter(fonts) };
  const letterhead = bundledLetterhead(env.JURISDICTION_ID);
  return {
    jurisdictionId: dated.jurisdictionId,
    findStaff: (subject: string) => staff.find(dated.jurisdictionId, subject),
    makeMonthlyReport: byJurisdictionNow(dated, ({ jurisdiction }) => {
      const context = statisticsContext(jurisdiction);
      const ports = { series: statistics, times: statistics, clock, jurisdiction, context };
      return createMakeMonthlyReport({
        ...{ writers, letterhead },
        readMonthlyFigures: createReadMonthlyFigures(ports),
        instantInWords: instantInWordsOf(jurisdiction.calendarData.timeZone),
      });
    }),
  };
};

export type ReportsDeps = ReturnType<typeof reportsContainer>;

const asset = (name: string): Promise<Uint8Array> => readFile(join(__dirname, 'assets', name));

/** Read when a PDF is wanted: half a megabyte each. */
const fonts = async (): Promise<PdfFonts> => ({
  regular: await asset('regular.ttf'),
  bold: await asset('bold.ttf'),
  italic: await asset('italic.ttf'),
  boldItalic: await asset('bold-italic.ttf'),
});
