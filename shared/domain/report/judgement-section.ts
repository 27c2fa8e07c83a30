import { MIN_RANKING_SAMPLE, type Satisfaction } from '../satisfaction.ts';
import type { Figures } from '../statistics-figures.ts';
import { chartBlock, heading, note, numbers, point, table, unlessEmpty, words } from './blocks.ts';
import type { Chart } from './chart.ts';
import { REPORTED } from './figure-names.ts';
import type { DepartmentFigures, MonthlyFigures } from './monthly-figures.ts';
import type { Block, TableRow } from './report-document.ts';
import { intervalInWords, NOTHING, number, outOf, percent, shareInWords } from './words.ts';

const NONE_FORWARDED =
  'Không có vụ việc nào được chuyển lần đầu trong kỳ, nên chưa có tỷ lệ phản hồi đạt yêu cầu.';

/** How citizens judged what departments answered: over each denominator, and department by department. */
export const judgementSection = (figures: MonthlyFigures): readonly Block[] => [
  heading(1, 'IV. ĐÁNH GIÁ CỦA NGƯỜI DÂN'),
  ...unlessEmpty(figures.total.counts.forwarded === 0, NONE_FORWARDED, () => [
    heading(2, '1. Tỷ lệ phản hồi đạt yêu cầu'),
    point(judgedSentence(figures)),
    denominatorsTable(figures.total.satisfaction),
    note(
      'Cùng một tử số trên từng mẫu số. Tỷ lệ chính là dòng đầu: vụ việc chưa trả lời và chưa đánh giá đều tính là chưa đạt.',
    ),
    heading(2, '2. Theo đơn vị chủ trì'),
    chartBlock(
      departmentChart(figures.byDepartment),
      `Đạt yêu cầu trên số vụ đã chuyển lần đầu trong kỳ; vạch ngang: khoảng tin cậy 95%. Thanh nhạt: dưới ${MIN_RANKING_SAMPLE} vụ, không xếp hạng.`,
    ),
    departmentTable(figures),
    note(
      `Dấu *: dưới ${MIN_RANKING_SAMPLE} vụ, không xếp hạng; các đơn vị này xếp theo số vụ được chuyển. Khoảng tin cậy chồng lên nhau thì chưa thể nói đơn vị nào hơn.`,
    ),
  ]),
];

function judgedSentence({ total: { counts } }: MonthlyFigures): string {
  const { answered, judged, satisfied, acceptable, unsatisfied, forwarded } = counts;
  return `Trong ${number(forwarded)} vụ đã chuyển, đơn vị đã trả lời ${number(answered)}, người dân đã đánh giá ${number(judged)}: hài lòng ${number(satisfied)}, chấp nhận được ${number(acceptable)}, không hài lòng ${number(unsatisfied)}; ${number(answered - judged)} vụ đã trả lời mà chưa có đánh giá; ${number(counts.reopened)} vụ đã mở lại ít nhất một lần.`;
}

const denominatorsTable = (satisfaction: Satisfaction): Block =>
  table(
    'Tỷ lệ đạt yêu cầu theo từng mẫu số',
    [
      words('Chỉ tiêu', 46),
      numbers('Tỷ lệ', 14),
      numbers('Tử số/mẫu số', 18),
      numbers('Khoảng tin cậy 95%', 22),
    ],
    (['ofForwarded', 'ofAnswered', 'ofJudged', 'judgedOfAnswered'] as const).map((figure) => {
      const share = satisfaction[figure];
      return {
        cells: [REPORTED[figure], percent(share.rate), outOf(share), intervalInWords(share)],
      };
    }),
  );

/** Ranked where there are cases enough, the best first; behind them the others, by how many they got. */
const inOrder = (byDepartment: readonly DepartmentFigures[]): readonly DepartmentFigures[] =>
  byDepartment.filter(({ counts }) => counts.forwarded > 0).toSorted(before);

