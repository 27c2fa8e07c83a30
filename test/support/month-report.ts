import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InMemoryStatistics } from '../../shared/adapters/memory/in-memory-statistics.ts';
import type { PdfFonts } from '../../shared/adapters/files/pdf/pdf-report.ts';
import type { Case } from '../../shared/domain/case.ts';
import { instantInWordsOf } from '../../shared/domain/report/instant-words.ts';
import type { MonthlyFigures } from '../../shared/domain/report/monthly-figures.ts';
import { monthlyReport } from '../../shared/domain/report/monthly-report.ts';
import type { ReportDocument } from '../../shared/domain/report/report-document.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { bundledLetterhead } from '../../shared/jurisdictions/letterheads.ts';
import { createProjectCases } from '../../shared/usecases/project-cases.ts';
import { createReadMonthlyFigures } from '../../shared/usecases/read-monthly-figures.ts';
import { jurisdiction, jurisdictionId } from './random-cases.ts';

const context = statisticsContext(jurisdiction);

interface Asked {
  readonly month?: string;
  readonly now?: string;
}

/** What the figures of June 2020 are when they are read in the middle of July, over these cases. */
export async function figuresOfMonth(
  cases: readonly Case[],
  { month = '2020-06', now = '2020-07-15T07:05:00.000Z' }: Asked = {},
): Promise<MonthlyFigures> {
  const statistics = new InMemoryStatistics();
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, cases);
  const read = createReadMonthlyFigures({
    ...{ series: statistics, times: statistics, jurisdiction, context },
    clock: { now: () => new Date(now) },
  });
  const figures = await read({ jurisdictionId, month });
  if (!figures.ok) throw new Error(figures.error.code);
  return figures.value;
}

export const reportOf = (figures: MonthlyFigures): ReportDocument =>
  monthlyReport(figures, {
    letterhead: bundledLetterhead('binh-duong'),
    instantInWords: instantInWordsOf(jurisdiction.calendarData.timeZone),
  });

const TINOS = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/tinos');

/** As the bundle has them beside its code. */
export const tinos = async (): Promise<PdfFonts> => {
  const file = (name: string) => readFile(join(TINOS, name, `Tinos_${name}.ttf`));
  return {
    regular: await file('400Regular'),
    bold: await file('700Bold'),
    italic: await file('400Regular_Italic'),
    boldItalic: await file('700Bold_Italic'),
  };
};
