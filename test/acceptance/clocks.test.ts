import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseDetails } from '../../shared/contracts/case.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, type ChangedCase, people } from '../support/life-of-a-case.ts';

const HALF_A_MINUTE_MS = 30_000;
/** The 30th of November 2026 is a Monday; the province works from 7:30 to 11:30 and from 13:00 to 17:00. */
const local = (time: string): number => Date.parse(`2026-${time.replace(' ', 'T')}:00+07:00`);
const instant = (time: string): string => new Date(local(time)).toISOString();

/** As alarms are compared: a request takes its milliseconds. */
const minute = (time: string): string => instant(time).slice(0, 16);

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

/** People act at this very instant, however long the test takes to get there. */
let now = 0;
const call = (one: Parameters<Hotline['call']>[0]) => hotline.call({ ...one, at: new Date(now) });
const { log, desk, department } = people(call);

/**
 * Time passes, and half a minute more for what a request took. A sweep runs when a minute has passed since the one before,
 * wherever in the minute that is.
 */
async function at(time: string): Promise<void> {
  now = local(time);
  hotline.host.clock.set(now + HALF_A_MINUTE_MS);
  await hotline.settled();
}

async function read({ caseId }: ChangedCase) {
  const answer = await call({ method: 'GET', path: `/v1/desk/cases/${caseId}`, as: 'lan' });
  return CaseDetails.parse(answer.body);
}

const latest = async (current: ChangedCase): Promise<ChangedCase> => ({
  ...current,
  version: (await read(current)).case.version,
});

/** Every alarm in the history, in the order in which it was raised. */
const alarms = async (current: ChangedCase) =>
  (await read(current)).history.flatMap(({ event }) =>
    event.type === 'AlarmRaised'
      ? [
          `${event.clock} ${event.kind} ${event.level} ${event.tell} ${event.reachedAt.slice(0, 16)}`,
        ]
      : [],
  );

const seenByCitizen = async ({ trackingCode }: ChangedCase) =>
  (await call({ method: 'GET', path: `/v1/citizen/cases/${trackingCode}` })).body;

/** An attempt of the officer that may be refused. */
const attempt = (current: ChangedCase, action: string, body: object) =>
  call({
    method: 'POST',
    path: `/v1/department/cases/${current.caseId}/${action}`,
    as: 'officer.ta',
    body,
    ifMatch: current.version,
  });

/** Eight working hours: what comes in at 9:00 is due at 9:00 of the next working day. */
const aBrokenPipe = () => aCall({ serviceCode: 'water-supply' });
const accepted = async () =>
  department(
    'officer.ta',
    await desk(await log(aBrokenPipe()), 'route', { lead: 'TA', supporting: [] }),
    'accept',
  );

describe('a call that nobody hands off', () => {
  const upTo3 = [
    `hand_off at_risk 0 agent ${minute('11-30 09:04')}`,
    `hand_off missed 1 supervisor ${minute('11-30 09:05')}`,
    `hand_off escalated 2 supervisor ${minute('11-30 10:05')}`,
    `hand_off escalated 3 province_office ${minute('11-30 13:05')}`,
  ];

  it('climbs its ladder rung by rung as time passes, each once', async () => {
    await at('11-30 09:00');
    const left = await log();
    expect(await alarms(left)).toEqual([]);
    await at('11-30 09:04');
    expect(await alarms(left)).toEqual(upTo3.slice(0, 1));
    await at('11-30 09:06');
    expect(await alarms(left)).toEqual(upTo3.slice(0, 2));
    for (const time of ['09:08', '09:30', '10:04']) await at(`11-30 ${time}`);
    expect(await alarms(left)).toEqual(upTo3.slice(0, 2));
    await at('11-30 10:06');
    expect(await alarms(left)).toEqual(upTo3.slice(0, 3));
    await at('11-30 14:00');
    await at('11-30 15:00');
    expect(await alarms(left)).toEqual(upTo3);
    expect(await read(left)).toMatchObject({
      case: { status: 'received', escalationLevel: 3 },
      clocks: [{ kind: 'hand_off', state: 'missed' }],
    });
  });

  it('raises all of them in order when no sweep ran for hours', async () => {
    await at('12-01 09:00');
    const left = await log();
    await at('12-01 13:30');
    expect(await alarms(left)).toEqual(upTo3.map((alarm) => alarm.replace('11-30', '12-01')));
  });
});

