import { describe, expect, it } from 'vitest';
import { FigureCasesBody } from '../../shared/contracts/figure-cases.ts';
import {
  DeadlinesBody,
  HeadlineBody,
  HeadlineQuery,
  TimesBody,
} from '../../shared/contracts/statistics.ts';
import { DEADLINE_FIGURES } from '../../shared/domain/statistics-deadlines.ts';
import { FIGURES } from '../../shared/domain/statistics-figures.ts';
import { TIME_FIGURES } from '../../shared/domain/statistics-percentiles.ts';
import {
  BREAKDOWNS,
  DEADLINE_BREAKDOWNS,
  TIME_BREAKDOWNS,
} from '../../shared/domain/statistics-rows.ts';
import { askingStatistics as setup } from '../../test/support/asking-statistics.ts';

const WINTER = { from: '2019-12-01', to: '2020-02-29' };

describe('the headline', () => {
  it.each([undefined, ...BREAKDOWNS])(
    'keeps its contract by %s, and its rows add up',
    async (by) => {
      const ask = await setup();
      const { status, body } = await ask({ ...WINTER, ...(by !== undefined && { by }) });
      expect(status).toBe(200);
      const { total, rows, receivedByClass, definitions } = HeadlineBody.parse(body);
      expect(Object.keys(definitions)).toEqual([...FIGURES]);
      expect(total.counts.received).toBeGreaterThan(20);
      const classes = Object.values(receivedByClass);
      expect(classes.reduce((sum, n) => sum + n, 0)).toBe(total.counts.received);
      // Several departments may support a case.
      const addsUp = by !== undefined && by !== 'supporting';
      for (const name of Object.keys(addsUp ? total.counts : {})) {
        const counter = name as keyof typeof total.counts;
        const sum = rows.reduce((soFar, { counts }) => soFar + counts[counter], 0);
        expect(sum, counter).toBe(total.counts[counter]);
      }
    },
  );

  it('lists all 47 departments by name, those without a case too, and what no department has', async () => {
    const { body } = await (
      await setup()
    )({ from: '2020-07-14', to: '2020-07-14', by: 'department' });
    const { rows } = HeadlineBody.parse(body);
    expect(rows).toHaveLength(48);
    expect(rows[0]).toMatchObject({
      value: 'VPUB',
      name: 'Văn phòng Ủy ban nhân dân tỉnh',
      counts: { received: 0, forwarded: 0 },
      satisfaction: { ofForwarded: { rate: null }, rankable: false },
      supporting: 0,
    });
    expect(rows.at(-1)).toMatchObject({ value: null, nameEn: 'No lead department (at the desk)' });
  });

  it.each([
    [{ from: '2020-03-02', to: '2020-03-01' }, 422, 'PERIOD_REVERSED'],
    [{ from: '2020-07-01', to: '2020-07-16' }, 422, 'PERIOD_IN_FUTURE'],
    [{ from: '2009-01-01', to: '2020-01-01' }, 422, 'PERIOD_TOO_LONG'],
    [{ from: '2018-12-31', to: '2020-01-01' }, 422, 'CALENDAR_NOT_COVERED'],
    [{ from: '2020-02-30', to: '2020-03-01' }, 400, 'REQUEST_INVALID'],
    [{ from: '2020-03-01' }, 400, 'REQUEST_INVALID'],
    [{ ...WINTER, by: 'agent' }, 400, 'REQUEST_INVALID'],
    [{ ...WINTER, department: 'TA' }, 400, 'REQUEST_INVALID'],
  ])('of %j is refused: %i %s', async (query, status, code) =>
    expect(await (await setup())(query)).toMatchObject({ status, body: { code } }),
  );

  it('may end today, which in Vietnam begins seven hours before it does in UTC', async () =>
    expect(await (await setup())({ from: '2020-07-15', to: '2020-07-15' })).toMatchObject({
      status: 200,
    }));
});

const ALL_DAYS = { from: '2019-12-01', to: '2020-12-31' };
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe('the deadlines', () => {
  it.each([undefined, ...DEADLINE_BREAKDOWNS])(
    'keep their contract by %s, and their rows add up',
    async (by) => {
      const ask = await setup('deadlines');
      const { status, body } = await ask({ ...ALL_DAYS, ...(by !== undefined && { by }) });
      expect(status).toBe(200);
      const { total, rows, definitions, today } = DeadlinesBody.parse(body);
      expect(today).toBe('2020-07-15');
      expect(Object.keys(definitions)).toEqual([...DEADLINE_FIGURES]);
      expect(definitions.due).toMatchObject({ glossary: 'docs/glossary.md#due' });
      const { due, doneOnTime, doneLate, openWithin, openOverdue } = total.counts;
      expect(due).toBeGreaterThan(5);
      expect(doneOnTime + doneLate + openWithin + openOverdue).toBe(due);
      expect(total.onTimeRate.denominator).toBe(due - openWithin);
      expect([total.breachRate.denominator, total.extensionRate.denominator]).toEqual([due, due]);
      for (const name of Object.keys(by === undefined ? {} : total.counts)) {
        const counter = name as keyof typeof total.counts;
        expect(sumOf(rows.map(({ counts }) => counts[counter])), counter).toBe(
          total.counts[counter],
        );
      }
      expect(rows.every(({ parts }) => (parts !== undefined) === (by === 'department'))).toBe(true);
    },
  );

  it.each([
    [{ from: '2020-03-02', to: '2020-03-01' }, 422, 'PERIOD_REVERSED'],
    [{ from: '2009-01-01', to: '2020-01-01' }, 422, 'PERIOD_TOO_LONG'],
    [{ from: '2027-12-31', to: '2028-01-01' }, 422, 'CALENDAR_NOT_COVERED'],
    [{ ...WINTER, by: 'channel' }, 400, 'REQUEST_INVALID'],
  ])('of %j are refused: %i %s', async (query, status, code) =>
    expect(await (await setup('deadlines'))(query)).toMatchObject({ status, body: { code } }),
  );
});

