import { describe, expect, it } from 'vitest';
import { satisfactionOf } from '../../shared/domain/satisfaction.ts';
import { departmentRows, slipping, sorted } from './department-rows.ts';
import type { Headline } from './figures.ts';

/** A department with so many cases forwarded, and so many of them satisfactory. */
const row = (value: string | null, forwarded: number, satisfied: number) => ({
  value,
  name: value ?? 'Tổng đài',
  nameEn: value ?? 'The desk',
  counts: { forwarded, satisfactory: satisfied },
  satisfaction: satisfactionOf({
    ...{ forwarded, satisfied, answered: forwarded, acceptable: 0, unsatisfied: 0 },
  }),
});
const answer = (...rows: readonly ReturnType<typeof row>[]) => ({ rows }) as unknown as Headline;

const rowsOf = (headline: Headline) =>
  departmentRows({
    headline,
    ...{ deadlines: undefined, returns: undefined, before: undefined, weeks: undefined },
  });
const order = (headline: Headline, up: boolean) =>
  sorted(rowsOf(headline), { column: 'rate', up }).map(({ value }) => value);

describe('the table of departments', () => {
  it('ranks by rate only those with enough cases; one quick case leads nothing', () => {
    const headline = answer(row('A', 100, 50), row('B', 1, 1), row('C', 30, 27), row('D', 29, 0));
    expect(order(headline, false)).toEqual(['C', 'A', 'D', 'B']);
    expect(order(headline, true)).toEqual(['A', 'C', 'D', 'B']);
  });

  it('ranks by what is known of a rate: thirty perfect cases are no proof of a better one than a thousand', () => {
    const headline = answer(row('A', 30, 30), row('B', 1_000, 990), row('C', 1_000, 700));
    expect(order(headline, false)).toEqual(['B', 'A', 'C']);
    expect(order(answer(row('D', 40, 20), row('E', 40, 20)), false)).toEqual(['D', 'E']);
  });

  it('sorts names as Vietnamese does', () => {
    const rows = rowsOf(answer(row('Sở Y tế', 1, 1), row('Đài', 1, 1), row('Dĩ An', 1, 1)));
    expect(sorted(rows, { column: 'name', up: true }).map(({ name }) => name)).toEqual([
      'Dĩ An',
      'Đài',
      'Sở Y tế',
    ]);
  });

  it('keeps departments without a case, and the cases without a department only if there are some', () => {
    expect(rowsOf(answer(row('A', 0, 0), row(null, 0, 0)))).toHaveLength(1);
    expect(rowsOf(answer(row('A', 0, 0), row(null, 2, 0)))).toHaveLength(2);
  });
});

describe('what slips', () => {
  it('is what fell most, of those with enough cases in both periods', () => {
    const now = answer(
      ...[row('A', 100, 50), row('B', 100, 70), row('C', 100, 90), row('D', 10, 1)],
      ...[row('E', 40, 10), row(null, 100, 0)],
    );
    const before = answer(
      ...[row('A', 100, 80), row('B', 100, 75), row('C', 100, 80), row('D', 100, 90)],
      ...[row('E', 20, 20), row(null, 100, 90)],
    );
    const found = slipping(now, before, 3).map((one) => [one.row.value, Math.round(100 * one.by)]);
    expect(found).toEqual([
      ['A', 30],
      ['B', 5],
    ]);
  });
});
