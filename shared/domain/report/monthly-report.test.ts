import { beforeAll, describe, expect, it } from 'vitest';
import { aCase, aRound, at } from '../../../test/support/case-builder.ts';
import { usualLives } from '../../../test/support/month-of-cases.ts';
import { figuresOfMonth, reportOf } from '../../../test/support/month-report.ts';
import { caseIdNumber } from '../../../test/support/random-cases.ts';
import type { Chart } from './chart.ts';
import { definitionOf, REPORTED, type ReportedFigure } from './figure-names.ts';
import type { MonthlyFigures } from './monthly-figures.ts';
import type { Block, ReportDocument, ReportTable } from './report-document.ts';
import { percent } from './words.ts';

const tableOf = ({ blocks }: ReportDocument, title: string): ReportTable => {
  const found = blocks.find((block) => block.kind === 'table' && block.title === title);
  if (found?.kind !== 'table') throw new Error(`No table ${title}`);
  return found;
};
const chartsOf = ({ blocks }: ReportDocument): Chart[] =>
  blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
const wordsOf = ({ blocks }: ReportDocument): string =>
  blocks.flatMap((block: Block) => ('text' in block ? [block.text] : [])).join('\n');
const read = (cell: string | undefined): number => Number(cell?.replaceAll('.', ''));

describe('the report of a month', () => {
  let figures: MonthlyFigures;
  let report: ReportDocument;
  beforeAll(async () => {
    figures = await figuresOfMonth(usualLives(300, Date.UTC(2020, 5, 1)));
    report = reportOf(figures);
  });

  it('is headed and named as an official document', () => {
    expect(report).toMatchObject({
      fileName: 'bao-cao-1022-2020-06',
      title: 'BÁO CÁO',
      subject: ['Tình hình tiếp nhận, xử lý phản ánh, kiến nghị', 'qua Tổng đài 1022 tháng 6/2020'],
      letterhead: { place: 'Bình Dương', symbol: 'BC-STTTT' },
    });
    expect(wordsOf(report)).toContain('từ ngày 01/6/2020 đến hết ngày 30/6/2020');
    expect(wordsOf(report)).toContain('lúc 14 giờ 05 phút ngày 15/7/2020');
  });

  it('numbers its sections without a gap', () => {
    const titles = report.blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 1 ? [block.text.split('.')[0]] : [],
    );
    expect(titles).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI']);
  });

  it.each([
    'Vụ việc tiếp nhận theo loại',
    'Vụ việc tiếp nhận theo kênh',
    'Vụ việc tiếp nhận theo nhóm lĩnh vực',
    'Vụ việc tiếp nhận theo huyện, thị xã, thành phố',
    'Vụ việc đến hạn trong kỳ, theo đơn vị chủ trì',
    'Đánh giá theo đơn vị chủ trì',
  ])('%s: the lines add up to the total below them', (title) => {
    const { rows } = tableOf(report, title);
    const total = rows.at(-1);
    expect(total?.isTotal).toBe(true);
    const sum = rows.slice(0, -1).reduce((sums, { cells }) => sums + read(cells[1]), 0);
    expect(sum).toBeGreaterThan(0);
    expect(read(total?.cells[1])).toBe(sum);
  });

  it('has a chart for each question, of the very numbers of its tables', () => {
    const charts = chartsOf(report);
    expect(charts.map(({ chartId }) => chartId)).toEqual([
      'received-by-day',
      'received-by-place',
      'deadlines',
      'times-hand-off',
      'times-resolution',
      'satisfaction-by-department',
    ]);
    const sum = (chart: Chart | undefined) =>
      chart?.series
        .flatMap(({ values }) => values)
        .reduce((all: number, one) => all + (one ?? 0), 0);
    expect(sum(charts[0])).toBe(figures.total.counts.received);
    expect(sum(charts[1])).toBe(figures.total.counts.received);
    for (const { series, categories } of charts)
      for (const { values } of series) expect(values).toHaveLength(categories.length);
    expect(charts[0]?.categories).toHaveLength(30);
  });

  it('says in words what each chart shows, as a finding and number by number', () => {
    const [days, places, deadlines] = chartsOf(report);
    expect(days?.title).toMatch(
      /^.+ chiếm \d+,\d% \(\d+\/\d+\); nhiều nhất trong một ngày: \d+ vụ/,
    );
    expect(places?.title).toMatch(/có nhiều vụ việc nhất: \d+,\d% \(\d+\/\d+\)$/);
    expect(deadlines?.title).toContain(`(${figures.deadlines.onTimeRate.numerator}/`);
    for (const { description, categories } of chartsOf(report))
      for (const name of categories) expect(description).toContain(name.split(' (')[0]);
  });

  it('ranks nobody below the smallest sample', () => {
    const chart = chartsOf(report).at(-1)!;
    const muted = chart.series[0]?.muted ?? [];
    const few = chart.categories.map((name) => Number(/\((\d+) vụ\)/.exec(name)?.[1]) < 30);
    expect(muted).toEqual(few);
    const { rows } = tableOf(report, 'Đánh giá theo đơn vị chủ trì');
    for (const { cells } of rows.slice(0, -1))
      expect(cells[5]?.endsWith(' *')).toBe(read(cells[1]) < 30);
  });

  it('says the share judged beside the rate, and that silence counts against it', () => {
    const { ofForwarded, judgedOfAnswered } = figures.total.satisfaction;
    expect(wordsOf(report)).toContain(
      `tỷ lệ phản hồi đạt yêu cầu là ${percent(ofForwarded.rate)} (${ofForwarded.numerator}/${ofForwarded.denominator}), khoảng tin cậy 95% từ`,
    );
    expect(wordsOf(report)).toContain(
      `người dân đã đánh giá ${percent(judgedOfAnswered.rate)} (${judgedOfAnswered.numerator}/${judgedOfAnswered.denominator})`,
    );
  });
});

