import type { IndicatorUnit } from '../../shared/domain/indicators/indicator.ts';
import { INDICATORS } from '../../shared/domain/indicators/indicators.ts';
import { table } from './table.ts';

const UNITS: Readonly<Record<IndicatorUnit, string>> = {
  cases: 'vụ việc · cases',
  share: 'tỷ lệ 0–1 · share',
  minutes: 'phút · minutes',
  workingMinutes: 'phút làm việc · working minutes',
  returns: 'lượt trả lại · returns',
  returnsPerCase: 'lượt mỗi vụ · returns a case',
};

export const indicatorsPage =
  (): string => `# Chỉ tiêu cho trung tâm điều hành · Indicators for an operations centre

Made by \`npm run dictionaries\` of \`shared/domain/indicators\`; do not edit.

\`GET /v1/statistics/indicators?from=2020-03-01&to=2020-03-31\` trả về ${INDICATORS.length} chỉ tiêu của mọi khoảng ngày. Mã (\`id\`), đơn vị và ý nghĩa của một chỉ tiêu
không bao giờ đổi. Hệ thống của trung tâm đăng nhập bằng khóa máy \`machine-ioc\` (client credentials, phạm vi \`1022/statistics\`): chỉ đọc số liệu, không thấy vụ việc nào
của người dân. Tỷ lệ có tử số và mẫu số; \`null\` là không có gì để đo. Mỗi con số là đúng con số mà trang lãnh đạo hiện ra; ví dụ tính ở [glossary.md](glossary.md).

_The answer holds ${INDICATORS.length} indicators of any period of whole days. An id keeps its unit and meaning for ever. The centre's system signs in with the machine key \`machine-ioc\`
(client credentials, scope \`1022/statistics\`) and reads figures, no case. A share has both of its numbers; \`null\` says that there is nothing to measure. Each number is the one that managers read._

${table(
  ['id', 'Đơn vị · Unit', 'Định nghĩa', 'Definition', 'Ví dụ · Example'],
  INDICATORS.map(({ id, unit, definition: { vi, en }, figure }) => [
    `\`${id}\``,
    UNITS[unit],
    vi,
    en,
    `[${figure}](glossary.md#${figure.toLowerCase()})`,
  ]),
)}
`;
