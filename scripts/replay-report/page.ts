import { EMERGENCY_LINE, PUBLISHED } from '../../local/replay/published.ts';
import type { Chart } from '../../shared/domain/report/chart.ts';
import { shareOf, type Share } from '../../shared/domain/satisfaction.ts';
import type { EightMonths } from './ask.ts';

interface Written {
  readonly months: EightMonths;
  readonly charts: readonly Chart[];
  /** `2020-06` */
  readonly month: string;
}

/** docs/binh-duong-2020.md: every number of it asked of the API or reckoned from what was published. */
export function pageOf({ months, charts, month }: Written): string {
  return `# Bình Dương, November 2019 to June 2020

Made by \`npm run replay:report\` from a store that \`npm run replay\` has filled; do not edit.

The province published what its hotline received in its first eight months. \`npm run replay\` plays as many requests through the same API that agents, departments
and citizens use, on the days of those months, and these are the figures that managers then read at \`/v1/statistics/*\`. Nothing is typed in: a number that did not come out would show here, and the command
fails on it.

## What was published, and what comes out

${table(
  ['', 'Published', 'Measured'],
  comparison(months).map((row) => [...row]),
)}

- **The classes add up:** ${count(PUBLISHED.procedure)} + ${count(PUBLISHED.field_report)} + ${count(PUBLISHED.information)} = ${count(PUBLISHED.procedure + PUBLISHED.field_report + PUBLISHED.information)}.
- **77 % of what?** Of all that was forwarded: ${shared(months.headline.total.satisfaction.ofForwarded)}, 95 % interval ${interval(months.headline.total.satisfaction.ofForwarded)}. The 77 % is all that was published of the
  judgements; how they divide is made up (\`local/replay/published.ts\`): ${fates(months)}. Every other denominator gives another rate:

${table(
  ['Rate', 'Share', '95 % interval'],
  (['ofForwarded', 'ofAnswered', 'ofJudged', 'judgedOfAnswered'] as const).map((figure) => {
    const share = months.headline.total.satisfaction[figure];
    return [`[\`${figure}\`](glossary.md#${figure.toLowerCase()})`, shared(share), interval(share)];
  }),
)}

- **The 115 line** took ${count(EMERGENCY_LINE.requests)} requests, of which ${count(EMERGENCY_LINE.served)} were served: ${shared(shareOf(EMERGENCY_LINE.served, EMERGENCY_LINE.requests))}. The press wrote 46.7 %, which is not that
  rate; the complement is ${percent(shareOf(EMERGENCY_LINE.requests - EMERGENCY_LINE.served, EMERGENCY_LINE.requests))}. A rate is reckoned from its two numbers, never copied. The replay plays no calls of that line, so these two are the published ones.

## Charts

The charts of the official report, of the whole eight months; their titles and descriptions are Vietnamese, as the report is. Read on ${months.headline.asOf.slice(0, 10)} of the province's simulated clock: what was
open then and past its day counts as failed.

${charts.map(({ chartId, title }) => `![${title}](binh-duong-2020/${chartId}.svg)`).join('\n\n')}

No department below ${months.headline.minimumRankingSample} cases is ranked; its bar is faint.

## The report of a month

What \`GET /v1/statistics/monthly-report?month=${month}\` answers for a month of the replay, as an office gets it: [Word](reports/bao-cao-1022-${month}.docx), with charts that Word draws and
whose numbers can be changed, and [PDF](reports/bao-cao-1022-${month}.pdf).

## Again

\`\`\`sh
npm run replay           # some ten minutes on a quiet machine; may be stopped, and goes on where it was
npm run replay:report    # asks a copy of its store and writes this page, the charts and the reports
\`\`\`
`;
}

function comparison({ headline }: EightMonths): readonly (readonly [string, string, string])[] {
  const { receivedByClass, total, rows } = headline;
  const departments = rows.filter(({ value, counts }) => value !== null && counts.forwarded > 0);
  const { ofForwarded } = total.satisfaction;
  return [
    ['Requests received', count(PUBLISHED.received), count(total.counts.received)],
    ['Administrative procedures', count(PUBLISHED.procedure), count(receivedByClass.procedure)],
    [
      'Field reports, forwarded to departments',
      count(PUBLISHED.field_report),
      `${count(receivedByClass.field_report)}, of which ${count(total.counts.forwarded)} forwarded`,
    ],
    ['Information queries', count(PUBLISHED.information), count(receivedByClass.information)],
    ['Focal points', count(PUBLISHED.departments), count(departments.length)],
    ['Satisfactory', `${PUBLISHED.satisfactoryPercent} %`, shared(ofForwarded)],
  ];
}

function fates({ headline }: EightMonths): string {
  const { satisfied, acceptable, unsatisfied, answered, judged, forwarded } = headline.total.counts;
  return `${count(satisfied)} satisfied, ${count(acceptable)} acceptable, ${count(unsatisfied)} not, ${count(answered - judged)} answered and not judged, ${count(forwarded - answered)} not answered`;
}

const count = (value: number): string => value.toLocaleString('en');
const inPercent = (rate: number | null): string =>
  rate === null ? '–' : `${(rate * 100).toFixed(1)} %`;
const percent = ({ rate }: Share): string => inPercent(rate);
const shared = (share: Share): string =>
  `${percent(share)} (${count(share.numerator)} / ${count(share.denominator)})`;
const interval = ({ low, high }: Share): string => `${inPercent(low)} – ${inPercent(high)}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