describe('a department that is late', () => {
  const promised = instant('12-04 17:00');

  it('can extend only before the deadline, and owes a date after it, which the citizen sees', async () => {
    await at('12-01 09:00');
    const current = await accepted();
    await at('12-01 15:00');
    const extended = await department('officer.ta', current, 'extend', {
      answerDueAt: instant('12-02 11:00'),
      text: 'Chờ vật tư.',
    });
    expect(await seenByCitizen(extended)).toMatchObject({
      answerDueAt: instant('12-02 11:00'),
      extensions: 1,
      committedAt: null,
    });

    await at('12-02 11:30');
    const again = await attempt(extended, 'extend', { answerDueAt: promised, text: 'Chờ nữa.' });
    expect(again).toMatchObject({ status: 409, body: { code: 'DEADLINE_PASSED' } });
    const empty = await attempt(extended, 'report-progress', { text: 'Đang chờ vật tư.' });
    expect(empty).toMatchObject({ status: 409, body: { code: 'COMMITMENT_NEEDED' } });
    for (const [committedAt, code] of [
      [instant('12-02 11:00'), 'DATE_NOT_LATER'],
      [instant('12-05 09:00'), 'DATE_NOT_IN_WORKING_TIME'],
    ] as const) {
      const refused = await attempt(extended, 'report-progress', { committedAt, text: 'Hẹn lại.' });
      expect(refused).toMatchObject({ status: 422, body: { code } });
    }

    const reported = await department('officer.ta', extended, 'report-progress', {
      committedAt: promised,
      text: 'Vật tư về thứ Năm.',
    });
    expect(await seenByCitizen(reported)).toMatchObject({
      status: 'in_progress',
      answerDueAt: instant('12-02 11:00'),
      extensions: 1,
      committedAt: promised,
    });
    expect(await read(reported)).toMatchObject({
      clocks: [{ kind: 'hand_off' }, { kind: 'answer', state: 'missed' }],
    });
  });

  it('answers on what it read before the alarms: time is no reason to read again', async () => {
    await at('12-07 09:00');
    const current = await accepted();
    await at('12-08 10:00');
    expect(await alarms(current)).toEqual([
      `answer at_risk 0 officer ${minute('12-07 16:54')}`,
      `answer missed 1 department_lead ${minute('12-08 09:00')}`,
    ]);
    const { version } = (await read(current)).case;
    expect(version).toBe(current.version + 2);
    const answered = await department('officer.ta', current, 'answer', { text: 'Đã sửa xong.' });
    expect(answered).toMatchObject({ status: 'answered', version: version + 1 });

    await at('12-10 17:00');
    expect(await alarms(current)).toHaveLength(2);
  });

  it('meets what a person did in between', async () => {
    await at('12-11 09:00');
    const current = await accepted();
    await at('12-11 16:55');
    await desk(await latest(current), 'note', { text: 'Người dân gọi lại.' });
    const answered = await attempt(current, 'answer', { text: 'Đã sửa xong.' });
    expect(answered).toMatchObject({ status: 412, body: { code: 'VERSION_CONFLICT' } });
  });
});

describe('a citizen who is asked and stays silent', () => {
  it('stops the clock, has the officer reminded after three days and the case closed after ten', async () => {
    await at('12-14 09:00');
    const asked = await department('officer.ta', await accepted(), 'ask-citizen', {
      text: 'Xin cho biết số nhà.',
    });
    expect(await seenByCitizen(asked)).toMatchObject({
      status: 'awaiting_citizen',
      question: 'Xin cho biết số nhà.',
    });
    await at('12-16 17:00');
    expect(await alarms(asked)).toEqual([]);
    await at('12-17 17:00');
    const reminded = [`silence silence 0 officer ${minute('12-17 17:00')}`];
    expect(await alarms(asked)).toEqual(reminded);
    await at('12-28 16:58');
    expect(await read(asked)).toMatchObject({
      case: { status: 'awaiting_citizen' },
      clocks: [{ kind: 'hand_off' }, { kind: 'answer', state: 'paused' }, { kind: 'silence' }],
    });
    await at('12-28 17:01');
    const closed = await read(asked);
    expect(closed).toMatchObject({
      case: { status: 'closed', closeReason: 'citizen_silent' },
      // The wait makes nobody late.
      clocks: [{ kind: 'hand_off' }, { kind: 'answer', state: 'met' }],
    });
    expect(await seenByCitizen(asked)).toMatchObject({ status: 'closed' });
    await at('12-29 09:00');
    expect(await alarms(asked)).toEqual(reminded);
  });
});
