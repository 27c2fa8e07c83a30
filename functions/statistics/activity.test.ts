import { describe, expect, it } from 'vitest';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { ActivityBody } from '../../shared/contracts/statistics-activity.ts';
import {
  ACTIVITY_BREAKDOWNS,
  ACTIVITY_FIGURES,
} from '../../shared/domain/statistics-activity-figures.ts';
import { askingStatistics } from '../../test/support/asking-statistics.ts';

const WINTER = { from: '2019-12-01', to: '2020-02-29' };
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe('activity', () => {
  it.each([undefined, ...ACTIVITY_BREAKDOWNS])(
    'keeps its contract by %s, and its rows add up',
    async (by) => {
      const ask = await askingStatistics('activity');
      const { status, body } = await ask({ ...WINTER, ...(by !== undefined && { by }) });
      expect(status, JSON.stringify(body)).toBe(200);
      const { total, rows, definitions } = ActivityBody.parse(body);
      expect(definitions.answersGiven).toMatchObject({
        glossary: 'docs/glossary.md#answersgiven',
      });
      expect(total.counts.answersGiven).toBeGreaterThan(5);
      for (const figure of by === undefined ? [] : ACTIVITY_FIGURES) {
        expect(sumOf(rows.map(({ counts }) => counts[figure])), figure).toBe(total.counts[figure]);
      }
    },
  );

  it('opens the cases with which it happened, each as often as it did', async () => {
    const { body } = await (await askingStatistics('activity'))(WINTER);
    const { counts, cases } = ActivityBody.parse(body).total;
    const open = await askingStatistics('cases');
    for (const figure of ACTIVITY_FIGURES) {
      const [, query] = (cases ?? '').replace('{figure}', figure).split('?');
      const asked = Object.fromEntries(new URLSearchParams(query));
      const page = FigureCasesBody.parse((await open({ ...asked, limit: '100' })).body);
      expect(sumOf(page.cases.map(({ times }) => times)), figure).toBe(counts[figure]);
    }
  });

  it.each([
    [{ by: 'district' }, 400, 'REQUEST_INVALID'],
    [{ by: 'agent' }, 400, 'REQUEST_INVALID'],
    [{ from: '2020-07-01', to: '2020-07-16' }, 422, 'PERIOD_IN_FUTURE'],
    [{ from: '2009-01-01', to: '2020-01-01' }, 422, 'PERIOD_TOO_LONG'],
    [{ from: '2020-03-02', to: '2020-03-01' }, 422, 'PERIOD_REVERSED'],
  ])('of %j is refused: %i %s', async (query, status, code) =>
    expect(await (await askingStatistics('activity'))({ ...WINTER, ...query })).toMatchObject({
      status,
      body: { code },
    }),
  );
});
