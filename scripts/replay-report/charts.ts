import type { Chart } from '../../shared/domain/report/chart.ts';
import { bucketsChart } from '../../shared/domain/report/handling-section.ts';
import { departmentChart } from '../../shared/domain/report/judgement-section.ts';
import { stepsChart } from '../../shared/domain/report/steps-chart.ts';
import { monthInWords, number, shareInWords } from '../../shared/domain/report/words.ts';
import { shareOf } from '../../shared/domain/satisfaction.ts';
import { EMERGENCY_LINE } from '../../local/replay/published.ts';
import type { EightMonths } from './ask.ts';

/** What the page shows, in its order. */
export const chartsOf = (months: EightMonths): readonly Chart[] => [
  classesChart(months),
  bucketsChart(months.deadlines.total, months.deadlines.rows),
  departmentChart(months.headline.rows),
  emergencyChart(),
];

function classesChart({ headline, classes }: EightMonths): Chart {
  const { received } = headline.total.counts;
  const rows = classes.rows.map(({ name, counts }) => ({ name, received: counts.received }));
  const sums = rows.map(({ name, received: months }) => ({
    name,
    count: months.reduce((sum, count) => sum + count, 0),
  }));
  const largest = sums.reduce((most, one) => (one.count > most.count ? one : most));
  return stepsChart({
    chartId: 'received-by-month',
    title: `${number(received)} vụ việc trong tám tháng; ${largest.name} chiếm ${shareInWords(shareOf(largest.count, received))}`,
    steps: classes.steps.map(({ from }) => ({
      short: monthInWords(from),
      full: `tháng ${monthInWords(from)}`,
    })),
    rows,
  });
}

/** Of the published numbers themselves: the replay plays no calls of the 115 line. */
function emergencyChart(): Chart {
  const { requests, served } = EMERGENCY_LINE;
  const share = shareOf(served, requests);
  const parts = [
    ['Được phục vụ', 'dark', served],
    ['Không được phục vụ', 'blank', requests - served],
  ] as const;
  return {
    chartId: 'emergency-line',
    title: `Đường dây 115 phục vụ ${shareInWords(share)} yêu cầu; 46,7% mà báo chí nêu gần bằng phần còn lại, ${shareInWords(shareOf(requests - served, requests))}`,
    description: `Biểu đồ thanh ngang chồng. ${parts.map(([name, , count]) => `${name}: ${number(count)}`).join('; ')}.`,
    form: 'bars',
    stacked: true,
    unit: 'count',
    axis: 'Yêu cầu',
    categories: ['Đường dây 115'],
    series: parts.map(([name, fill, count]) => ({ name, fill, values: [count] })),
  };
}
