import { SyntaxValidator } from 'fast-xml-validator';
import { expect, it } from 'vitest';
import type { Chart } from '../../shared/domain/report/chart.ts';
import { svgChart } from './svg-chart.ts';

const chart: Chart = {
  chartId: 'a-chart',
  title: `Dưới 5 & trên <3: ${'một câu dài hơn một dòng '.repeat(6)}`.trim(),
  description: 'A: 4; B: 1',
  form: 'bars',
  stacked: false,
  unit: 'count',
  axis: 'Vụ việc',
  categories: ['A', 'B'],
  series: [{ name: 'Số vụ', fill: 'hatched', values: [4, 1] }],
};

it('a chart as a picture is well-formed, told in words, and has its whole title on lines that fit', () => {
  const svg = svgChart(chart);
  expect(SyntaxValidator.validate(svg)).toBe(true);
  expect(svg).toContain('<desc id="desc">A: 4; B: 1</desc>');
  const bold = [...svg.matchAll(/font-weight="bold">([^<]*)</g)].map(([, line]) => line);
  expect(bold.length).toBeGreaterThan(1);
  expect(bold.join(' ')).toBe(chart.title.replace('&', '&amp;').replace('<', '&lt;'));
});
