import type { ExportFormat } from '../../domain/export/case-export.ts';
import type { TableFormat } from '../../ports/exports.ts';
import { csvFormat } from './csv-format.ts';
import { parquetFormat } from './parquet-format.ts';
import { xlsxFormat } from './xlsx-format.ts';

export const tableFormats: Readonly<Record<ExportFormat, TableFormat>> = {
  csv: csvFormat,
  xlsx: xlsxFormat,
  parquet: parquetFormat,
};
