import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartDrawing } from './chart-drawing.ts';
import { type Chart, FILLS } from './chart.ts';
import { filled, fitted, type Mark, widthOf } from './drawing.ts';

const WIDTH = 460;
const aChart = (differing: Partial<Chart> = {}): Chart => ({
  chartId: 'a-chart',
  title: 'Một nửa là phản ánh hiện trường',
  description: 'Hai thanh.',
  form: 'bars',
  stacked: false,
  unit: 'count',
  axis: 'Vụ việc',
  categories: ['Thuận An', 'Dĩ An'],
  series: [{ name: 'Tiếp nhận', fill: 'dark', values: [40, 10] }],
  ...differing,
});

const boxes = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'box' ? [mark] : []));
const texts = (marks: readonly Mark[]) =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
const lines = (marks: readonly Mark[], as: string) =>
  marks.flatMap((mark) => (mark.kind === 'line' && mark.as === as ? [mark] : []));

const values = (length: number) =>
  fc.array(fc.option(fc.integer({ min: 0, max: 5_000 })), { minLength: length, maxLength: length });
const charts = fc
  .record({
    count: fc.integer({ min: 1, max: 31 }),
    series: fc.integer({ min: 1, max: 4 }),
    form: fc.constantFrom('bars' as const, 'columns' as const),
  })
  .chain(({ count, series, form }) =>
    fc.array(values(count), { minLength: series, maxLength: series }).map((all) =>
      aChart({
        form,
        stacked: true,
        categories: Array.from({ length: count }, (_, place) => String(place + 1)),
        series: all.map((own, place) => ({
          name: `Loại ${place}`,
          fill: FILLS[place] ?? 'muted',
          values: own,
        })),
      }),
    ),
  );

describe('a drawn chart', () => {
  it('keeps every box and line on its paper, whatever the numbers', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const { width, height, marks } = chartDrawing(chart, WIDTH);
        const inside = (x: number, y: number) =>
          x >= -0.01 && x <= width + 0.01 && y >= -0.01 && y <= height + 0.01;
        for (const mark of marks) {
          if (mark.kind === 'box')
            expect(
              inside(mark.x, mark.y) && inside(mark.x + mark.width, mark.y + mark.height),
            ).toBe(true);
          if (mark.kind === 'line') expect(inside(...mark.from) && inside(...mark.to)).toBe(true);
          expect(JSON.stringify(mark)).not.toMatch(/null|NaN/);
        }
      }),
    );
  });

  it('writes the sum of each stack, which is that of its parts', () => {
    const chart = aChart({
      stacked: true,
      form: 'columns',
      series: [
        { name: 'A', fill: 'dark', values: [1_000, 2] },
        { name: 'B', fill: 'hatched', values: [25, 0] },
      ],
    });
    expect(texts(chartDrawing(chart, WIDTH).marks)).toEqual(
      expect.arrayContaining(['1.025', '2', 'A', 'B', 'Thuận An', 'Dĩ An', 'Vụ việc']),
    );
  });

  it('makes bars as long as their numbers', () => {
    const [first, second] = boxes(chartDrawing(aChart(), WIDTH).marks);
    expect(first!.width / second!.width).toBeCloseTo(4);
  });

  it('shows an interval, and what may not be ranked as faint', () => {
    const chart = aChart({
      unit: 'share',
      series: [
        {
          name: 'Tỷ lệ',
          fill: 'light',
          values: [0.8, 1],
          intervals: [{ low: 0.6, high: 0.9 }, null],
          muted: [false, true],
        },
      ],
    });
    const { marks } = chartDrawing(chart, WIDTH);
    expect(boxes(marks).map(({ fill }) => fill)).toEqual(['light', 'muted']);
    expect(lines(marks, 'interval')).toHaveLength(3);
    expect(texts(marks)).toEqual(expect.arrayContaining(['80,0%', '100,0%']));
  });

  it('hatches up to the edges of a box and not beyond', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        (width, height) => {
          const hatching = lines(filled({ x: 5, y: 7, width, height }, 'hatched'), 'hatch');
          for (const { from, to } of hatching) {
            expect(Math.min(from[0], to[0])).toBeGreaterThanOrEqual(5);
            expect(Math.max(from[0], to[0])).toBeLessThanOrEqual(5 + width + 1e-9);
            expect(Math.min(from[1], to[1])).toBeGreaterThanOrEqual(7);
            expect(Math.max(from[1], to[1])).toBeLessThanOrEqual(7 + height + 1e-9);
          }
        },
      ),
    );
  });

  it('shortens a name that has no room, and no other', () => {
    expect(fitted('Sở Y tế', 200)).toBe('Sở Y tế');
    const short = fitted('Trung tâm Quản lý và Điều hành Vận tải hành khách công cộng', 100);
    expect(short).toMatch(/^Trung tâm.*…$/);
    expect(widthOf(short)).toBeLessThanOrEqual(100);
  });
});
