import { describe, expect, it } from 'vitest';
import { aCase, anActor, at, jurisdiction } from '../../test/support/case-builder.ts';
import type { Actor } from './actor.ts';
import type { Case } from './case.ts';
import { type Command, decide } from './decide.ts';
import { isDisputed } from './returns.ts';

const NOW = '2020-03-05 09:30';
const hop = (number: number, from: string, proposed: string | null = null) => ({
  number,
  from,
  reason: 'wrong_department',
  proposed,
  at: at('2020-03-05 09:10'),
  lostMs: 60_000,
});
const withHops = (hops: ReturnType<typeof hop>[], differing: object = {}) =>
  aCase({
    class: 'field_report',
    serviceCode: 'tree',
    areaCode: '724',
    forwardedAt: at('2020-03-05 09:04'),
    hops,
    ...differing,
  });
const done = (current: Case, command: Command, by: Actor) => {
  const decision = decide(current, command, { by, at: at(NOW), jurisdiction });
  return decision.ok ? decision.value.body : decision.error;
};
const route: Command = { action: 'route' };

describe('departments that send a case back', () => {
  it.each<[string, ReturnType<typeof hop>[], boolean]>([
    ['never', [], false],
    ['once', [hop(1, 'TA')], false],
    ['once, naming another', [hop(1, 'TA', 'DA')], false],
    ['twice', [hop(1, 'TA'), hop(2, 'DA')], true],
    ['once, naming itself as the one that should', [hop(1, 'TA', 'TA')], true],
  ])('%s', (_, hops, disputed) => {
    expect(isDisputed({ hops: withHops(hops).hops }, jurisdiction.sla)).toBe(disputed);
  });

  it('disagree when one names the other, however many returns are allowed', () => {
    const { hops } = withHops([hop(1, 'TA', 'DA'), hop(2, 'DA', 'TA')]);
    const rules = { returns: { arbiterFrom: 9, arbiter: 'supervisor' } as const };
    expect(isDisputed({ hops }, rules)).toBe(true);
    expect(isDisputed({ hops: hops.slice(0, 1) }, rules)).toBe(false);
  });
});

describe('a return', () => {
  const routed = (hops: ReturnType<typeof hop>[]) =>
    withHops(hops, { status: 'routed', lead: 'DA', routedAt: at('2020-03-05 09:20') });
  const back: Command = { action: 'return', reason: 'wrong_department', proposed: null };

  it('goes to the desk the first time', () => {
    expect(done(routed([]), back, anActor('officer', 'DA'))).not.toHaveProperty('tell');
  });

  it('tells the province office the second time, in its working hours', () => {
    expect(done(routed([hop(1, 'TA')]), back, anActor('officer', 'DA'))).toMatchObject({
      type: 'CaseReturned',
      tell: 'province_office',
      tellAt: at(NOW),
      lostMs: 10 * 60_000,
    });
    const sunday = decide(routed([hop(1, 'TA')]), back, {
      by: anActor('officer', 'DA'),
      at: at('2020-03-08 09:30'),
      jurisdiction,
    });
    expect(sunday).toMatchObject({ value: { body: { tellAt: at('2020-03-09 07:30') } } });
  });
});

describe('a case that departments disagree on', () => {
  const disputed = withHops([hop(1, 'TA'), hop(2, 'DA')]);

  it.each(['agent', 'supervisor'] as const)('is not routed by an %s any more', (role) => {
    expect(done(disputed, route, anActor(role))).toEqual({
      code: 'ARBITER_DECIDES',
      arbiter: 'province_office',
      returns: 2,
    });
  });

  it('is routed by the province office, and then like any other', () => {
    expect(done(disputed, route, anActor('manager'))).toMatchObject({ type: 'CaseRouted' });
    const again = withHops(disputed.hops, { status: 'routed', lead: 'TA' });
    expect(done(again, { ...route, lead: 'DA' } as Command, anActor('agent'))).toMatchObject({
      type: 'CaseRouted',
      lead: 'DA',
    });
  });
});