function before(a: DepartmentFigures, b: DepartmentFigures): number {
  const [one, other] = [a.satisfaction, b.satisfaction];
  if (one.rankable !== other.rankable) return one.rankable ? -1 : 1;
  const byRate = (other.ofForwarded.rate ?? 0) - (one.ofForwarded.rate ?? 0);
  return (one.rankable && byRate) || b.counts.forwarded - a.counts.forwarded;
}

/** Bars that fit a page; the table below has every department. */
const MOST_DEPARTMENTS = 24;

/** Rates with their intervals, of those with the most cases where not all have room. */
export function departmentChart(byDepartment: readonly DepartmentFigures[]): Chart {
  const all = inOrder(byDepartment);
  const shown = all.slice(0, MOST_DEPARTMENTS);
  const rates = shown.map(({ satisfaction }) => satisfaction.ofForwarded);
  return {
    chartId: 'satisfaction-by-department',
    title: departmentFinding(all),
    description: `Biểu đồ thanh ngang có khoảng tin cậy${all.length > shown.length ? `, ${shown.length} trong ${all.length} đơn vị` : ''}. ${shown
      .map(
        ({ name, satisfaction: { ofForwarded, rankable } }) =>
          `${name}: ${shareInWords(ofForwarded)}${rankable ? '' : ', không xếp hạng'}`,
      )
      .join('; ')}.`,
    form: 'bars',
    stacked: false,
    unit: 'share',
    axis: 'Tỷ lệ phản hồi đạt yêu cầu',
    categories: shown.map(({ name, counts }) => `${name} (${number(counts.forwarded)} vụ)`),
    series: [
      {
        name: REPORTED.ofForwarded,
        fill: 'light',
        values: rates.map(({ rate }) => rate),
        intervals: rates.map(({ low, high }) =>
          low === null || high === null ? null : { low, high },
        ),
        muted: shown.map(({ satisfaction }) => !satisfaction.rankable),
      },
    ],
  };
}

function departmentFinding(all: readonly DepartmentFigures[]): string {
  const ranked = all.filter(({ satisfaction }) => satisfaction.rankable);
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (first === undefined || last === undefined)
    return `Chưa đơn vị nào có từ ${MIN_RANKING_SAMPLE} vụ trong kỳ để xếp hạng: ${number(all.length)} đơn vị có tỷ lệ chỉ để tham khảo`;
  const highest = `${first.name} ${shareInWords(first.satisfaction.ofForwarded)}`;
  const few = `${number(all.length - ranked.length)} đơn vị dưới ${MIN_RANKING_SAMPLE} vụ không xếp hạng`;
  return ranked.length === 1
    ? `Chỉ ${highest} đủ số vụ để xếp hạng; ${few}`
    : `Cao nhất ${highest}, thấp nhất ${last.name} ${shareInWords(last.satisfaction.ofForwarded)}; ${few}`;
}

function departmentTable(figures: MonthlyFigures): Block {
  return table(
    'Đánh giá theo đơn vị chủ trì',
    [
      words('Đơn vị chủ trì', 29),
      numbers('Đã chuyển', 10),
      numbers('Đã trả lời', 10),
      numbers('Đánh giá', 10),
      numbers('Đạt yêu cầu', 10),
      numbers('Tỷ lệ', 13),
      numbers('Khoảng tin cậy 95%', 18),
    ],
    [
      ...inOrder(figures.byDepartment).map((row) => departmentRow(row, row.name)),
      { ...departmentRow(figures.total, 'Tổng'), isTotal: true },
    ],
  );
}

function departmentRow({ counts, satisfaction }: Figures, name: string): TableRow {
  const { ofForwarded, rankable } = satisfaction;
  const rate = percent(ofForwarded.rate);
  return {
    cells: [
      name,
      number(counts.forwarded),
      number(counts.answered),
      number(counts.judged),
      number(counts.satisfactory),
      rankable || rate === NOTHING ? rate : `${rate} *`,
      intervalInWords(ofForwarded),
    ],
  };
}
