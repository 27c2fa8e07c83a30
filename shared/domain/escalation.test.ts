import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCase, anActor, at, jurisdiction } from '../../test/support/case-builder.ts';
import { after, agent, decided, logged } from '../../test/support/case-story.ts';
import { SYSTEM } from './actor.ts';
import type { Case } from './case.ts';
import { nextStep, nextWake } from './escalation.ts';
import { Ladder, Ladders } from './ladder.ts';

const officer = anActor('officer', 'TA');
const routed = after(logged({ at: '2020-03-05 09:00' }), 'route', {
  by: agent,
  at: '2020-03-05 09:02',
  with: { lead: 'TA', supporting: [] },
});
const inProgress = after(routed, 'accept', { by: officer, at: '2020-03-05 10:00', with: {} });
const local = (date: Date): string =>
  new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Every alarm that time raises in a case nobody touches: when, of which clock, what, and who is told from when. */
function climb(current: Case, until = '2021-01-01 00:00') {
  const steps: string[] = [];
  let now = current;
  for (let step = nextStep(now, jurisdiction); step !== undefined;) {
    if (step.at >= new Date(at(until))) break;
    const when = local(step.at);
    if (step.do === 'close') {
      steps.push(`${when} close`);
      break;
    }
    const decision = decided(now, 'raise-alarm', { by: SYSTEM, at: when, with: {} });
    if (!decision.ok || decision.value.body.type !== 'AlarmRaised') throw new Error('No alarm');
    const { clock, kind, level, tell, tellAt } = decision.value.body;
    steps.push(`${when} ${clock} ${kind} ${level} ${tell} ${local(new Date(tellAt))}`);
    now = after(now, 'raise-alarm', { by: SYSTEM, at: when, with: {} });
    step = nextStep(now, jurisdiction);
  }
  return { steps, now };
}

