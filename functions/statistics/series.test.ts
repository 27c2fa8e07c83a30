import { describe, expect, it } from 'vitest';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { SeriesBody } from '../../shared/contracts/statistics-series.ts';
import { SERIES_BREAKDOWNS, SERIES_FIGURES } from '../../shared/domain/statistics-series.ts';
import { askingStatistics } from '../../test/support/asking-statistics.ts';

const WINTER = { from: '2019-12-01', to: '2020-02-29' };
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe('a series', () => {
  it.each([undefined, ...SERIES_BREAKDOWNS])(
    'keeps its contract by %s, and its rows add up step by step',
    async (by) => {
      const ask = await askingStatistics('series');
      const { status, body } = await ask({ ...WINTER, step: 'week', ...(by && { by }) });
      expect(status, JSON.stringify(body)).toBe(200);
      const { steps, total, rows, definitions } = SeriesBody.parse(body);
      expect(definitions.received).toMatchObject({ glossary: 'docs/glossary.md#received' });
      expect(sumOf(total.counts.received)).toBeGreaterThan(20);
      for (const figure of SERIES_FIGURES) {
        expect(total.counts[figure]).toHaveLength(steps.length);
        // Several departments may support a case.
        const addsUp = by !== undefined && by !== 'supporting';
        for (const [index, count] of addsUp ? total.counts[figure].entries() : []) {
          expect(sumOf(rows.map(({ counts }) => counts[figure][index] ?? NaN)), figure).toBe(count);
        }
      }
    },
  );

  it('opens the cases of each of its numbers, as many as it says', async () => {
    const ask = await askingStatistics('series');
    const { body } = await ask({ ...WINTER, step: 'month', by: 'class' });
    const { rows, steps } = SeriesBody.parse(body);
    const { cases, counts } = rows.find(({ value }) => value === 'field_report')!;
    const open = await askingStatistics('cases');
    for (const [index, { from, to }] of steps.entries()) {
      const link = (cases ?? '').replace('{from}', from).replace('{to}', to);
      const [, query] = link.replace('{figure}', 'forwarded').split('?');
      const answer = await open({
        ...Object.fromEntries(new URLSearchParams(query)),
        limit: '100',
      });
      const page = FigureCasesBody.parse(answer.body);
      expect([page.cases.length, page.next]).toEqual([counts.forwarded[index], null]);
    }
  });

  it('links officers to the cases of their own department only', async () => {
    const ask = await askingStatistics('series', 'an');
    const { body } = await ask({ ...WINTER, step: 'month', by: 'department' });
    const { total, rows } = SeriesBody.parse(body);
    expect(total.cases).toBeNull();
    const linked = rows.filter(({ cases }) => cases !== null);
    expect(linked.map(({ value }) => value)).toEqual(['TA']);
  });

  it.each([
    [{ ...WINTER, step: 'hour' }, 400, 'REQUEST_INVALID'],
    [{ ...WINTER, step: 'day', by: 'month' }, 400, 'REQUEST_INVALID'],
    [{ from: '2019-01-01', to: '2020-01-02', step: 'day' }, 422, 'STEPS_TOO_MANY'],
    [{ from: '2020-07-01', to: '2020-07-16', step: 'day' }, 422, 'PERIOD_IN_FUTURE'],
  ])('of %j is refused: %i %s', async (query, status, code) =>
    expect(await (await askingStatistics('series'))(query)).toMatchObject({
      status,
      body: { code },
    }),
  );
});
