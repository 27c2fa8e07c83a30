import * as z from 'zod';
import { REPORT_FORMATS } from '../domain/report/report-format.ts';
import { Month } from '../domain/statistics-period.ts';

/** A month that has begun. */
export const MonthlyReportQuery = z.strictObject({
  month: Month,
  /** `docx` to be worked on in Word, `pdf` to be read as it is. */
  format: z.enum(REPORT_FORMATS),
});
