import { CASE_COLUMNS, CASE_COLUMN_NAMES } from '../../shared/domain/export/columns.ts';
import { EXPORT_CASES_MOST, EXPORT_KEPT_DAYS } from '../../shared/domain/export/case-export.ts';
import { table } from './table.ts';

const TYPES = { text: 'chữ · text', count: 'số · number', instant: 'thời điểm · instant' } as const;

export const exportColumnsPage =
  (): string => `# Cột của danh sách vụ việc · Columns of a list of cases

Made by \`npm run dictionaries\` of \`shared/domain/export/columns.ts\`; do not edit.

\`POST /v1/statistics/exports\` ghi mỗi vụ việc tiếp nhận trong kỳ thành một dòng, với các cột được chọn, tối đa ${EXPORT_CASES_MOST.toLocaleString('vi')} vụ, thành tệp CSV, XLSX hoặc Parquet; tệp được giữ
${EXPORT_KEPT_DAYS} ngày. Không cột nào có thông tin cá nhân. Trong CSV và XLSX, thời điểm theo giờ của tỉnh; trong Parquet, theo UTC và tên cột là mã.

_Each case received in the period is a row with the columns that were chosen. No column is personal. Instants are in the province's time in CSV and XLSX, in UTC in Parquet, whose columns are named by their keys._

${table(
  ['Mã · Key', 'Tên', 'Name', 'Kiểu · Type', 'Ý nghĩa', 'Meaning'],
  CASE_COLUMN_NAMES.map((key) => {
    const { name, nameEn, type, definition, definitionEn } = CASE_COLUMNS[key];
    return [`\`${key}\``, name, nameEn, TYPES[type], definition, definitionEn];
  }),
)}
`;