describe('a month with little in it', () => {
  it('without any case reads well, and has no chart and no rate', async () => {
    const report = reportOf(await figuresOfMonth([], { month: '2019-03' }));
    expect(chartsOf(report)).toEqual([]);
    const words = wordsOf(report);
    expect(words).toContain('Trong kỳ, Tổng đài không tiếp nhận vụ việc nào.');
    expect(words).toContain('Không có vụ việc nào đến hạn trả lời trong kỳ.');
    expect(words).not.toMatch(/NaN|Infinity|undefined|null/);
    const { rows } = tableOf(report, 'Các chỉ tiêu chính, so với tháng trước');
    expect(rows[0]?.cells).toEqual(['Đã tiếp nhận', '0', '–', '0', 'không đổi']);
    expect(rows[7]?.cells).toEqual(['Tỷ lệ phản hồi đạt yêu cầu', '–', '0/0', '– (0/0)', '–']);
  });

  it('of one case, judged satisfactory, claims no more than that', async () => {
    const only = aCase({
      caseId: caseIdNumber(1),
      class: 'field_report',
      receivedAt: at('2020-06-10T08:00'),
      forwardedAt: at('2020-06-10T08:02'),
      lead: 'TA',
      rounds: [aRound(at('2020-06-11T08:00'), 'satisfied')],
    });
    const report = reportOf(await figuresOfMonth([only]));
    expect(wordsOf(report)).toContain(
      'tỷ lệ phản hồi đạt yêu cầu là 100,0% (1/1), khoảng tin cậy 95% từ 20,7% đến 100,0%',
    );
    expect(chartsOf(report).at(-1)?.title).toMatch(
      /^Chưa đơn vị nào có từ 30 vụ trong kỳ để xếp hạng/,
    );
    expect(chartsOf(report)[0]?.title).toBe(
      'Phản ánh hiện trường chiếm 100,0% (1/1); nhiều nhất trong một ngày: 1 vụ, ngày 10/6/2020',
    );
  });

  it('that goes on says so and is compared with nothing', async () => {
    const figures = await figuresOfMonth(usualLives(40, Date.UTC(2020, 5, 1)), {
      now: '2020-06-15T02:00:00.000Z',
    });
    expect(figures).toMatchObject({ period: { to: '2020-06-15' }, before: null });
    const words = wordsOf(reportOf(figures));
    expect(words).toContain('Kỳ báo cáo chưa kết thúc');
    expect(words).toContain('Chưa có tháng trước trọn vẹn để so sánh.');
  });

  it('after the districts were abolished is by wards', async () => {
    const asked = { month: '2026-03', now: '2026-04-10T02:00:00.000Z' };
    expect(await figuresOfMonth([], asked)).toMatchObject({ places: 'ward' });
    expect(await figuresOfMonth([], { ...asked, month: '2025-06' })).toMatchObject({
      places: 'district',
    });
  });
});

describe('the definitions behind a report', () => {
  it.each(Object.keys(REPORTED) as ReportedFigure[])('%s names no field of the API', (figure) => {
    expect(REPORTED[figure].normalize('NFC')).toBe(REPORTED[figure]);
    expect(definitionOf(figure)).not.toMatch(/\b[a-z]+[A-Z]\w*|asOf|\/v1\//);
    expect(definitionOf(figure)).not.toMatch(/\b(received|forwarded|answered|judged|due)\b/);
  });
});
