import type { Share } from '../../shared/domain/satisfaction.ts';
import { BYTE_ORDER_MARK, csvLine, csvText } from '../../shared/domain/text/csv.ts';
import type { Reply } from '../../shared/platform/api-handler.ts';
import type { NationalFigures, NationalWeek } from '../../shared/usecases/read-national-week.ts';

const SHARES: readonly (readonly [name: string, of: (figures: NationalFigures) => Share])[] = [
  ['đúng hạn', ({ onTime }) => onTime],
  ['hài lòng trên số đã đánh giá', ({ satisfaction }) => satisfaction],
  ['đã đánh giá trên số đã trả lời', ({ judged }) => judged],
  ['hài lòng trên số đã chuyển', ({ satisfactionOfForwarded }) => satisfactionOfForwarded],
];

const HEAD = [
  ...['Tuần', 'Mã đơn vị', 'Đơn vị'],
  ...SHARES.flatMap(([name]) => [`Tử số ${name}`, `Mẫu số ${name}`, `Tỷ lệ ${name} (%)`]),
];

/** A row a department, the total last: each share with both of its numbers. */
export function nationalCsv({ week, rows, total }: NationalWeek): Reply {
  const lines = [
    csvLine(HEAD.map(csvText)),
    ...rows.map((row) => lineOf([week, row.value ?? '', row.name], row)),
    lineOf([week, '', 'Toàn tỉnh'], total),
  ];
  return {
    raw: { contentType: 'text/csv; charset=utf-8', text: BYTE_ORDER_MARK + lines.join('') },
    headers: { 'content-disposition': `attachment; filename="1022-${week}.csv"` },
  };
}

const lineOf = (of: readonly string[], figures: NationalFigures): string =>
  csvLine([...of.map(csvText), ...SHARES.flatMap(([, share]) => cellsOf(share(figures)))]);

const cellsOf = ({ numerator, denominator, rate }: Share): string[] => [
  String(numerator),
  String(denominator),
  rate === null ? '' : (rate * 100).toFixed(2),
];
