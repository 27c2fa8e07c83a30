import { describe, expect, it } from 'vitest';
import { anActor, at, jurisdiction } from '../../test/support/case-builder.ts';
import { after, agent, logged } from '../../test/support/case-story.ts';
import { calendarsOf } from './business-calendar.ts';
import { CalendarData } from './business-calendar-data.ts';
import type { Case } from './case.ts';
import { clockReadings } from './clock-readings.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { rowClock } from './row-clock.ts';
import { ownerOf, worklistDueAt } from './worklist.ts';

const HOUR = 3_600_000;
const officer = anActor('officer', 'TA');
const received = logged({ at: '2020-03-05 09:00' });
const routed = after(received, 'route', {
  by: agent,
  at: '2020-03-05 09:02',
  with: { lead: 'TA', supporting: ['SXD'] },
});
const accepted = after(routed, 'accept', { by: officer, at: '2020-03-05 10:00', with: {} });
const asked = after(accepted, 'ask-citizen', { by: officer, at: '2020-03-06 16:00', with: {} });
const resumed = after(asked, 'resume', { by: agent, at: '2020-03-09 08:30', with: {} });
const askedAtDesk = after(received, 'ask-citizen', {
  by: agent,
  at: '2020-03-05 09:03',
  with: {},
});
const answered = after(resumed, 'answer', {
  by: officer,
  at: '2020-03-09 09:00',
  with: { releasedParts: ['SXD'] },
});
const reopened = after(answered, 'reopen', {
  by: anActor('manager'),
  at: '2020-03-12 09:00',
  with: {},
});

/** As the list of its lead or the desk has it. */
const clockOf = (current: Case, local: string, by: Jurisdiction = jurisdiction) => {
  const listed = ownerOf(current);
  const owner = listed === 'desk' ? null : listed;
  const dueAt = worklistDueAt(current, by.sla) ?? '';
  const row = { ...current, dueAt, atRiskAt: null, as: 'lead' as const };
  return rowClock({ row, owner, at: new Date(at(local)) }, by);
};

const partOf = (current: Case, local: string) => {
  const [part] = current.parts;
  if (part === undefined) throw new Error('there is a part');
  const row = { ...current, dueAt: part.dueAt, atRiskAt: null, as: 'supporting' as const };
  return rowClock({ row, owner: part.department, at: new Date(at(local)) }, jurisdiction);
};

describe('the clock of a row', () => {
  it.each([
    ['at the desk', received, '2020-03-05 09:03', 'hand_off'],
    ['at the desk, missed', received, '2020-03-05 09:09', 'hand_off'],
    ['while the desk has asked the citizen', askedAtDesk, '2020-03-05 09:30', 'hand_off'],
    ['with its lead', routed, '2020-03-05 14:00', 'answer'],
    ['with its lead, missed', accepted, '2020-03-16 14:00', 'answer'],
    ['while its lead has asked the citizen', asked, '2020-03-09 08:00', 'answer'],
    ['after the citizen has replied', resumed, '2020-03-09 15:00', 'answer'],
    ['reopened', reopened, '2020-03-13 15:00', 'answer'],
  ])('says what the case says: %s', (...[, current, local, kind]) => {
    const reading = clockReadings(current, new Date(at(local)), jurisdiction).find(
      (one) => one.kind === kind,
    );
    const { unit, usedMs, leftMs, pausedMs, why, state } = reading!;
    expect(clockOf(current, local)?.times).toEqual({ unit, usedMs, leftMs, pausedMs, why });
    // A row is told from when it is at risk; here it never is.
    expect(clockOf(current, local)?.state).toBe(state === 'at_risk' ? 'on_track' : state);
  });

  it('stands still while the citizen is asked, over the weekend too', () => {
    const still = { usedMs: 13.5 * HOUR, leftMs: 17 * HOUR };
    expect(clockOf(asked, '2020-03-06 16:00')).toMatchObject({ state: 'paused', times: still });
    expect(clockOf(asked, '2020-03-09 08:30')).toMatchObject({
      state: 'paused',
      times: { ...still, pausedMs: 2 * HOUR },
    });
  });

  it('is the part’s in the list of a supporting department', () => {
    for (const [current, local] of [
      [accepted, '2020-03-06 15:00'],
      [asked, '2020-03-09 08:00'],
      [resumed, '2020-03-09 15:00'],
    ] as const) {
      const reading = clockReadings(current, new Date(at(local)), jurisdiction).find(
        ({ kind }) => kind === 'part',
      );
      const { unit, usedMs, leftMs, pausedMs, why } = reading!;
      expect(partOf(current, local)?.times).toEqual({ unit, usedMs, leftMs, pausedMs, why });
    }
  });

  it('runs by the hours of its own department', () => {
    const { calendarData } = jurisdiction;
    const hours = { TA: { roundTheClock: true } } as const;
    const calendar = calendarsOf(CalendarData.parse({ ...calendarData, departments: hours }));
    const by = { ...jurisdiction, calendar };
    expect(clockOf(accepted, '2020-03-06 09:00', by)?.times?.usedMs).toBe(24 * HOUR);
    expect(clockOf(accepted, '2020-03-06 09:00')?.times?.usedMs).toBe(8 * HOUR);
  });

  it('is none once the answer is given', () =>
    expect(clockOf(answered, '2020-03-10 09:00')).toBeNull());

  it('has its state and no times where the calendar does not reach', () =>
    expect(clockOf(accepted, '2035-03-06 09:00')).toEqual({ state: 'missed', times: null }));
});
