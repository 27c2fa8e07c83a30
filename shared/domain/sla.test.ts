import { describe, expect, it } from 'vitest';
import { binhDuongCalendar } from '../../test/support/minute-oracle-calendars.ts';
import slaFile from '../jurisdictions/binh-duong/sla.json' with { type: 'json' };
import { compileCalendar } from './business-calendar.ts';
import {
  dueAt,
  dueAtAfterPause,
  handOffDueAt,
  judgingEndsAt,
  shareUsedAt,
  supportingTarget,
} from './sla.ts';
import { SlaRules } from './sla-rules.ts';
import { Target, type TargetUnit } from './sla-target.ts';

const calendar = compileCalendar(binhDuongCalendar);
const rules = SlaRules.parse(slaFile);
const local = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`);
const onTime = (text: string) => ({ ok: true, value: local(text) });

describe('dueAt', () => {
  it.each<[Target, string, string]>([
    [{ amount: 5, unit: 'workingDays' }, '2020-03-06 16:50', '2020-03-13 17:00'],
    [{ amount: 3, unit: 'workingDays' }, '2020-01-22 16:50', '2020-02-03 17:00'],
    [{ amount: 8, unit: 'workingHours' }, '2020-03-06 16:50', '2020-03-09 16:50'],
    [{ amount: 4, unit: 'workingHours' }, '2020-03-10 13:00', '2020-03-10 17:00'],
    [{ amount: 90, unit: 'workingMinutes' }, '2020-03-10 11:00', '2020-03-10 14:00'],
    [{ amount: 4, unit: 'hours' }, '2020-03-06 22:00', '2020-03-07 02:00'],
    [{ amount: 2, unit: 'hours' }, '2020-01-25 00:30', '2020-01-25 02:30'],
  ])('%j from %s is %s', (target, start, expected) =>
    expect(dueAt(calendar, local(start), target)).toEqual(onTime(expected)),
  );

  it('is refused where the calendar ends, but not round the clock', () => {
    const start = local('2027-12-31 16:00');
    expect(dueAt(calendar, start, { amount: 1, unit: 'workingDays' })).toMatchObject({
      error: { code: 'CALENDAR_NOT_COVERED', year: 2028 },
    });
    expect(dueAt(calendar, start, { amount: 24, unit: 'hours' })).toEqual(
      onTime('2028-01-01 16:00'),
    );
  });

  it.each([0, -1, 1.5])('has no target of %s', (amount) =>
    expect(Target.safeParse({ amount, unit: 'workingDays' }).success).toBe(false),
  );
});

describe('the clocks of the desk', () => {
  it('give five minutes to hand a case off, at night and in Tết too', () =>
    expect(handOffDueAt(rules, local('2020-01-24 23:58'))).toEqual(local('2020-01-25 00:03')));

  it('give the citizen fourteen calendar days to judge', () =>
    expect(judgingEndsAt(rules, local('2020-02-20 09:00'))).toEqual(local('2020-03-05 09:00')));
});

describe('supportingTarget', () => {
  it.each([
    [5, 'workingDays', 3],
    [3, 'workingDays', 2],
    [1, 'workingDays', 1],
    [8, 'workingHours', 5],
    [2, 'hours', 1],
  ] as const)('is shorter than a lead’s %i %s: %i', (amount, unit, expected) =>
    expect(supportingTarget({ target: { amount, unit } }, rules)).toEqual({
      amount: expected,
      unit,
    }),
  );

  it('is what the service says, when it says', () => {
    const own = { amount: 4, unit: 'hours' } as const;
    const service = { target: { amount: 5, unit: 'workingDays' }, supportingTarget: own } as const;
    expect(supportingTarget(service, rules)).toEqual(own);
  });
});

describe('shareUsedAt', () => {
  const running = (startAt: string, end: string, unit: TargetUnit) => ({
    startAt: local(startAt),
    dueAt: local(end),
    unit,
    pauses: [],
  });

  it('counts four fifths of the working time', () =>
    // 47.5 working hours, of which 38: 7.5 on Monday, 24 to Thursday, 6.5 on Friday.
    expect(
      shareUsedAt(calendar, running('2020-03-09 08:00', '2020-03-16 17:00', 'workingDays'), 0.8),
    ).toEqual(onTime('2020-03-13 15:30')));

  it('counts four fifths of the hours round the clock', () =>
    expect(
      shareUsedAt(calendar, running('2020-03-07 22:00', '2020-03-08 03:00', 'hours'), 0.8),
    ).toEqual(onTime('2020-03-08 02:00')));

  it('does not count what was paused', () => {
    // 20 hours, moved by 8 hours of waiting: a fifth of 20 is left at 17:00 on the day before.
    const clock = running('2020-03-09 07:30', '2020-03-12 11:30', 'workingHours');
    const pauses = [{ from: local('2020-03-09 17:00'), until: local('2020-03-10 17:00') }];
    expect(shareUsedAt(calendar, { ...clock, pauses }, 0.8)).toEqual(onTime('2020-03-11 17:00'));
  });

  it('is the deadline itself when all of it is used', () =>
    expect(
      shareUsedAt(calendar, running('2020-03-09 07:30', '2020-03-12 20:00', 'workingDays'), 1),
    ).toEqual(onTime('2020-03-12 20:00')));
});

describe('dueAtAfterPause', () => {
  it.each<[TargetUnit, string, string]>([
    // A weekend, in which the clock did not run.
    ['workingHours', '2020-03-06 17:30 to 2020-03-09 07:00', '2020-03-10 11:00'],
    // Half an hour on either side of it.
    ['workingHours', '2020-03-06 16:30 to 2020-03-09 08:00', '2020-03-10 13:30'],
    ['workingDays', '2020-03-09 07:30 to 2020-03-10 07:30', '2020-03-11 11:00'],
    ['hours', '2020-03-06 17:30 to 2020-03-07 17:30', '2020-03-11 11:00'],
    // The deadline had passed when the pause began.
    ['hours', '2020-03-10 11:00 to 2020-03-12 11:00', '2020-03-10 11:00'],
  ])('moves a deadline of 2020-03-10 11:00 in %s, paused %s, to %s', (unit, pause, expected) => {
    const [from, until] = pause.split(' to ').map(local);
    const clock = { dueAt: local('2020-03-10 11:00'), unit };
    expect(dueAtAfterPause(calendar, clock, { from: from!, until: until! })).toEqual(
      onTime(expected),
    );
  });
});
