import { describe, expect, it } from 'vitest';
import { aCase, aRound } from '../../test/support/case-builder.ts';
import { Chance, jurisdiction, randomHistory } from '../../test/support/random-cases.ts';
import type { CountableCase } from './statistics.ts';
import { PROPOSAL_COUNTERS, RETURN_COUNTERS } from './statistics-counters.ts';
import { statisticsContext } from './statistics-context.ts';
import { contributionOf } from './statistics-contribution.ts';
import { returnContributions } from './statistics-returns.ts';
import { isMisrouted, routingContributions, routingOf } from './statistics-routing.ts';

const context = statisticsContext(jurisdiction);
const MARCH = '2020-03-05T02:00:00.000Z';
const hop = (from: string, reason = 'wrong_department') => ({
  ...{ number: 1, from, reason, proposed: null, at: MARCH, lostMs: 20_000 },
});
const sent = (differing: Readonly<Record<string, unknown>> = {}): CountableCase =>
  aCase({
    class: 'field_report',
    serviceCode: 'tree',
    forwardedAt: MARCH,
    firstRoute: { lead: 'TA', by: 'lan', rule: null, named: null, service: null },
    lead: 'TA',
    ...differing,
  });

describe('the first routing', () => {
  it.each([
    ['right while nobody has said otherwise', {}, false],
    [
      'right when the lead only wanted to know more',
      { hops: [hop('TA', 'not_enough_information')] },
      false,
    ],
    [
      'wrong once the lead refused it, also back at the desk',
      { lead: null, hops: [hop('TA')] },
      true,
    ],
    [
      'wrong once the lead refused it, even if it has it again',
      { hops: [hop('TA', 'wrong_place')] },
      true,
    ],
    [
      'wrong when it was none of anybody’s',
      { lead: null, hops: [hop('TA', 'out_of_scope')] },
      true,
    ],
    ['wrong when somebody else leads it, whoever moved it', { lead: 'SGTVT' }, true],
    ['not asked about a case that was never routed', { firstRoute: null }, false],
  ])('is %s', (_, differing, expected) => expect(isMisrouted(sent(differing))).toBe(expected));

  it('costs a case that was right nothing but the rows of its agent and its way', () => {
    expect(routingContributions(sent({ rounds: [aRound(MARCH, null)] }), context)).toEqual([
      {
        day: '2020-03-05',
        counters: ['forwarded', 'answered'],
        cells: [
          ['agent', 'lan'],
          ['routing', '-/@catalogue'],
        ],
      },
    ]);
    expect(returnContributions(sent(), context)).toEqual([]);
    expect(routingContributions(aCase(), context)).toEqual([]);
  });

  it.each([
    ['m50d37abf9e/provincial-roads', 'm50d37abf9e', 'provincial-roads'],
    ['a/b/@person', 'a/b', '@person'],
    ['-/-', '-', '-'],
  ])('of %s has a classifier and a way', (value, model, way) =>
    expect(routingOf(value)).toEqual({ model, way }),
  );
});

describe('time lost', () => {
  const minutes = (lostMs: number) =>
    returnContributions(sent({ hops: [{ ...hop('TA'), lostMs }] }), context)
      .filter(({ counters }) => counters.includes('lostMinutes'))
      .map(({ by }) => by);

  it('is added up in whole minutes, and none of it when there was none', () => {
    expect(minutes(90_000)).toEqual([2]);
    expect(minutes(29_000)).toEqual([]);
  });
});

it('what cases go through in the tests counts in every counter of routing and returns, or they would prove nothing', () => {
  const versions = [3, 5, 8].flatMap((seed) => randomHistory(new Chance(seed), 1_500));
  const counted = new Set(
    versions.flatMap((one) => contributionOf(one, context).flatMap(({ counters }) => counters)),
  );
  const own = [...PROPOSAL_COUNTERS, ...RETURN_COUNTERS];
  expect(own.filter((counter) => !counted.has(counter))).toEqual([]);
});
