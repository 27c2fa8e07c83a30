import { describe, expect, it } from 'vitest';
import { aCase, anActor, aRound, at, jurisdiction } from '../../../test/support/case-builder.ts';
import { decide } from '../decide.ts';
import { callableFrom } from './call-back.ts';

const ANSWERED = at('2020-03-05 09:00');
const by = anActor('agent');
const answered = (differing: Parameters<typeof aCase>[0] = {}) =>
  aCase({
    status: 'answered',
    class: 'information',
    rounds: [aRound(ANSWERED, null)],
    ...differing,
  });
const { maxAttempts } = jurisdiction.sla.callBacks;

const failed = (
  current: ReturnType<typeof aCase>,
  input: { outcome?: 'no_answer' | 'call_later'; againAt?: string; at?: string } = {},
) => {
  const { outcome = 'no_answer', at: now = at('2020-03-06 09:00'), againAt } = input;
  const command = {
    action: 'call-back',
    outcome,
    ...(againAt !== undefined && { againAt }),
  } as const;
  return decide(current, command, { by, at: now, jurisdiction });
};

describe('a call for the judgement that found nobody', () => {
  it('is tried again some hours later, the first of the round', () =>
    expect(failed(answered())).toMatchObject({
      ok: true,
      value: {
        status: 'answered',
        body: { attempt: 1, outcome: 'no_answer', againAt: at('2020-03-06 13:00') },
      },
    }));

  it('is tried again when the citizen wants it', () =>
    expect(
      failed(answered(), { outcome: 'call_later', againAt: at('2020-03-07 18:30') }),
    ).toMatchObject({ ok: true, value: { body: { againAt: at('2020-03-07 18:30') } } }));

  it.each([
    ['2020-03-06 09:00', 'that instant'],
    ['2020-03-19 09:00', 'the end of the window'],
  ])('cannot be put off to %s, %s', (againAt) =>
    expect(failed(answered(), { outcome: 'call_later', againAt: at(againAt) })).toMatchObject({
      error: { code: 'CALL_BACK_TIME', judgingEndsAt: at('2020-03-19 09:00') },
    }),
  );

  it('is tried as often as the jurisdiction says, and no more', () => {
    const callBacks = (attempts: number) => ({ round: 1, attempts, againAt: null });
    const last = failed(answered({ callBacks: callBacks(maxAttempts - 1) }));
    expect(last).toMatchObject({ value: { body: { attempt: maxAttempts, againAt: null } } });
    expect(failed(answered({ callBacks: callBacks(maxAttempts) }))).toMatchObject({
      error: { code: 'CALL_BACK_LIMIT', limit: maxAttempts },
    });
  });

  it('of an earlier answer does not count against the next', () => {
    const rounds = [aRound(at('2020-03-04 09:00'), 'unsatisfied'), aRound(ANSWERED, null)].map(
      (round, index) => ({ ...round, number: index + 1 }),
    );
    const current = answered({ rounds, callBacks: { round: 1, attempts: 3, againAt: null } });
    expect(callableFrom(current)).toBe(ANSWERED);
    expect(failed(current)).toMatchObject({ value: { body: { round: 2, attempt: 1 } } });
  });

  it('comes too late when the window has passed, and is the last one where the next would', () => {
    expect(failed(answered(), { at: at('2020-03-19 09:00') })).toMatchObject({
      error: { code: 'JUDGING_WINDOW_PASSED' },
    });
    expect(failed(answered(), { at: at('2020-03-19 06:00') })).toMatchObject({
      value: { body: { againAt: null } },
    });
  });
});
