import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
  // A Monday morning, so that working hours are where the test expects them.
  hotline.host.clock.set(Date.parse('2026-11-30T02:00:00Z'));
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const read = async (path: string, as: string) => (await call({ method: 'GET', path, as })).body;

/** Lets the time pass and the sweep of that minute run. */
async function later(ms: number): Promise<void> {
  const { clock } = hotline.host;
  clock.set(clock.now() + ms);
  await hotline.settled();
}

describe('the clocks of a case', () => {
  it('are shown where people look, and tell those whom the ladder names', async () => {
    const { log, desk, department } = people(call);
    const waiting = await log(aCall());
    const given = await department(
      'officer.ta',
      await desk(await log(aCall()), 'route', { lead: 'TA', supporting: [] }),
      'accept',
    );
    expect(await read('/v1/desk/cases', 'lan')).toMatchObject({
      cases: [
        {
          caseId: waiting.caseId,
          state: 'on_track',
          dueAtLocal: expect.stringMatching(/^2026-11-30T09:05:.*\+07:00$/) as string,
        },
      ],
    });

    await later(6 * MINUTE_MS);
    expect(await read('/v1/desk/cases', 'lan')).toMatchObject({
      cases: [
        {
          caseId: waiting.caseId,
          state: 'missed',
          pausedMs: 0,
          why: { name: 'Đã dùng 6 phút, quá 1 phút.', nameEn: '6 min used, 1 min over.' },
        },
      ],
    });
    expect(await read('/v1/desk/reminders', 'huong')).toMatchObject({
      reminders: [
        { caseId: waiting.caseId, kind: 'missed', tell: 'supervisor', level: 1 },
        { caseId: waiting.caseId, kind: 'at_risk', tell: 'agent', level: 0 },
      ],
      next: null,
    });
    expect(await read('/v1/desk/reminders', 'lan')).toMatchObject({
      reminders: [{ kind: 'at_risk' }],
    });

    const details = await read(`/v1/department/cases/${given.caseId}`, 'officer.ta');
    expect(details).toMatchObject({
      clocks: [
        { kind: 'hand_off', state: 'met' },
        {
          kind: 'answer',
          department: 'TA',
          state: 'on_track',
          why: { name: expect.stringMatching(/^Đã dùng 6 phút làm việc, còn /) as string },
        },
      ],
    });
  });

  it('put the most urgent of all departments first, for those who oversee', async () => {
    const urgent = (await read('/v1/desk/urgent?limit=2', 'huong')) as {
      cases: { owner: string; dueAt: string }[];
    };
    expect(urgent.cases.map(({ owner }) => owner)).toEqual(['desk', 'TA']);
    const refused = await call({ method: 'GET', path: '/v1/desk/urgent', as: 'officer.ta' });
    expect(refused.status).toBe(403);
  });

  it('tell an officer at night’s alarm in the morning', async () => {
    // On to the evening of the day on which the answer is due.
    const urgent = (await read('/v1/desk/urgent', 'huong')) as {
      cases: { owner: string; dueAt: string }[];
    };
    const due = Date.parse(urgent.cases.find(({ owner }) => owner === 'TA')?.dueAt ?? '');
    hotline.host.clock.set(due + HOUR_MS);
    await hotline.settled();
    const kinds = async () =>
      (
        (await read('/v1/department/reminders', 'officer.ta')) as { reminders: { kind: string }[] }
      ).reminders.map(({ kind }) => kind);
    expect(await kinds()).toEqual([]);
    await later(15 * HOUR_MS);
    expect(await kinds()).toEqual(['missed', 'at_risk']);
  });
});
