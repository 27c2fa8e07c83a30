import { describe, expect, it } from 'vitest';
import { anActor, at, jurisdiction } from '../../test/support/case-builder.ts';
import { after, agent, logged } from '../../test/support/case-story.ts';
import type { Case } from './case.ts';
import { clockReadings } from './clock-readings.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const officer = anActor('officer', 'TA');
const received = logged({ at: '2020-03-05 09:00' });
const inProgress = after(
  after(received, 'route', {
    by: agent,
    at: '2020-03-05 09:02',
    with: { lead: 'TA', supporting: ['SXD'] },
  }),
  'accept',
  { by: officer, at: '2020-03-05 10:00', with: {} },
);

const read = (current: Case, local: string) =>
  clockReadings(current, new Date(at(local)), jurisdiction);
const one = (current: Case, local: string, kind: string) =>
  read(current, local).find((reading) => reading.kind === kind);

describe('the clocks of a case', () => {
  it('are the hand-off while it is at the desk', () => {
    expect(read(received, '2020-03-05 09:03')).toMatchObject([
      { kind: 'hand_off', state: 'on_track', usedMs: 0.05 * HOUR, dueAt: at('2020-03-05 09:05') },
    ]);
    expect(one(received, '2020-03-05 09:04', 'hand_off')?.state).toBe('at_risk');
    expect(one(received, '2020-03-05 09:06', 'hand_off')).toMatchObject({
      state: 'missed',
      leftMs: -60_000,
      why: { name: 'Đã dùng 6 phút, quá 1 phút.', nameEn: '6 min used, 1 min over.' },
    });
  });

  it('are those of every department once it is routed', () =>
    expect(
      read(inProgress, '2020-03-06 09:00').map(({ kind, department, state }) => ({
        kind,
        department,
        state,
      })),
    ).toEqual([
      { kind: 'hand_off', department: null, state: 'met' },
      { kind: 'answer', department: 'TA', state: 'on_track' },
      { kind: 'part', department: 'SXD', state: 'on_track' },
    ]));

  it('count working time', () =>
    // From Thursday 09:00 to Friday 09:00: 6 hours and a half, and one and a half. 22 hours and a half are left of 30 and a half.
    expect(one(inProgress, '2020-03-06 09:00', 'answer')).toMatchObject({
      usedMs: 8 * HOUR,
      leftMs: 22.5 * HOUR,
      pausedMs: 0,
      dueAt: at('2020-03-10 17:00'),
      atRiskAt: at('2020-03-10 09:24'),
      why: {
        name: 'Đã dùng 8 giờ 0 phút làm việc, còn 22 giờ 30 phút.',
        nameEn: '8 h 0 min of working time used, 22 h 30 min left.',
      },
    }));

  it('stand still while the citizen is asked, and do not count it afterwards', () => {
    const asked = after(inProgress, 'ask-citizen', {
      by: officer,
      at: '2020-03-06 16:00',
      with: {},
    });
    expect(one(asked, '2020-03-09 08:30', 'answer')).toMatchObject({
      state: 'paused',
      usedMs: 13.5 * HOUR,
      leftMs: 17 * HOUR,
      // An hour on Friday, one on Monday; the weekend counts for nothing.
      pausedMs: 2 * HOUR,
    });
    const resumed = after(asked, 'resume', { by: officer, at: '2020-03-09 08:30', with: {} });
    expect(one(resumed, '2020-03-09 09:30', 'answer')).toMatchObject({
      state: 'on_track',
      usedMs: 14.5 * HOUR,
      leftMs: 16 * HOUR,
      pausedMs: 2 * HOUR,
      dueAt: at('2020-03-11 09:30'),
    });
  });

  it.each([
    ['2020-03-10 15:00', 'met', 2 * HOUR],
    ['2020-03-11 09:00', 'late', -1.5 * HOUR],
  ])('stop with the answer of %s: %s', (when, state, leftMs) => {
    const answered = after(inProgress, 'answer', {
      by: officer,
      at: when,
      with: { releasedParts: ['SXD'] },
    });
    expect(one(answered, '2020-04-01 09:00', 'answer')).toMatchObject({
      state,
      leftMs,
      stoppedAt: at(when),
    });
    expect(one(answered, '2020-04-01 09:00', 'part')).toBeUndefined();
  });

  it('go on at the desk after a return', () => {
    const returned = after(inProgress, 'return', {
      by: officer,
      at: '2020-03-06 10:00',
      with: { reason: 'other' },
    });
    expect(
      read(returned, '2020-03-06 10:03').map(({ kind, department, state, usedMs }) => ({
        kind,
        department,
        state,
        usedMs,
      })),
    ).toMatchObject([
      { kind: 'hand_off', department: null, state: 'on_track' },
      { kind: 'answer', department: null, state: 'on_track', usedMs: 32_580_000 },
      { kind: 'part', department: 'SXD' },
    ]);
  });

  it('stopped before the citizen was asked do not count the wait', () => {
    const asked = after(inProgress, 'ask-citizen', {
      by: officer,
      at: '2020-03-06 16:00',
      with: {},
    });
    expect(one(asked, '2020-03-09 08:30', 'hand_off')).toMatchObject({
      state: 'met',
      usedMs: 2 * MINUTE,
      pausedMs: 0,
    });
  });

  it('of a case that ends while it waits are not late by the time that was waited', () => {
    const asked = after(inProgress, 'ask-citizen', {
      by: officer,
      at: '2020-03-06 16:00',
      with: {},
    });
    const closed = after(asked, 'withdraw', { by: agent, at: '2020-03-20 17:00', with: {} });
    expect(one(closed, '2020-04-01 09:00', 'answer')).toMatchObject({
      state: 'met',
      usedMs: 13.5 * HOUR,
      leftMs: 17 * HOUR,
      // An hour on Friday, and ten days.
      pausedMs: 81 * HOUR,
      stoppedAt: at('2020-03-20 17:00'),
    });
  });

  it('of a part that is given while the case waits are not late either', () => {
    const asked = after(inProgress, 'ask-citizen', {
      by: officer,
      at: '2020-03-06 16:00',
      with: {},
    });
    const step = { by: anActor('officer', 'SXD'), at: '2020-03-10 08:00', with: {} };
    const given = after(asked, 'answer-part', step);
    const resumed = after(given, 'resume', { by: agent, at: '2020-03-11 08:00', with: {} });
    for (const current of [given, resumed]) {
      expect(one(current, '2020-03-11 09:00', 'part')).toMatchObject({
        state: 'met',
        usedMs: 13.5 * HOUR,
        leftMs: 9 * HOUR,
        pausedMs: 9.5 * HOUR,
      });
    }
  });

  it('show the first hand-off, whoever has the case now', () => {
    const again = after(inProgress, 'route', {
      by: agent,
      at: '2020-03-06 10:00',
      with: { lead: 'SGTVT', supporting: [] },
    });
    expect(one(again, '2020-03-06 11:00', 'hand_off')).toMatchObject({
      state: 'met',
      stoppedAt: at('2020-03-05 09:02'),
    });
  });

  it('show the hand-off after a return, whoever has the case since', () => {
    const routed = ['10:02', '14:00'].reduce(
      (current, time) =>
        after(current, 'route', {
          by: agent,
          at: `2020-03-06 ${time}`,
          with: { lead: 'SGTVT', supporting: [] },
        }),
      after(inProgress, 'return', {
        by: officer,
        at: '2020-03-06 10:00',
        with: { reason: 'wrong_department' },
      }),
    );
    expect(routed.routedAt).toBe(at('2020-03-06 14:00'));
    expect(one(routed, '2020-03-06 15:00', 'hand_off')).toMatchObject({
      state: 'met',
      stoppedAt: at('2020-03-06 10:02'),
      usedMs: 2 * MINUTE,
    });
  });

  it('run anew at the desk for a case that was answered there and reopened', () => {
    const answered = after(received, 'answer', { by: agent, at: '2020-03-05 09:03', with: {} });
    const rated = after(answered, 'rate', {
      by: agent,
      at: '2020-03-05 10:00',
      with: { round: 1, judgement: 'unsatisfied' },
    });
    expect(one(rated, '2020-03-05 11:00', 'hand_off')?.state).toBe('met');
    const reopened = after(rated, 'reopen', { by: agent, at: '2020-03-06 10:00', with: {} });
    expect(one(reopened, '2020-03-06 10:03', 'hand_off')).toMatchObject({
      state: 'on_track',
      stoppedAt: null,
      usedMs: 3 * MINUTE,
    });
    const withdrawn = after(reopened, 'withdraw', { by: agent, at: '2020-03-06 10:07', with: {} });
    expect(one(withdrawn, '2020-03-06 11:00', 'hand_off')).toMatchObject({
      state: 'late',
      stoppedAt: at('2020-03-06 10:07'),
    });
  });
});
