import { describe, expect, it } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import { aCase, aRound } from '../support/case-builder.ts';
import { caseIdNumber, Chance, jurisdiction } from '../support/random-cases.ts';
import { headline, inMemory, statisticsOver } from './statistics-support.ts';

/** Bình Dương, November 2019 to June 2020, as published; the split of the judgements is made up to give 789. */
const PERIOD = { from: '2019-11-01', to: '2020-06-30' };
const FATES = [
  ...Array<'satisfied'>(560).fill('satisfied'),
  ...Array<'acceptable'>(229).fill('acceptable'),
  ...Array<'unsatisfied'>(130).fill('unsatisfied'),
  ...Array<null>(106).fill(null),
] as const;
const departments = [...jurisdiction.departments.keys()];

function publishedCases(): Case[] {
  const chance = new Chance(3057);
  const first = Date.parse('2019-10-31T17:00:00.000Z');
  const last = Date.parse('2020-06-30T16:59:59.000Z');
  const at = () => new Date(first + chance.below(last - first)).toISOString();
  const procedures = Array.from({ length: 479 }, () => ({ class: 'procedure', receivedAt: at() }));
  const questions = Array.from({ length: 1553 }, () => ({
    class: 'information',
    receivedAt: at(),
  }));
  const reports = FATES.map((judgement, number) => {
    const receivedAt = at();
    const lead = departments[number % departments.length];
    const rounds = judgement === null ? [] : [aRound(receivedAt, judgement)];
    return { class: 'field_report', receivedAt, forwardedAt: receivedAt, lead, rounds };
  });
  return [...procedures, ...reports, ...questions].map((differing, number) =>
    aCase({ ...differing, caseId: caseIdNumber(number) }),
  );
}

describe('the published eight months', () => {
  it('come out to the digit', async () => {
    const statistics = statisticsOver(await inMemory());
    await statistics.project(publishedCases());
    const { total, receivedByClass, rows } = await headline(statistics, {
      ...PERIOD,
      by: 'department',
    });
    expect(total.counts.received).toBe(3057);
    expect(receivedByClass).toEqual({
      procedure: 479,
      field_report: 1025,
      information: 1553,
      unclassified: 0,
    });
    expect(total.satisfaction.ofForwarded).toMatchObject({ numerator: 789, denominator: 1025 });
    const percent = 100 * (total.satisfaction.ofForwarded.rate ?? 0);
    expect(percent.toFixed(2)).toBe('76.98');
    expect(percent.toFixed(0)).toBe('77');
    expect(rows.filter(({ counts }) => counts.forwarded > 0)).toHaveLength(47);
  });

  it('show every denominator beside the rate that was published', async () => {
    const statistics = statisticsOver(await inMemory());
    await statistics.project(publishedCases());
    const { satisfaction } = (await headline(statistics, PERIOD)).total;
    expect(satisfaction.ofAnswered).toMatchObject({ numerator: 789, denominator: 919 });
    expect(satisfaction.ofJudged).toMatchObject({ numerator: 789, denominator: 919 });
    expect(satisfaction.judgedOfAnswered).toMatchObject({ numerator: 919, denominator: 919 });
  });

  it('lie in their eight months and nowhere else', async () => {
    const statistics = statisticsOver(await inMemory());
    await statistics.project(publishedCases());
    const { rows } = await headline(statistics, {
      from: '2019-10-01',
      to: '2020-07-31',
      by: 'month',
    });
    expect(rows.map(({ name }) => name)).toEqual([
      'Tháng 10/2019',
      'Tháng 11/2019',
      'Tháng 12/2019',
      'Tháng 1/2020',
      'Tháng 2/2020',
      'Tháng 3/2020',
      'Tháng 4/2020',
      'Tháng 5/2020',
      'Tháng 6/2020',
      'Tháng 7/2020',
    ]);
    expect([rows.at(0), rows.at(-1)].map((row) => row?.counts.received)).toEqual([0, 0]);
  });
});
