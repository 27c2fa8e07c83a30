import { describe, expect, it } from 'vitest';
import { daysLater } from './statistics-period.ts';
import { spanNames, spanOf, SPANS, spansOf, withinSpan } from './statistics-spans.ts';

describe('the spans of a period', () => {
  it('are its days', () =>
    expect(
      spansOf({ from: '2020-02-28', to: '2020-03-01' }, 'day').map(({ from }) => from),
    ).toEqual(['2020-02-28', '2020-02-29', '2020-03-01']));

  // The 1st of June 2020 is a Monday.
  it('are weeks from Monday to Sunday, clipped at both ends', () =>
    expect(spansOf({ from: '2020-05-31', to: '2020-06-09' }, 'week')).toEqual([
      { from: '2020-05-31', to: '2020-05-31' },
      { from: '2020-06-01', to: '2020-06-07' },
      { from: '2020-06-08', to: '2020-06-09' },
    ]));

  it('are months, clipped at both ends', () =>
    expect(spansOf({ from: '2019-12-15', to: '2020-01-03' }, 'month')).toEqual([
      { from: '2019-12-15', to: '2019-12-31' },
      { from: '2020-01-01', to: '2020-01-03' },
    ]));

  it('are quarters, clipped at both ends', () =>
    expect(spansOf({ from: '2019-11-15', to: '2020-04-03' }, 'quarter')).toEqual([
      { from: '2019-11-15', to: '2019-12-31' },
      { from: '2020-01-01', to: '2020-03-31' },
      { from: '2020-04-01', to: '2020-04-03' },
    ]));

  it.each(SPANS)('by %s follow each other without a gap, each with a name of its own', (span) => {
    const period = { from: '2019-11-24', to: '2020-06-30' };
    const steps = spansOf(period, span);
    expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([period.from, period.to]);
    for (const [index, { from, to }] of steps.entries()) {
      expect(from <= to).toBe(true);
      expect(withinSpan(period, span, spanOf(to, span))).toEqual({ from, to });
      if (index > 0) expect(from).toBe(daysLater(steps[index - 1]?.to ?? '', 1));
    }
  });

  it('of another time are none of it', () =>
    expect(() => withinSpan({ from: '2020-01-01', to: '2020-01-31' }, 'month', '2020-02')).toThrow(
      '2020-02 is no month of the period',
    ));

  it.each([
    ['day', '01/06/2020', '1 June 2020'],
    ['week', 'Tuần từ 01/06/2020', 'Week from 1 June 2020'],
    ['month', 'Tháng 6/2020', 'June 2020'],
    ['quarter', 'Quý 2/2020', 'Quarter 2 of 2020'],
  ] as const)('by %s are called what people call them', (span, name, nameEn) =>
    expect(spanNames(spanOf('2020-06-01', span), span)).toEqual({ name, nameEn }),
  );
});
