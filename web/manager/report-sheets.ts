import type { Named } from '../../shared/domain/status-names.ts';
import { MEASURES } from './measures.ts';
import { type DepartmentRow } from './department-rows.ts';
import type { FigureKey } from './figure-names.ts';
import type {
  Deadlines,
  Definition,
  Headline,
  Returns,
  Routing,
  Series,
  Share,
  Times,
} from './figures.ts';
import { shownRows } from './shown-rows.ts';
import type { Cell, Sheet } from './sheets.ts';

export interface ReportData {
  readonly headline: Headline;
  readonly before: Headline | undefined;
  readonly deadlines: Deadlines;
  readonly times: Times;
  readonly routing: Routing;
  readonly returns: Returns;
  readonly series: Series;
  readonly places: Headline;
  /** As they are sorted on the page. */
  readonly departments: readonly DepartmentRow[];
}

/** What a file is written with for its reader. */
export interface ReportWords {
  readonly figure: string;
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly definition: string;
  readonly rate: string;
  readonly when: string;
  readonly all: string;
  readonly summarySheet: string;
  readonly overTime: string;
  readonly departments: string;
  readonly places: string;
  readonly name: (figure: FigureKey) => string;
  readonly named: (named: Named) => string;
  readonly define: (definition: Definition | undefined) => string;
}

/** Every table of the page, in the order of the page. */
export const reportSheets = (data: ReportData, words: ReportWords): readonly Sheet[] => [
  summarySheet(data, words),
  seriesSheet(data, words),
  departmentsSheet(data, words),
  placesSheet(data, words),
];

const share = ({ numerator, denominator, rate }: Share): readonly Cell[] => [
  { rate },
  numerator,
  denominator,
];

function summarySheet(data: ReportData, words: ReportWords): Sheet {
  const { headline, deadlines, times, routing, returns } = data;
  const { satisfaction, counts } = headline.total;
  const line =
    (definitions: Readonly<Record<string, Definition>>) =>
    (figure: FigureKey, cells: readonly Cell[]): readonly Cell[] => [
      words.name(figure),
      ...cells,
      ...Array.from<null>({ length: 3 - cells.length }).fill(null),
      words.define(definitions[figure]),
    ];
  const headed = line(headline.definitions);
  const due = line(deadlines.definitions);
  const routed = line(routing.definitions);
  const returned = line(returns.definitions);
  return {
    name: words.summarySheet,
    head: [words.figure, words.value, words.numerator, words.denominator, words.definition],
    rows: [
      [`${headline.period.from} – ${headline.period.to}`, headline.asOf, null, null, null],
      ...(['ofForwarded', 'ofAnswered', 'ofJudged', 'judgedOfAnswered'] as const).map((figure) =>
        headed(figure, share(satisfaction[figure])),
      ),
      headed('reopenRate', share(headline.total.reopenRate)),
      headed('firstContactRate', share(headline.total.contact.firstContactRate)),
      headed('repeatRate', share(headline.total.contact.repeatRate)),
      ...HEADLINE_COUNTS.map((figure) => headed(figure, [counts[figure]])),
      due('onTimeRate', share(deadlines.total.onTimeRate)),
      due('extensionRate', share(deadlines.total.extensionRate)),
      ...DEADLINE_COUNTS.map((figure) => due(figure, [deadlines.total.counts[figure]])),
      ...MEASURES.flatMap((measure) =>
        (['p50', 'p90', 'p95'] as const).map((percentile): readonly Cell[] => [
          `${words.name(measure)}, ${percentile} (min)`,
          times.total[measure][percentile],
          ...[null, null],
          words.define(times.definitions[measure]),
        ]),
      ),
      routed('firstRouting', share(routing.total.firstRouting)),
      routed('firstRoutingAnswered', share(routing.total.firstRoutingAnswered)),
      returned('returnRate', share(returns.total.perCase.returnRate)),
      returned('returns', [returns.total.returns]),
    ],
  };
}

const HEADLINE_COUNTS = [
  ...(['received', 'incidents', 'receivedAnswered', 'rejected', 'duplicate'] as const),
  ...(['withdrawn', 'citizenSilent', 'forwarded', 'answered', 'satisfied'] as const),
  ...(['acceptable', 'unsatisfied', 'reopened', 'endedUnanswered'] as const),
];
const DEADLINE_COUNTS = [
  ...(['due', 'doneOnTime', 'doneLate', 'openWithin', 'openOverdue'] as const),
  ...(['extended', 'paused', 'ended'] as const),
];

function seriesSheet({ series }: ReportData, words: ReportWords): Sheet {
  const rows = shownRows(series);
  return {
    name: words.overTime,
    head: [words.when, ...rows.map(words.named), words.all],
    rows: series.steps.map(({ from, to }, index) => [
      from === to ? from : `${from} – ${to}`,
      ...rows.map(({ counts }) => counts.received[index] ?? 0),
      series.total.counts.received[index] ?? 0,
    ]),
  };
}

function departmentsSheet({ departments }: ReportData, words: ReportWords): Sheet {
  return {
    name: words.departments,
    head: [
      words.departments,
      ...(['forwarded', 'answered', 'satisfactory'] as const).map(words.name),
      words.name('ofForwarded'),
      ...(['low', 'high'] as const).map((end) => `${words.name('interval')}, ${end}`),
      words.name('judgedOfAnswered'),
      words.name('rankable'),
      words.name('onTimeRate'),
      ...(['doneOnTime', 'decided', 'openOverdue', 'refused'] as const).map(words.name),
    ],
    rows: departments.map((row) => departmentCells(row, words)),
  };
}

function departmentCells(row: DepartmentRow, { named }: ReportWords): readonly Cell[] {
  const { headline, deadlines, returns } = row;
  const { counts, satisfaction } = headline;
  const onTime =
    deadlines === undefined
      ? [null, null, null, null]
      : [...share(deadlines.onTimeRate), deadlines.counts.openOverdue];
  return [
    named(row),
    ...[counts.forwarded, counts.answered, counts.satisfactory],
    { rate: satisfaction.ofForwarded.rate },
    { rate: satisfaction.ofForwarded.low },
    { rate: satisfaction.ofForwarded.high },
    { rate: satisfaction.judgedOfAnswered.rate },
    Number(satisfaction.rankable),
    ...onTime,
    returns?.refusals?.refused ?? null,
  ];
}

function placesSheet({ places }: ReportData, words: ReportWords): Sheet {
  return {
    name: words.places,
    head: [
      words.places,
      ...(['received', 'forwarded', 'satisfactory', 'ofForwarded'] as const).map(words.name),
    ],
    rows: places.rows
      .filter(({ counts }) => counts.received > 0)
      .map((row) => [
        words.named(row),
        row.counts.received,
        row.counts.forwarded,
        row.counts.satisfactory,
        { rate: row.satisfaction.ofForwarded.rate },
      ]),
  };
}
