import type { Figures } from '../statistics-figures.ts';
import type { RowLabel } from '../statistics-rows.ts';
import { dayOfMonth } from '../statistics-period.ts';
import { chartBlock, heading, note, numbers, table, unlessEmpty, words } from './blocks.ts';
import type { Chart } from './chart.ts';
import type { MonthlyFigures } from './monthly-figures.ts';
import type { Block, TableRow } from './report-document.ts';
import { stepsChart } from './steps-chart.ts';
import { dateInWords, number, outOf, percent, shareInWords } from './words.ts';

type Row = RowLabel & Figures;

const NONE_RECEIVED = 'Không có vụ việc nào được tiếp nhận trong kỳ.';

/** What came in: by class and day, by channel, by field, by place. */
export const receivedSection = (figures: MonthlyFigures): readonly Block[] => [
  heading(1, 'II. TÌNH HÌNH TIẾP NHẬN'),
  ...unlessEmpty(figures.total.counts.received === 0, NONE_RECEIVED, () => [
    heading(2, '1. Theo loại và theo ngày'),
    classTable(figures),
    chartBlock(dayChart(figures), `Vụ việc tiếp nhận mỗi ngày theo loại; ${sumOf(figures)}.`),
    endsNote(figures),
    heading(2, '2. Theo kênh tiếp nhận'),
    rowsTable('Vụ việc tiếp nhận theo kênh', 'Kênh', { rows: figures.byChannel, figures }),
    heading(2, '3. Theo lĩnh vực'),
    rowsTable('Vụ việc tiếp nhận theo nhóm lĩnh vực', 'Nhóm lĩnh vực', {
      rows: figures.byGroup,
      figures,
    }),
    heading(2, '4. Theo địa bàn'),
    chartBlock(
      placeChart(figures),
      `Vụ việc tiếp nhận theo ${LEVELS[figures.places]}; ${sumOf(figures)}.`,
    ),
    rowsTable(`Vụ việc tiếp nhận theo ${LEVELS[figures.places]}`, 'Địa bàn', {
      rows: figures.byPlace,
      figures,
    }),
  ]),
];

const LEVELS = { district: 'huyện, thị xã, thành phố', ward: 'phường, xã' } as const;

const sumOf = ({ total }: MonthlyFigures): string =>
  `tổng ${number(total.counts.received)} vụ việc`;

const shareOfReceived = (received: number, { total }: MonthlyFigures) => ({
  numerator: received,
  denominator: total.counts.received,
  rate: received / total.counts.received,
});

function classTable(figures: MonthlyFigures): Block {
  const { byClass, total } = figures;
  return table(
    'Vụ việc tiếp nhận theo loại',
    [
      words('Loại', 40),
      numbers('Tiếp nhận', 15),
      numbers('Tỷ trọng', 15),
      numbers('Đã trả lời/tiếp nhận', 30),
    ],
    [
      ...byClass.filter(isSome).map((row) => classRow(row, row.name, figures)),
      { ...classRow(total, 'Tổng', figures), isTotal: true },
    ],
  );
}

const isSome = ({ counts }: Figures): boolean => counts.received > 0;

const classRow = (
  { counts, answeredOfReceived }: Figures,
  name: string,
  figures: MonthlyFigures,
): TableRow => ({
  cells: [
    name,
    number(counts.received),
    percent(shareOfReceived(counts.received, figures).rate),
    shareInWords(answeredOfReceived),
  ],
});

/** Cases that went another way than to an answer, which the counts above include. */
function endsNote({ total: { counts } }: MonthlyFigures): Block {
  const { rejected, duplicate, withdrawn, citizenSilent } = counts;
  return note(
    `Trong số đã tiếp nhận: ${number(duplicate)} vụ trùng (đã gộp), ${number(rejected)} vụ ngoài phạm vi, ${number(withdrawn)} vụ người dân rút, ${number(citizenSilent)} vụ người dân không phản hồi khi được hỏi lại.`,
  );
}