describe('the times', () => {
  it.each([undefined, ...TIME_BREAKDOWNS])(
    'keep their contract by %s, and their cases add up',
    async (by) => {
      const ask = await setup('times');
      const { status, body } = await ask({ ...WINTER, ...(by !== undefined && { by }) });
      expect(status).toBe(200);
      const { total, rows, definitions } = TimesBody.parse(body);
      expect(Object.keys(definitions)).toEqual([...TIME_FIGURES]);
      for (const measure of by === undefined ? [] : TIME_FIGURES) {
        expect(sumOf(rows.map((row) => row[measure].cases))).toBe(total[measure].cases);
      }
      const { cases, p50, p90, p95 } = total.handOff;
      expect(cases).toBeGreaterThan(5);
      const percentiles = [p50, p90, p95].map(Number);
      expect(percentiles).toEqual(percentiles.toSorted((a, b) => a - b));
    },
  );

  it('of nobody are none', async () => {
    const { body } = await (await setup('times'))({ from: '2019-01-01', to: '2019-01-01' });
    expect(TimesBody.parse(body).total.resolution).toEqual({
      cases: 0,
      p50: null,
      p90: null,
      p95: null,
    });
  });

  it('of days to come are refused', async () =>
    expect(await (await setup('times'))({ from: '2020-07-01', to: '2020-07-16' })).toMatchObject({
      status: 422,
      body: { code: 'PERIOD_IN_FUTURE' },
    }));
});

/** The query behind a link, with the figure's name in it. */
const opened = (link: string | null, figure: string): Record<string, string> => {
  const [path, query] = (link ?? '').replace('{figure}', figure).split('?');
  expect(path).toBe('/v1/statistics/cases');
  return Object.fromEntries(new URLSearchParams(query));
};

describe('the cases behind a figure', () => {
  it('are found by its link, and re-add to it, page by page', async () => {
    const { body } = await (await setup())({ ...WINTER, by: 'month' });
    const january = HeadlineBody.parse(body).rows[1];
    const query = opened(january!.cases, 'received');
    expect(query).toEqual({ figure: 'received', from: '2020-01-01', to: '2020-01-31' });
    const ask = await setup('cases');
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const answer = await ask({ ...query, limit: '4', ...(cursor !== undefined && { cursor }) });
      const page = FigureCasesBody.parse(answer.body);
      expect(page.cases.length).toBeLessThanOrEqual(4);
      ids.push(...page.cases.map(({ caseId }) => caseId));
      cursor = page.next;
    }
    expect(ids.length).toBeGreaterThan(4);
    expect(new Set(ids).size).toBe(january!.counts.received);
  });

  it('of a department are for itself and those who oversee; its links say so', async () => {
    const asked = { ...WINTER, by: 'department' };
    const { body } = await (await setup('headline', 'an'))(asked);
    const { total, rows } = HeadlineBody.parse(body);
    expect(total.cases).toBeNull();
    const linked = rows.filter((row) => row.cases !== null);
    expect(linked.map(({ value }) => value)).toEqual(['TA']);
    const own = opened(linked[0]!.cases, 'forwarded');
    const ask = await setup('cases', 'an');
    expect(await ask(own)).toMatchObject({ status: 200, body: { within: { department: 'TA' } } });
    for (const department of ['SXD', undefined]) {
      const others = { ...WINTER, figure: 'forwarded', ...(department && { department }) };
      expect(await ask(others)).toMatchObject({ status: 403, body: { code: 'CASES_OF_OTHERS' } });
    }
  });

  it.each([
    [{ figure: 'nothing' }, 400, 'REQUEST_INVALID'],
    [{ figure: 'received', colour: 'red' }, 400, 'REQUEST_INVALID'],
    [{ figure: 'due', channel: 'phone' }, 422, 'FIGURE_NOT_BY'],
    [{ figure: 'received', from: '2020-04-01' }, 422, 'PERIOD_REVERSED'],
    [{ figure: 'received', cursor: 'made.up' }, 400, 'CURSOR_INVALID'],
  ])('are refused for %j: %i %s', async (query, status, code) =>
    expect(await (await setup('cases'))({ ...WINTER, ...query })).toMatchObject({
      status,
      body: { code },
    }),
  );
});

it('a date that is not one says where', () => {
  const issues = HeadlineQuery.safeParse({ from: '1.6.2020', to: '2020-06-30' }).error?.issues;
  expect(issues?.map(({ path }) => path)).toEqual([['from']]);
});
