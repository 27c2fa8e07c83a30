import { heading, note, numbers, table, text, toFill, words } from './blocks.ts';
import { definitionOf, REPORTED, type ReportedFigure } from './figure-names.ts';
import { handlingSection } from './handling-section.ts';
import { judgementSection } from './judgement-section.ts';
import type { Letterhead } from './letterhead.ts';
import type { MonthlyFigures } from './monthly-figures.ts';
import { receivedSection } from './received-section.ts';
import type { Block, ReportDocument } from './report-document.ts';
import { summarySection } from './summary-section.ts';
import { dateInWords, monthInWords, number } from './words.ts';

/** When the figures were read, as people of the province say it: `14 giờ 05 phút ngày 01/7/2020`. */
export type InstantInWords = (instant: string) => string;

interface Written {
  readonly letterhead: Letterhead;
  readonly instantInWords: InstantInWords;
}

/** The monthly report of the hotline: every figure of it with its numbers, and what people must add themselves left open. */
export const monthlyReport = (
  figures: MonthlyFigures,
  { letterhead, instantInWords }: Written,
): ReportDocument => ({
  fileName: `bao-cao-1022-${figures.month}`,
  letterhead,
  title: 'BÁO CÁO',
  subject: [
    'Tình hình tiếp nhận, xử lý phản ánh, kiến nghị',
    `qua Tổng đài 1022 tháng ${monthInWords(figures.month)}`,
  ],
  blocks: [
    text(opening(figures, { letterhead, instantInWords })),
    ...summarySection(figures),
    ...receivedSection(figures),
    ...handlingSection(figures),
    ...judgementSection(figures),
    ...activitySection(figures),
    heading(1, 'VI. NHẬN XÉT, KIẾN NGHỊ'),
    heading(2, '1. Khó khăn, vướng mắc'),
    toFill('Đơn vị báo cáo bổ sung.'),
    heading(2, '2. Kiến nghị, đề xuất và nhiệm vụ tháng sau'),
    toFill('Đơn vị báo cáo bổ sung.'),
    text(`${letterhead.issuerName} kính báo cáo ${letterhead.addressee} xem xét, chỉ đạo./.`),
  ],
  annex: {
    title: 'PHỤ LỤC: ĐỊNH NGHĨA CÁC CHỈ TIÊU',
    blocks: [
      note(
        'Vụ việc, lượt (lần trả lời, đánh giá, trả lại) và đơn vị được đếm riêng. Tỷ lệ làm tròn đến một chữ số thập phân.',
      ),
      definitionsTable(),
    ],
  },
  asOf: figures.asOf,
});

function opening(
  { period, today, asOf }: MonthlyFigures,
  { letterhead, instantInWords }: Written,
): string {
  const goesOn =
    period.to === today ? ' Kỳ báo cáo chưa kết thúc: số liệu của những ngày còn lại chưa có.' : '';
  return `${letterhead.issuerName} báo cáo tình hình tiếp nhận, xử lý phản ánh, kiến nghị của tổ chức, cá nhân qua Tổng đài 1022 từ ngày ${dateInWords(period.from)} đến hết ngày ${dateInWords(period.to)}. Số liệu do hệ thống 1022 tổng hợp lúc ${instantInWords(asOf)}.${goesOn}`;
}

const activitySection = ({ activity }: MonthlyFigures): readonly Block[] => [
  heading(1, 'V. HOẠT ĐỘNG DIỄN RA TRONG KỲ'),
  table(
    'Lượt việc diễn ra trong kỳ',
    [words('Hoạt động', 60), numbers('Số lượt', 40)],
    ACTIVITIES.map((figure) => ({ cells: [REPORTED[figure], number(activity[figure])] })),
  ),
  note(
    'Đếm lượt, theo ngày diễn ra, của vụ việc tiếp nhận bất cứ lúc nào; không cộng với số vụ việc tiếp nhận hoặc chuyển trong kỳ ở các mục trên.',
  ),
];

const ACTIVITIES = [
  ...(['answersGiven', 'judgementsGiven', 'reopenings', 'returnsMade', 'closures'] as const),
];

const definitionsTable = (): Block =>
  table(
    'Định nghĩa các chỉ tiêu',
    [words('Chỉ tiêu', 28), words('Định nghĩa', 72)],
    // Object.keys forgets that they are the figures.
    (Object.keys(REPORTED) as ReportedFigure[]).map((figure) => ({
      cells: [REPORTED[figure], definitionOf(figure)],
    })),
  );
