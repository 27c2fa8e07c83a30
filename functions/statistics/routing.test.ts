import { describe, expect, it } from 'vitest';
import { ReturnsBody, RoutingBody } from '../../shared/contracts/statistics-routing.ts';
import { RETURN_FIGURES } from '../../shared/domain/statistics-return-figures.ts';
import { ROUTING_FIGURES } from '../../shared/domain/statistics-routing-figures.ts';
import {
  RETURN_BREAKDOWNS,
  ROUTING_BREAKDOWNS,
} from '../../shared/domain/statistics-routing-rows.ts';
import { askingStatistics } from '../../test/support/asking-statistics.ts';

const ALL_DAYS = { from: '2019-12-01', to: '2020-07-14' };
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

describe('first routing', () => {
  it.each([undefined, ...ROUTING_BREAKDOWNS])(
    'keeps its contract by %s, and its rows add up',
    async (by) => {
      const ask = await askingStatistics('routing');
      const { status, body } = await ask({ ...ALL_DAYS, ...(by !== undefined && { by }) });
      expect(status, JSON.stringify(body)).toBe(200);
      const { total, rows, definitions } = RoutingBody.parse(body);
      expect(Object.keys(definitions)).toEqual([...ROUTING_FIGURES]);
      expect(total.counts.misrouted).toBeGreaterThan(0);
      const { numerator, denominator } = total.firstRouting;
      expect([numerator, denominator]).toEqual([total.counts.rightFirst, total.counts.forwarded]);
      for (const name of Object.keys(by === undefined ? {} : total.counts)) {
        const counter = name as keyof typeof total.counts;
        expect(sumOf(rows.map(({ counts }) => counts[counter])), counter).toBe(
          total.counts[counter],
        );
      }
      const hasProposals = [undefined, 'class', 'month', 'quarter', 'model', 'rule'].includes(by);
      for (const one of [total, ...rows]) expect('proposals' in one).toBe(hasProposals);
    },
  );

  it('is told of agents by name, to those who lead them', async () => {
    const ask = await askingStatistics('routing', 'minh');
    const { rows } = RoutingBody.parse((await ask({ ...ALL_DAYS, by: 'agent' })).body);
    expect(rows.map(({ value, name }) => [value, name])).toContainEqual(['lan', 'Nguyễn Thị Lan']);
  });

  it.each(['lan', 'an', 'hoa'])('is not told of agents to %s', async (as) => {
    for (const path of ['routing', 'returns']) {
      const ask = await askingStatistics(path, as);
      expect(await ask({ ...ALL_DAYS, by: 'agent' })).toMatchObject({
        status: 403,
        body: { code: 'BREAKDOWN_NOT_PERMITTED' },
      });
      expect(await ask({ ...ALL_DAYS, by: 'rule' })).toMatchObject({ status: 200 });
    }
  });

  it('lists the ways in the order in which they are tried, those that chose nothing too', async () => {
    const ask = await askingStatistics('routing');
    const { rows } = RoutingBody.parse((await ask({ ...ALL_DAYS, by: 'rule' })).body);
    expect(rows.map(({ value }) => value)).toEqual([
      'vsip-by-name',
      'new-town-ground',
      'provincial-roads',
      'viettel-network',
      'mobifone-network',
      'water-bill',
      'noise-at-night',
      '@catalogue',
      '@person',
      null,
    ]);
  });
});

describe('returns', () => {
  it.each([undefined, ...RETURN_BREAKDOWNS])(
    'keep their contract by %s, and their rows add up',
    async (by) => {
      const ask = await askingStatistics('returns');
      const { status, body } = await ask({ ...ALL_DAYS, ...(by !== undefined && { by }) });
      expect(status, JSON.stringify(body)).toBe(200);
      const { total, rows, definitions } = ReturnsBody.parse(body);
      expect(Object.keys(definitions)).toEqual([...RETURN_FIGURES]);
      expect(total.returns).toBeGreaterThan(0);
      expect(sumOf(Object.values(total.reasons))).toBe(total.returns);
      expect(total.perCase.hopsPerCase).toBe(total.returns / total.perCase.forwarded);
      if (by === undefined) return;
      expect(sumOf(rows.map(({ returns }) => returns))).toBe(total.returns);
      expect(sumOf(rows.map(({ lostMinutes }) => lostMinutes))).toBe(total.lostMinutes);
      const has = (figures: 'perCase' | 'refusals') => rows.every((row) => figures in row);
      expect([has('perCase'), has('refusals')]).toEqual([
        by !== 'department' && by !== 'pair',
        by === 'department',
      ]);
    },
  );

  it('show who was refused by whom', async () => {
    const ask = await askingStatistics('returns');
    const { rows } = ReturnsBody.parse((await ask({ ...ALL_DAYS, by: 'pair' })).body);
    for (const { value, name } of rows) {
      expect(value).toMatch(/^[A-Z-]+\/([A-Z-]+|-)$/);
      expect(name).toContain(' → ');
    }
  });

  it.each([
    [{ from: '2020-03-02', to: '2020-03-01' }, 422, 'PERIOD_REVERSED'],
    [{ from: '2020-07-01', to: '2020-07-16' }, 422, 'PERIOD_IN_FUTURE'],
    [{ ...ALL_DAYS, by: 'reason' }, 400, 'REQUEST_INVALID'],
  ])('of %j are refused: %i %s', async (query, status, code) => {
    const ask = await askingStatistics('returns');
    expect(await ask(query)).toMatchObject({ status, body: { code } });
  });
});
