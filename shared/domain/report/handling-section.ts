import { returnReasonNames } from '../status-names.ts';
import type { DeadlineFigures } from '../statistics-deadlines.ts';
import { type Percentiles, TIME_FIGURES, type TimeFigures } from '../statistics-percentiles.ts';
import { chartBlock, heading, note, numbers, point, table, unlessEmpty, words } from './blocks.ts';
import type { Chart } from './chart.ts';
import { type ReportedFigure, REPORTED } from './figure-names.ts';
import type { MonthlyFigures } from './monthly-figures.ts';
import type { Block, TableRow } from './report-document.ts';
import {
  dateInWords,
  decimal,
  duration,
  monthInWords,
  number,
  percent,
  shareInWords,
} from './words.ts';

/** What became of what was forwarded: to whom, by when, how long. */
export const handlingSection = (figures: MonthlyFigures): readonly Block[] => [
  heading(1, 'III. KẾT QUẢ XỬ LÝ'),
  heading(2, '1. Chuyển xử lý'),
  ...unlessEmpty(
    figures.total.counts.forwarded === 0,
    'Không có vụ việc nào được chuyển lần đầu trong kỳ.',
    () => routingPoints(figures),
  ),
  heading(2, '2. Thời hạn trả lời'),
  ...unlessEmpty(
    figures.deadlines.counts.due === 0,
    'Không có vụ việc nào đến hạn trả lời trong kỳ.',
    () => deadlineBlocks(figures),
  ),
  heading(2, '3. Thời gian chuyển và giải quyết'),
  ...timeBlocks(figures),
];

function routingPoints({ routing, returns }: MonthlyFigures): readonly Block[] {
  const { perCase, reasons } = returns;
  const why = Object.entries(reasons)
    .filter(([, count]) => count > 0)
    // Object.entries forgets that the keys are reasons.
    .map(
      ([reason, count]) =>
        `${returnReasonNames[reason as keyof typeof reasons].name.toLowerCase()} ${number(count)}`,
    );
  return [
    point(
      `Chuyển đúng đơn vị ngay lần đầu: ${shareInWords(routing.firstRouting)}; chỉ tính các vụ đã trả lời: ${shareInWords(routing.firstRoutingAnswered)}.`,
    ),
    point(
      `Vụ việc bị đơn vị trả lại ít nhất một lần: ${shareInWords(perCase.returnRate)}; tổng cộng ${number(returns.returns)} lượt trả lại${why.length > 0 ? `: ${why.join(', ')}` : ''}.`,
    ),
  ];
}

const BUCKETS = [
  ['doneOnTime', 'dark'],
  ['doneLate', 'hatched'],
  ['openWithin', 'blank'],
  ['openOverdue', 'light'],
] as const;

const deadlineBlocks = (figures: MonthlyFigures): readonly Block[] => [
  chartBlock(
    deadlineChart(figures),
    `Vụ việc theo ngày đến hạn; ${number(figures.deadlines.counts.due)} vụ đến hạn trong kỳ, không kể ${number(figures.deadlines.counts.ended)} vụ kết thúc không qua trả lời.`,
  ),
  deadlineTable(figures),
  note(
    `${REPORTED.onTimeRate} = trả lời đúng hạn ÷ (đúng hạn + trễ hạn + quá hạn chưa trả lời). Quá hạn tính đến ngày ${dateInWords(figures.today)}. Dấu *: mẫu số dưới 30, không dùng để xếp hạng.`,
  ),
];

function deadlineChart({ month, deadlines, before }: MonthlyFigures): Chart {
  return bucketsChart(deadlines, [
    { name: `Tháng ${monthInWords(month)}`, ...deadlines },
    ...(before === null || before.deadlines.counts.due === 0
      ? []
      : [{ name: `Tháng ${monthInWords(before.period.from)}`, ...before.deadlines }]),
  ]);
}

/** The four buckets of each bar; the title says how it stands with all that the report is about. */
export function bucketsChart(
  { onTimeRate, counts }: DeadlineFigures,
  bars: readonly (DeadlineFigures & { readonly name: string })[],
): Chart {
  const late =
    counts.openOverdue === 0
      ? 'không còn vụ nào quá hạn chưa trả lời'
      : `còn ${number(counts.openOverdue)} vụ quá hạn chưa trả lời`;
  const inWords = (of: DeadlineFigures): string =>
    BUCKETS.map(
      ([bucket]) => `${REPORTED[bucket].toLowerCase()} ${number(of.counts[bucket])}`,
    ).join(', ');
  return {
    chartId: 'deadlines',
    title: `${shareInWords(onTimeRate)} trả lời đúng hạn; ${late}`,
    description: `Biểu đồ thanh ngang chồng. ${bars.map((bar) => `${bar.name}: ${inWords(bar)}`).join('. ')}.`,
    form: 'bars',
    stacked: true,
    unit: 'count',
    axis: 'Vụ việc đến hạn',
    categories: bars.map(({ name }) => name),
    series: BUCKETS.map(([bucket, fill]) => ({
      name: REPORTED[bucket],
      fill,
      values: bars.map((bar) => bar.counts[bucket]),
    })),
  };
}