describe('the ladder', () => {
  it('of a case nobody hands off goes up to the province office, day and night', () =>
    expect(climb(logged({ at: '2020-03-06 22:00' })).steps).toEqual([
      '2020-03-06 22:04 hand_off at_risk 0 agent 2020-03-06 22:04',
      '2020-03-06 22:05 hand_off missed 1 supervisor 2020-03-06 22:05',
      '2020-03-06 23:05 hand_off escalated 2 supervisor 2020-03-06 23:05',
      // Saturday: the office is told on Monday.
      '2020-03-07 02:05 hand_off escalated 3 province_office 2020-03-09 07:30',
    ]));

  it('of a case that becomes urgent late goes on where it was', () => {
    const { now } = climb(logged({ at: '2020-03-06 09:00' }), '2020-03-06 11:00');
    const with_ = { priority: 'urgent' } as const;
    const urgent = after(now, 'classify', { by: agent, at: '2020-03-06 11:00', with: with_ });
    expect(climb(urgent).steps).toEqual([
      '2020-03-06 13:05 hand_off escalated 3 province_office 2020-03-06 13:05',
    ]);
  });

  it('of an answer that never comes counts working time', () =>
    expect(climb(inProgress).steps).toEqual([
      // 30 hours and a half from Thursday 09:00 to Tuesday 17:00, a fifth of which is 6:06.
      '2020-03-10 09:24 answer at_risk 0 officer 2020-03-10 09:24',
      '2020-03-10 17:00 answer missed 1 department_lead 2020-03-11 07:30',
      '2020-03-11 17:00 answer escalated 2 supervisor 2020-03-11 17:00',
      '2020-03-13 17:00 answer escalated 3 province_office 2020-03-16 07:30',
    ]));

  it('ends when the case is answered', () => {
    const answered = after(inProgress, 'answer', {
      by: officer,
      at: '2020-03-10 10:00',
      with: {},
    });
    expect(nextWake(answered, jurisdiction)).toBeNull();
  });

  it('starts again for a deadline that was extended', () => {
    const risky = climb(inProgress, '2020-03-10 12:00').now;
    const extended = after(risky, 'extend', {
      by: officer,
      at: '2020-03-10 14:00',
      with: { answerDueAt: at('2020-03-13 17:00') },
    });
    expect(climb(extended).steps.map((step) => step.split(' ').slice(2, 5).join(' '))).toEqual([
      'answer at_risk 0',
      'answer missed 1',
      'answer escalated 2',
      'answer escalated 3',
    ]);
  });

  it('of a supporting department is its own', () => {
    const withPart = after(inProgress, 'route', {
      by: agent,
      at: '2020-03-05 10:30',
      with: { lead: 'TA', supporting: ['SXD'] },
    });
    expect(climb(withPart).steps).toEqual([
      '2020-03-09 11:00 part at_risk 0 officer 2020-03-09 11:00',
      '2020-03-09 17:00 part missed 1 department_lead 2020-03-10 07:30',
      '2020-03-10 09:24 answer at_risk 0 officer 2020-03-10 09:24',
      '2020-03-10 17:00 answer missed 1 department_lead 2020-03-11 07:30',
      '2020-03-10 17:00 part escalated 2 supervisor 2020-03-10 17:00',
      '2020-03-11 17:00 answer escalated 2 supervisor 2020-03-11 17:00',
      '2020-03-12 17:00 part escalated 3 province_office 2020-03-13 07:30',
      '2020-03-13 17:00 answer escalated 3 province_office 2020-03-16 07:30',
    ]);
  });

  it('reminds whoever asked a silent citizen, and closes the case in the end', () => {
    const asked = after(inProgress, 'ask-citizen', {
      by: officer,
      at: '2020-03-06 10:00',
      with: {},
    });
    expect(climb(asked).steps).toEqual([
      '2020-03-11 17:00 silence silence 0 officer 2020-03-12 07:30',
      '2020-03-20 17:00 close',
    ]);
    expect(decided(asked, 'close', { by: SYSTEM, at: '2020-03-20 16:59', with: {} })).toMatchObject(
      { error: { code: 'SILENCE_NOT_OVER' } },
    );
  });

  it('goes on at the desk for a case that came back', () => {
    const returned = after(inProgress, 'return', {
      by: officer,
      at: '2020-03-06 10:00',
      with: { reason: 'other' },
    });
    const { steps } = climb(returned);
    expect(steps.slice(0, 2)).toEqual([
      '2020-03-06 10:04 hand_off at_risk 0 agent 2020-03-06 10:04',
      '2020-03-06 10:05 hand_off missed 1 supervisor 2020-03-06 10:05',
    ]);
    expect(steps).toContain('2020-03-10 17:00 answer missed 1 supervisor 2020-03-10 17:00');
  });

  it('has no alarm before its time', () =>
    expect(
      decided(inProgress, 'raise-alarm', { by: SYSTEM, at: '2020-03-06 08:00', with: {} }),
    ).toMatchObject({ error: { code: 'NO_ALARM_DUE' } }));

  it('raises each rung once and in order, however late the sweep', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 12 }), (gaps) => {
        let now: Case = aCase({ ...inProgress });
        let minute = Date.parse(at('2020-03-05 10:00'));
        const raised: string[] = [];
        for (const gap of gaps) {
          minute += gap * 60_000;
          const when = local(new Date(minute));
          for (;;) {
            const decision = decided(now, 'raise-alarm', { by: SYSTEM, at: when, with: {} });
            if (!decision.ok) break;
            const { body } = decision.value;
            if (body.type !== 'AlarmRaised') throw new Error(body.type);
            expect(body.reachedAt <= at(when)).toBe(true);
            raised.push(`${body.clock} ${body.rung}`);
            now = after(now, 'raise-alarm', { by: SYSTEM, at: when, with: {} });
          }
        }
        expect(raised).toEqual(
          ['answer 1', 'answer 2', 'answer 3', 'answer 4'].slice(0, raised.length),
        );
      }),
      { seed: 1022, numRuns: 200 },
    );
  });
});

describe('a ladder that must not be used', () => {
  it.each([
    ['without the deadline', [{ share: 0.8, tell: 'officer' }]],
    [
      'with shares that fall',
      [
        { share: 0.8, tell: 'officer' },
        { share: 0.5, tell: 'officer' },
        { share: 1, tell: 'officer' },
      ],
    ],
    [
      'with a time after the deadline before it',
      [
        { after: { amount: 1, unit: 'hours' }, tell: 'officer' },
        { share: 1, tell: 'officer' },
      ],
    ],
    ['without a rung', []],
  ])('is refused: %s', (_, rungs) => expect(Ladder.safeParse(rungs).success).toBe(false));

  const missed = { share: 1, tell: 'department_lead' };
  const early = { share: 0.8, tell: 'officer' };
  const late = { after: { amount: 1, unit: 'hours' }, tell: 'supervisor' };
  it.each([
    ['shorter', [early, missed]],
    ['longer', [early, missed, late, { ...late, after: { amount: 2, unit: 'hours' } }]],
    ['reaching the deadline elsewhere', [{ ...early, share: 0.5 }, early, missed]],
  ])(
    'is that of urgent cases where it is %s: a case whose priority changes would skip',
    (_, urgent) =>
      expect(Ladders.safeParse({ normal: [early, missed, late], urgent }).success).toBe(false),
  );
});
