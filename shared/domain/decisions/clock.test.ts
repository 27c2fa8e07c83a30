import { describe, expect, it } from 'vitest';
import { aCase, anActor, at } from '../../../test/support/case-builder.ts';
import { after, agent, decided, logged, supervisor } from '../../../test/support/case-story.ts';
import type { Case } from '../case.ts';

const officer = anActor('officer', 'TA');

/** Received on Thursday 5 March 2020, with the district an hour later: due on Tuesday at 17:00. */
function inProgress(): Case {
  const current = logged({ at: '2020-03-05 09:00' });
  const routed = after(current, 'route', { by: agent, at: '2020-03-05 09:04', with: {} });
  return after(routed, 'accept', { by: officer, at: '2020-03-05 10:00', with: {} });
}

const waited = (current: Case, from: string, until: string): Case => {
  const by = current.lead === null ? agent : anActor('officer', current.lead);
  const asked = after(current, 'ask-citizen', { by, at: from, with: {} });
  return after(asked, 'resume', { by: agent, at: until, with: {} });
};

describe('waiting for the citizen', () => {
  it('over a weekend credits only the working time of it', () => {
    // Friday 16:00 to 17:00 and Monday 7:30 to 8:30
    const resumed = waited(inProgress(), '2020-03-06 16:00', '2020-03-09 08:30');
    expect(resumed.status).toBe('in_progress');
    expect(resumed.answerDueAt).toBe(at('2020-03-11 09:30'));
    expect(resumed.parts[0]?.dueAt).toBe(at('2020-03-10 09:30'));
    expect(resumed.waiting).toEqual([
      { from: at('2020-03-06 16:00'), until: at('2020-03-09 08:30') },
    ]);
  });

  it('on a Sunday credits nothing to a clock that did not run', () =>
    expect(waited(inProgress(), '2020-03-08 08:00', '2020-03-08 20:00').answerDueAt).toBe(
      at('2020-03-10 17:00'),
    ));

  it('credits every hour to a clock that runs round the clock', () => {
    const outage = logged({ at: '2020-03-06 22:00', serviceCode: 'power-outage' });
    const routed = after(outage, 'route', { by: agent, at: '2020-03-06 22:01', with: {} });
    const by = anActor('officer', 'PCBD');
    const accepted = after(routed, 'accept', { by, at: '2020-03-06 22:30', with: {} });
    expect(waited(accepted, '2020-03-06 23:00', '2020-03-07 08:00').answerDueAt).toBe(
      at('2020-03-07 11:00'),
    );
  });

  it('leaves a deadline missed that had passed before', () =>
    expect(waited(inProgress(), '2020-03-11 08:00', '2020-03-12 08:00').answerDueAt).toBe(
      at('2020-03-10 17:00'),
    ));

  it('leaves a part’s deadline that had passed before, and the date of one that was given', () => {
    const late = waited(inProgress(), '2020-03-10 08:00', '2020-03-10 09:00');
    expect(late.parts[0]?.dueAt).toBe(at('2020-03-09 17:00'));
    const step = { by: anActor('officer', 'SXD'), at: '2020-03-05 11:00', with: {} };
    const given = after(inProgress(), 'answer-part', step);
    const resumed = waited(given, '2020-03-06 08:00', '2020-03-06 10:00');
    expect(resumed.parts).toEqual(given.parts);
    expect(resumed.answerDueAt).toBe(at('2020-03-11 09:30'));
  });

  it('adds up', () => {
    const once = waited(inProgress(), '2020-03-06 08:00', '2020-03-06 09:00');
    const twice = waited(once, '2020-03-09 08:00', '2020-03-09 10:00');
    expect(twice.answerDueAt).toBe(at('2020-03-11 10:30'));
  });

  it('counts the same when the case is routed again afterwards', () => {
    const resumed = waited(inProgress(), '2020-03-06 16:00', '2020-03-09 08:30');
    const again = after(resumed, 'route', { by: agent, at: '2020-03-09 09:00', with: {} });
    expect(again.answerDueAt).toBe(resumed.answerDueAt);
    expect(again.parts).toEqual(resumed.parts);
  });
});

describe('waiting at the desk', () => {
  it('is credited at routing, and the desk has its five minutes again', () => {
    // Eight working hours: a working day
    const resumed = waited(
      logged({ at: '2020-03-05 09:00' }),
      '2020-03-05 09:05',
      '2020-03-06 09:05',
    );
    expect(resumed).toMatchObject({
      status: 'received',
      statusBeforeWaiting: null,
      answerDueAt: null,
      handOffDueAt: at('2020-03-06 09:10'),
    });
    const routed = after(resumed, 'route', { by: agent, at: '2020-03-06 09:06', with: {} });
    expect(routed.answerDueAt).toBe(at('2020-03-11 17:00'));
  });

  it('needs no service', () =>
    expect(
      waited(
        logged({ at: '2020-03-05 09:00', serviceCode: null }),
        '2020-03-05 09:05',
        '2020-03-06 09:05',
      ),
    ).toMatchObject({ status: 'received', answerDueAt: null }));

  it('after a return moves the deadline that the return left running', () => {
    const by = officer;
    const returned = after(inProgress(), 'return', {
      by,
      at: '2020-03-05 14:00',
      with: { reason: 'not_enough_information' },
    });
    const resumed = waited(returned, '2020-03-06 08:00', '2020-03-06 09:00');
    expect(resumed).toMatchObject({ status: 'received', answerDueAt: at('2020-03-11 08:30') });
  });

  it('with the departments leaves the hand-off as it was: it was made', () =>
    expect(waited(inProgress(), '2020-03-06 16:00', '2020-03-09 08:30').handOffDueAt).toBe(
      at('2020-03-05 09:05'),
    ));
});