function deadlineTable({ deadlines, deadlinesByDepartment }: MonthlyFigures): Block {
  return table(
    'Vụ việc đến hạn trong kỳ, theo đơn vị chủ trì',
    [
      words('Đơn vị chủ trì', 34),
      numbers('Đến hạn', 10),
      numbers('Đúng hạn', 10),
      numbers('Trễ hạn', 10),
      numbers('Còn hạn', 10),
      numbers('Quá hạn', 10),
      numbers('Tỷ lệ đúng hạn', 16),
    ],
    [
      ...deadlinesByDepartment
        .filter(({ counts }) => counts.due > 0)
        .toSorted((a, b) => b.counts.due - a.counts.due)
        .map((row) => deadlineRow(row, row.name)),
      { ...deadlineRow(deadlines, 'Tổng'), isTotal: true },
    ],
  );
}

const deadlineRow = (
  { counts, onTimeRate, onTimeRankable }: DeadlineFigures,
  name: string,
): TableRow => ({
  cells: [
    name,
    number(counts.due),
    ...BUCKETS.map(([bucket]) => number(counts[bucket])),
    onTimeRankable || onTimeRate.rate === null
      ? percent(onTimeRate.rate)
      : `${percent(onTimeRate.rate)} *`,
  ],
});

const NO_TIMES = 'Chưa có vụ việc nào của kỳ được chuyển, trả lời hoặc giải quyết xong.';
const PERCENTILES = [
  ['p50', 'Một nửa (p50)'],
  ['p90', '90% (p90)'],
  ['p95', '95% (p95)'],
] as const;
const MINUTES_AN_HOUR = 60;

interface Timed {
  readonly figure: keyof TimeFigures & ReportedFigure;
  readonly unit: string;
  /** Minutes of one. */
  readonly minutes: number;
}
const HAND_OFF: Timed = { figure: 'handOff', unit: 'phút', minutes: 1 };
const RESOLUTION: Timed = {
  figure: 'resolution',
  unit: 'giờ làm việc',
  minutes: MINUTES_AN_HOUR,
};

function timeBlocks(figures: MonthlyFigures): readonly Block[] {
  const { times, handOffMinutes } = figures;
  const shown = [HAND_OFF, RESOLUTION].filter(({ figure }) => times[figure].cases > 0);
  return unlessEmpty(shown.length === 0, NO_TIMES, () => [
    ...shown.map((timed) =>
      chartBlock(
        timeChart(timed, times[timed.figure], handOffMinutes),
        `${REPORTED[timed.figure]}, ${timed.unit}; ${number(times[timed.figure].cases)} vụ. Sai số của phân vị không quá 2%.`,
      ),
    ),
    timeTable(times),
    note(
      'Thời gian trả lời lần đầu và giải quyết tính theo giờ làm việc của đơn vị; các thời gian khác tính suốt ngày đêm. p50, p90, p95: một nửa, 90%, 95% số vụ không lâu hơn.',
    ),
  ]);
}

function timeChart({ figure, unit, minutes }: Timed, times: Percentiles, target: number): Chart {
  const values = PERCENTILES.map(([percentile]) => {
    const value = times[percentile];
    return value === null ? null : value / minutes;
  });
  const [half, most] = [duration(times.p50), duration(times.p90)];
  const found =
    figure === 'handOff'
      ? `Một nửa được chuyển hoặc trả lời trong ${half}, 90% trong ${most}; mục tiêu ${number(target)} phút`
      : `Một nửa có kết quả trong ${half} làm việc, 90% trong ${most} làm việc`;
  return {
    chartId: `times-${figure === 'handOff' ? 'hand-off' : 'resolution'}`,
    title: found,
    description: `Biểu đồ thanh ngang. ${PERCENTILES.map(([, name], place) => `${name}: ${decimal(values[place] ?? null)} ${unit}`).join('; ')}.`,
    form: 'bars',
    stacked: false,
    unit: 'amount',
    axis: unit,
    categories: PERCENTILES.map(([, name]) => name),
    series: [{ name: REPORTED[figure], fill: 'dark', values }],
  };
}

const timeTable = (times: TimeFigures): Block =>
  table(
    'Phân vị của thời gian',
    [
      words('Thời gian', 40),
      numbers('Số vụ (lượt)', 15),
      ...PERCENTILES.map(([percentile]) => numbers(percentile, 15)),
    ],
    TIME_FIGURES.map((figure) => ({
      cells: [
        REPORTED[figure],
        number(times[figure].cases),
        ...PERCENTILES.map(([percentile]) => duration(times[figure][percentile])),
      ],
    })),
  );
