import { describe, expect, it } from 'vitest';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import { CrossBody } from '../../shared/contracts/statistics-cross.ts';
import { CROSS_DIMENSIONS } from '../../shared/domain/statistics-cross.ts';
import { askingStatistics } from '../../test/support/asking-statistics.ts';

const WINTER = { from: '2019-12-01', to: '2020-02-29' };
const TABLE = { ...WINTER, view: 'forwarded', rows: 'department', columns: 'service' };

describe('one dimension by another', () => {
  it.each(CROSS_DIMENSIONS.filter((dimension) => dimension !== 'class'))(
    'keeps its contract by %s',
    async (rows) => {
      const ask = await askingStatistics('cross');
      const { status, body } = await ask({ ...TABLE, rows, columns: 'class' });
      expect(status, JSON.stringify(body)).toBe(200);
      const { total, cells, rowsBy, columnsBy } = CrossBody.parse(body);
      expect([rowsBy, columnsBy]).toEqual([rows, 'class']);
      expect(cells.length).toBeGreaterThan(0);
      expect(total.cases).toBe(
        '/v1/statistics/cases?from=2019-12-01&to=2020-02-29&figure={figure}',
      );
    },
  );

  it('gives the figures of its cohort, with their definitions, and none of the other', async () => {
    const ask = await askingStatistics('cross');
    const forwarded = CrossBody.parse((await ask(TABLE)).body);
    expect(forwarded.definitions['ofForwarded']).toMatchObject({
      glossary: 'docs/glossary.md#offorwarded',
    });
    expect(forwarded.definitions).not.toHaveProperty('received');
    expect(forwarded.total).not.toHaveProperty('counts.received');
    const received = CrossBody.parse((await ask({ ...TABLE, view: 'received' })).body);
    expect(Object.keys(received.definitions)).toEqual([
      ...['received', 'receivedAnswered', 'rejected', 'duplicate', 'withdrawn', 'citizenSilent'],
      ...['incidents', 'answeredOfReceived', 'interval'],
    ]);
    expect(received.total).not.toHaveProperty('satisfaction');
  });

  it('opens the cases of a cell by both of its lines', async () => {
    const ask = await askingStatistics('cross');
    const answer = CrossBody.parse((await ask({ ...TABLE, rows: 'week' })).body);
    if (answer.view !== 'forwarded') throw new Error(answer.view);
    const cell = answer.cells.find(({ counts }) => counts.answered > 0)!;
    const [, query] = (cell.cases ?? '').replace('{figure}', 'answered').split('?');
    const asked = Object.fromEntries(new URLSearchParams(query));
    expect(asked).toMatchObject({ from: cell.row, service: cell.column ?? '-' });
    const listed = await (await askingStatistics('cases'))({ ...asked, limit: '100' });
    expect(FigureCasesBody.parse(listed.body).cases).toHaveLength(cell.counts.answered);
  });

  it('links officers to what their department leads or supports', async () => {
    const ask = await askingStatistics('cross', 'an');
    for (const rows of ['department', 'supporting']) {
      const { cells } = CrossBody.parse((await ask({ ...TABLE, rows })).body);
      const linked = new Set(cells.filter((cell) => cell.cases !== null).map(({ row }) => row));
      expect([...linked].filter((row) => row !== 'TA')).toEqual([]);
    }
    const own = { ...WINTER, figure: 'forwarded', supporting: 'TA' };
    expect(await (await askingStatistics('cases', 'an'))(own)).toMatchObject({ status: 200 });
    expect(
      await (
        await askingStatistics('cases', 'an')
      )({ ...own, supporting: 'SXD' }),
    ).toMatchObject({ status: 403, body: { code: 'CASES_OF_OTHERS' } });
  });

  it('tells of agents those who lead them, and nobody else', async () => {
    const agents = { ...TABLE, columns: 'agent' };
    const told = CrossBody.parse((await (await askingStatistics('cross', 'minh'))(agents)).body);
    expect(told.columns.map(({ name }) => name)).toContain('Nguyễn Thị Lan');
    for (const as of ['lan', 'an', 'hoa']) {
      expect(await (await askingStatistics('cross', as))(agents)).toMatchObject({
        status: 403,
        body: { code: 'BREAKDOWN_NOT_PERMITTED' },
      });
    }
  });

  it.each([
    [{ rows: 'colour' }, 400, 'REQUEST_INVALID'],
    [{ view: 'judged' }, 400, 'REQUEST_INVALID'],
    [{ rows: 'service' }, 422, 'DIMENSIONS_EQUAL'],
    [{ view: 'received', rows: 'model' }, 422, 'FIGURE_NOT_BY'],
    [{ from: '2019-01-01', to: '2020-01-02', rows: 'day' }, 422, 'STEPS_TOO_MANY'],
    [{ from: '2020-07-01', to: '2020-07-16' }, 422, 'PERIOD_IN_FUTURE'],
    [{ from: '2009-01-01', to: '2020-01-01' }, 422, 'PERIOD_TOO_LONG'],
    [{ from: '2020-03-02', to: '2020-03-01' }, 422, 'PERIOD_REVERSED'],
  ])('of %j is refused: %i %s', async (query, status, code) =>
    expect(await (await askingStatistics('cross'))({ ...TABLE, ...query })).toMatchObject({
      status,
      body: { code },
    }),
  );
});