describe('an extension', () => {
  const extend = (answerDueAt: string, { now = '2020-03-06 08:00', of = inProgress() } = {}) =>
    decided(of, 'extend', { by: officer, at: now, with: { answerDueAt: at(answerDueAt) } });

  it.each([
    ['2020-03-12 17:00', 'closing time sharp: the commonest promise'],
    ['2020-03-12 11:30', 'the beginning of lunch'],
    ['2020-03-12 07:30', 'the opening'],
  ])('may be to %s, %s', (date) =>
    expect(extend(date)).toEqual({
      ok: true,
      value: {
        status: 'in_progress',
        body: { type: 'DeadlineExtended', answerDueAt: at(date), calendarVersion: 'built-in-1' },
      },
    }),
  );

  it.each([
    ['in the lunch break', '2020-03-12 12:00', 'DATE_NOT_IN_WORKING_TIME'],
    ['a minute after closing', '2020-03-12 17:01', 'DATE_NOT_IN_WORKING_TIME'],
    ['on a Saturday', '2020-03-14 09:00', 'DATE_NOT_IN_WORKING_TIME'],
    ['on Giỗ Tổ Hùng Vương', '2020-04-02 09:00', 'DATE_NOT_IN_WORKING_TIME'],
    ['to the deadline itself', '2020-03-10 17:00', 'DATE_NOT_LATER'],
    ['to an earlier date', '2020-03-09 17:00', 'DATE_NOT_LATER'],
    ['beyond the calendar', '2028-03-01 09:00', 'CALENDAR_NOT_COVERED'],
  ])('%s is refused', (_, date, code) =>
    expect(extend(date)).toMatchObject({ ok: false, error: { code } }),
  );

  it('is asked for before the deadline, to the minute', () => {
    expect(extend('2020-03-12 17:00', { now: '2020-03-10 17:00' })).toMatchObject({ ok: true });
    expect(extend('2020-03-12 17:00', { now: '2020-03-10 17:01' })).toEqual({
      ok: false,
      error: { code: 'DEADLINE_PASSED', answerDueAt: at('2020-03-10 17:00') },
    });
  });

  it('is counted, and allowed twice', () => {
    const step = (date: string) => ({
      by: officer,
      at: '2020-03-06 08:00',
      with: { answerDueAt: at(date) },
    });
    const once = after(inProgress(), 'extend', step('2020-03-12 17:00'));
    const twice = after(once, 'extend', step('2020-03-16 17:00'));
    expect(twice).toMatchObject({ extensions: 2, answerDueAt: at('2020-03-16 17:00') });
    expect(extend('2020-03-18 17:00', { of: twice })).toEqual({
      ok: false,
      error: { code: 'EXTENSION_LIMIT', limit: 2 },
    });
  });

  it('leaves the parts’ deadlines alone', () =>
    expect(
      after(inProgress(), 'extend', {
        by: officer,
        at: '2020-03-06 08:00',
        with: { answerDueAt: at('2020-03-12 17:00') },
      }).parts,
    ).toEqual(inProgress().parts));
});

describe('escalating', () => {
  const escalate = (current: Case) =>
    decided(current, 'escalate', { by: supervisor, at: '2020-03-06 08:00', with: {} });

  it.each([0, 1, 2])('goes up one level from %i', (escalationLevel) =>
    expect(escalate(aCase({ escalationLevel }))).toEqual({
      ok: true,
      value: { status: 'received', body: { type: 'CaseEscalated', level: escalationLevel + 1 } },
    }),
  );

  it('ends at the province office', () =>
    expect(escalate(aCase({ escalationLevel: 3 }))).toEqual({
      ok: false,
      error: { code: 'ESCALATION_AT_TOP', level: 3 },
    }));

  it('is stored as the level that was reached', () =>
    expect(
      after(logged({ at: '2020-03-05 09:00' }), 'escalate', {
        by: supervisor,
        at: '2020-03-06 08:00',
        with: {},
      }),
    ).toMatchObject({ status: 'received', escalationLevel: 1 }));
});

describe('a progress report', () => {
  const report = (committedAt?: string, now = '2020-03-11 08:00') =>
    decided(inProgress(), 'report-progress', {
      by: officer,
      at: now,
      with: committedAt === undefined ? {} : { committedAt: at(committedAt) },
    });

  it('needs no date while there is time, and takes none', () => {
    const early = '2020-03-10 17:00';
    expect(report(undefined, early)).toMatchObject({ ok: true });
    expect(report('2020-03-12 17:00', early)).toMatchObject({
      error: { code: 'COMMITMENT_BEFORE_DEADLINE' },
    });
  });

  it.each([
    ['without a date', undefined, 'COMMITMENT_NEEDED'],
    ['with one in the past', '2020-03-10 16:00', 'DATE_NOT_LATER'],
    ['with one on a Saturday', '2020-03-14 09:00', 'DATE_NOT_IN_WORKING_TIME'],
  ])('%s is refused once the deadline has passed', (_, date, code) =>
    expect(report(date)).toMatchObject({ ok: false, error: { code } }),
  );

  it('commits to a new date and leaves the deadline missed', () =>
    expect(
      after(inProgress(), 'report-progress', {
        by: officer,
        at: '2020-03-11 08:00',
        with: { committedAt: at('2020-03-13 17:00') },
      }),
    ).toMatchObject({
      committedAt: at('2020-03-13 17:00'),
      answerDueAt: at('2020-03-10 17:00'),
      extensions: 0,
    }));
});
