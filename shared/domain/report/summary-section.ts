import type { Share } from '../satisfaction.ts';
import { heading, note, numbers, point, table, words } from './blocks.ts';
import { type ReportedFigure, REPORTED } from './figure-names.ts';
import type { MonthlyFigures } from './monthly-figures.ts';
import type { Block, TableRow } from './report-document.ts';
import {
  changeInWords,
  dateInWords,
  duration,
  intervalInWords,
  monthInWords,
  NOTHING,
  number,
  outOf,
  percent,
  pointsInWords,
  shareInWords,
} from './words.ts';

/** What somebody reads who reads one page. */
export const summarySection = (figures: MonthlyFigures): readonly Block[] => [
  heading(1, 'I. KẾT QUẢ CHUNG'),
  point(receivedSentence(figures)),
  point(forwardedSentence(figures)),
  point(dueSentence(figures)),
  point(handOffSentence(figures)),
  summaryTable(figures),
  note(
    figures.before === null
      ? 'Chưa có tháng trước trọn vẹn để so sánh.'
      : `Tháng trước: ${monthInWords(figures.before.period.from)}. Số liệu của cả hai tháng lấy cùng lúc; mọi tỷ lệ kèm tử số và mẫu số, định nghĩa ở Phụ lục.`,
  ),
];

function receivedSentence({ total, byClass, before }: MonthlyFigures): string {
  const { received } = total.counts;
  if (received === 0) return 'Trong kỳ, Tổng đài không tiếp nhận vụ việc nào.';
  const classes = byClass
    .filter(({ counts }) => counts.received > 0)
    .map(({ name, counts }) => {
      const share = { numerator: counts.received, denominator: received };
      return `${name} ${percent(counts.received / received)} (${outOf(share)})`;
    });
  const change =
    before === null
      ? ''
      : `, ${changeInWords(received, before.total.counts.received)} so với tháng ${monthInWords(before.period.from)}`;
  return `Tổng đài tiếp nhận ${number(received)} vụ việc${change}; gồm ${classes.join('; ')}.`;
}

function forwardedSentence({ total, byDepartment }: MonthlyFigures): string {
  const { counts, satisfaction } = total;
  if (counts.forwarded === 0)
    return 'Không có vụ việc nào được chuyển lần đầu đến cơ quan, đơn vị trong kỳ, nên chưa có tỷ lệ phản hồi đạt yêu cầu.';
  const departments = byDepartment.filter(
    ({ value, counts: own }) => value !== null && own.forwarded > 0,
  );
  return `Chuyển lần đầu ${number(counts.forwarded)} vụ việc đến ${number(departments.length)} cơ quan, đơn vị chủ trì; tỷ lệ phản hồi đạt yêu cầu là ${shareInWords(satisfaction.ofForwarded)}, khoảng tin cậy 95% từ ${intervalInWords(satisfaction.ofForwarded).replace('–', 'đến')}. Vụ việc chưa trả lời hoặc chưa được đánh giá đều tính là chưa đạt; người dân đã đánh giá ${shareInWords(satisfaction.judgedOfAnswered)} số vụ đơn vị đã trả lời.`;
}

function dueSentence({ deadlines: { counts, onTimeRate }, today }: MonthlyFigures): string {
  if (counts.due === 0) return 'Không có vụ việc nào đến hạn trả lời trong kỳ.';
  return `${number(counts.due)} vụ việc đến hạn trong kỳ: tỷ lệ trả lời đúng hạn ${shareInWords(onTimeRate)}. Tính đến ngày ${dateInWords(today)} còn ${number(counts.openOverdue)} vụ quá hạn chưa trả lời, được tính là không đúng hạn; ${number(counts.openWithin)} vụ còn trong hạn, chưa tính.`;
}

function handOffSentence({ times: { handOff, resolution } }: MonthlyFigures): string {
  if (handOff.cases === 0) return 'Chưa có vụ việc nào của kỳ được chuyển hoặc trả lời.';
  const handed = `Một nửa số vụ việc được chuyển hoặc trả lời tại Tổng đài trong ${duration(handOff.p50)}, 90% trong ${duration(handOff.p90)} kể từ khi tiếp nhận (${number(handOff.cases)} vụ)`;
  return resolution.cases === 0
    ? `${handed}.`
    : `${handed}; một nửa số vụ có kết quả cuối trong ${duration(resolution.p50)} làm việc, 90% trong ${duration(resolution.p90)} làm việc (${number(resolution.cases)} vụ).`;
}

/** A row: what it is called, what it is now, and what it was. */
interface Compared<T> {
  readonly figure: ReportedFigure;
  readonly now: T;
  readonly before: T | undefined;
}

function summaryTable(figures: MonthlyFigures): Block {
  const { total, deadlines, before } = figures;
  const counted = COUNTS.map((figure) =>
    countRow({ figure, now: total.counts[figure], before: before?.total.counts[figure] }),
  );
  const shares = (['ofForwarded', 'ofAnswered', 'ofJudged', 'judgedOfAnswered'] as const).map(
    (figure) =>
      shareRow({
        figure,
        now: total.satisfaction[figure],
        before: before?.total.satisfaction[figure],
      }),
  );
  const contacts = (['firstContactRate', 'repeatRate'] as const).map((figure) =>
    shareRow({ figure, now: total.contact[figure], before: before?.total.contact[figure] }),
  );
  const { reopenRate } = total;
  return table(
    'Các chỉ tiêu chính, so với tháng trước',
    [
      words('Chỉ tiêu', 34),
      numbers('Kỳ này', 14),
      numbers('Tử số/mẫu số', 16),
      numbers('Tháng trước', 14),
      numbers('Thay đổi', 22),
    ],
    [
      ...counted,
      ...shares,
      shareRow({ figure: 'reopenRate', now: reopenRate, before: before?.total.reopenRate }),
      ...contacts,
      countRow({ figure: 'due', now: deadlines.counts.due, before: before?.deadlines.counts.due }),
      shareRow({
        figure: 'onTimeRate',
        now: deadlines.onTimeRate,
        before: before?.deadlines.onTimeRate,
      }),
      shareRow({
        figure: 'extensionRate',
        now: deadlines.extensionRate,
        before: before?.deadlines.extensionRate,
      }),
    ],
  );
}

const COUNTS = [
  ...(['received', 'incidents', 'receivedAnswered', 'forwarded', 'answered'] as const),
  ...(['judged', 'satisfactory'] as const),
];

const countRow = ({ figure, now, before }: Compared<number>): TableRow => ({
  cells: [
    REPORTED[figure],
    number(now),
    NOTHING,
    before === undefined ? NOTHING : number(before),
    before === undefined ? NOTHING : changeInWords(now, before),
  ],
});

const shareRow = ({ figure, now, before }: Compared<Share>): TableRow => ({
  cells: [
    REPORTED[figure],
    percent(now.rate),
    outOf(now),
    before === undefined ? NOTHING : shareInWords(before),
    pointsInWords(now.rate, before?.rate ?? null),
  ],
});