function dayChart(figures: MonthlyFigures): Chart {
  const { days, receivedByDay } = figures;
  const sums = days.map((_, place) =>
    receivedByDay.reduce((sum, { received }) => sum + (received[place] ?? 0), 0),
  );
  return stepsChart({
    chartId: 'received-by-day',
    title: `${largestClass(figures)}; nhiều nhất trong một ngày: ${peakOf(figures, sums)}`,
    steps: days.map((day) => ({
      short: String(dayOfMonth(day)),
      full: `ngày ${dayOfMonth(day)}`,
    })),
    rows: receivedByDay,
  });
}

function largestClass(figures: MonthlyFigures): string {
  const largest = largestOf(figures.byClass);
  const share = shareOfReceived(largest?.counts.received ?? 0, figures);
  return `${largest?.name ?? ''} chiếm ${shareInWords(share)}`;
}

function peakOf({ days }: MonthlyFigures, sums: readonly number[]): string {
  const most = Math.max(...sums);
  return `${number(most)} vụ, ngày ${dateInWords(days[sums.indexOf(most)] ?? '')}`;
}

const largestOf = (rows: readonly Row[]): Row | undefined =>
  rows.reduce<Row | undefined>(
    (most, row) => (row.counts.received > (most?.counts.received ?? 0) ? row : most),
    undefined,
  );

const sorted = (rows: readonly Row[]): readonly Row[] =>
  rows
    .filter(isSome)
    .toSorted(
      (a, b) =>
        Number(a.value === null) - Number(b.value === null) ||
        b.counts.received - a.counts.received,
    );

interface Listed {
  readonly rows: readonly Row[];
  readonly figures: MonthlyFigures;
}

/** Those with cases, the largest first, the nameless last; they add up to the total. */
function rowsTable(title: string, of: string, { rows, figures }: Listed): Block {
  return table(
    title,
    [words(of, 46), numbers('Tiếp nhận', 16), numbers('Tỷ trọng', 16), numbers('Đã chuyển', 22)],
    [
      ...sorted(rows).map((row) => receivedRow(row, row.name, figures)),
      { ...receivedRow(figures.total, 'Tổng', figures), isTotal: true },
    ],
  );
}

const receivedRow = ({ counts }: Figures, name: string, figures: MonthlyFigures): TableRow => ({
  cells: [
    name,
    number(counts.received),
    percent(shareOfReceived(counts.received, figures).rate),
    number(counts.forwarded),
  ],
});

/** Bars that a reader can still tell apart; the table below has all. */
const MOST_PLACES = 12;

function placeChart(figures: MonthlyFigures): Chart {
  const rows = sorted(figures.byPlace);
  const named = rows.filter(({ value }) => value !== null);
  const shown = named
    .slice(0, MOST_PLACES)
    .map(({ name, counts }) => [name, counts.received] as const);
  const others = named.slice(MOST_PLACES).reduce((sum, { counts }) => sum + counts.received, 0);
  const nameless = rows.filter(({ value }) => value === null);
  const bars = [
    ...shown,
    ...(others > 0 ? [[`Các địa bàn khác (${named.length - MOST_PLACES})`, others] as const] : []),
    ...nameless.map(({ name, counts }) => [name, counts.received] as const),
  ];
  return {
    chartId: 'received-by-place',
    title: placeFinding(named, figures),
    description: `Biểu đồ thanh ngang. ${bars.map(([name, count]) => `${name}: ${number(count)}`).join('; ')}.`,
    form: 'bars',
    stacked: false,
    unit: 'count',
    axis: 'Vụ việc tiếp nhận',
    categories: bars.map(([name]) => name),
    series: [{ name: 'Tiếp nhận', fill: 'dark', values: bars.map(([, count]) => count) }],
  };
}

function placeFinding([first]: readonly Row[], figures: MonthlyFigures): string {
  if (first === undefined) return 'Chưa vụ việc nào của kỳ được xác định địa bàn';
  const share = shareOfReceived(first.counts.received, figures);
  return `${first.name} có nhiều vụ việc nhất: ${percent(share.rate)} (${outOf(share)})`;
}
