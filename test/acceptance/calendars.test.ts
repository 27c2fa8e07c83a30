import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  CalendarDetails,
  CalendarPreviewBody,
  CalendarsBody,
  CurrentCalendarBody,
  MovingBody,
} from '../../shared/contracts/calendar.ts';
import { CaseDetails } from '../../shared/contracts/case.ts';
import { aBundledYear, aCalendarYear, aDayOff } from '../support/calendar-years.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, type ChangedCase, people } from '../support/life-of-a-case.ts';

const MINUTE_MS = 60_000;
/** The 1st of October 2027 is a Friday; the province works from 7:30 to 11:30 and from 13:00 to 17:00. */
const local = (time: string): number => Date.parse(`2027-${time.replace(' ', 'T')}:00+07:00`);
const instant = (time: string): string => new Date(local(time)).toISOString();
/** As deadlines are compared: the request that began them took its milliseconds. */
const minute = (time: string): string => instant(time).slice(0, 16);
const inMinute = (time: string) => expect.stringContaining(minute(time)) as string;
const PATH = '/v1/directory/calendars';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
  hotline.host.clock.set(local('10-01 08:00'));
  await hotline.settled();
});
afterAll(() => hotline.close());

const read = async <S extends z.ZodType>(schema: S, path = '', as = 'tuan'): Promise<z.infer<S>> =>
  schema.parse((await hotline.call({ method: 'GET', path: `${PATH}${path}`, as })).body);
const preview = async (body: object) =>
  hotline.call({ method: 'POST', path: `${PATH}/preview`, as: 'tuan', body });
const effectOf = async (body: object) => {
  const { effect } = CalendarPreviewBody.parse((await preview(body)).body);
  return effect;
};

let keys = 0;
const publish = (body: object, { ifMatch, key, as = 'tuan' }: Publishing) =>
  hotline.call({
    method: 'POST',
    path: PATH,
    as,
    body: { reason: 'Thông báo số 12/TB-UBND', ...body },
    ifMatch,
    idempotencyKey: key ?? `calendar-${(keys += 1)}`,
  });
interface Publishing {
  readonly ifMatch?: number;
  readonly key?: string;
  readonly as?: string;
}
const problem = (status: number, code: string) => ({ status, body: { status, code } });

/** Six months go by the calendar in a moment; people act at that instant. */
const peopleAt = (time: string) =>
  people((one) => hotline.call({ ...one, at: new Date(local(time)) }));
/** Eight working hours: what comes in at 9:00 is due at 9:00 of the next working day. */
const aBrokenPipe = (time: string) => {
  const { log, desk } = peopleAt(time);
  const route = async () =>
    desk(await log(aCall({ serviceCode: 'water-supply' })), 'route', {
      lead: 'TA',
      supporting: [],
    });
  return route();
};
const caseOf = async ({ caseId }: ChangedCase) => {
  const path = `/v1/desk/cases/${caseId}`;
  return CaseDetails.parse((await hotline.call({ method: 'GET', path, as: 'lan' })).body);
};
const dueOf = async (current: ChangedCase) => {
  const { answerDueAt, calendarVersion } = (await caseOf(current)).case;
  return [answerDueAt?.slice(0, 16), calendarVersion];
};
const passes = async (ms: number) => {
  hotline.host.clock.advance(ms);
  await hotline.settled();
};
const checked = async () => (await hotline.host.invoke('check-calendar', {})).ok;

describe('a year that is missing', () => {
  it('raises an alarm from October on', async () => expect(await checked()).toBe(false));

  it('keeps a case from being routed whose deadline would lie in it', async () => {
    const { log } = peopleAt('12-31 10:00');
    const { caseId } = await log(aCall({ serviceCode: 'water-supply' }));
    const answer = await hotline.call({
      method: 'POST',
      path: `/v1/desk/cases/${caseId}/route`,
      as: 'lan',
      body: { lead: 'TA', supporting: [] },
      ifMatch: 1,
      at: new Date(local('12-31 10:02')),
    });
    expect(answer).toMatchObject(problem(422, 'CALENDAR_NOT_COVERED'));
  });
});

describe('a calendar', () => {
  it('is the one that came with the system at first', async () => {
    const current = await read(CurrentCalendarBody, '/current', 'lan');
    expect(current).toMatchObject({ number: 0, version: 'built-in-1', published: null });
    const { years, versions } = await read(CalendarsBody);
    expect([years[0]?.year, years.at(-1)?.year, versions.length]).toEqual([2019, 2027, 1]);
  });

  it('is shown what it would do before it is published', async () => {
    const answer = await preview(aCalendarYear());
    expect(answer).toMatchObject({
      status: 200,
      body: {
        basedOn: 0,
        problems: [],
        effect: { replacedYear: false, moves: { cases: 0, deadlines: 0, complete: true } },
      },
    });
    expect((await read(CalendarsBody)).versions).toHaveLength(1);
  });

  const mondays = (...monday: string[]) => {
    const usual = ['07:30-11:30', '13:00-17:00'];
    const off = { saturday: [], sunday: [] };
    const rest = { tuesday: usual, wednesday: usual, thursday: usual, friday: usual };
    return { hours: { weekly: { monday, ...rest, ...off } } };
  };
  const faults: [string, object, string, string][] = [
    [
      'a window that ends before it starts',
      mondays('11:30-07:30'),
      'WINDOW_ENDS_BEFORE_START',
      'hours.weekly.monday[0]',
    ],
    [
      'windows that overlap',
      mondays('07:30-11:30', '11:00-17:00'),
      'WINDOWS_OVERLAP',
      'hours.weekly.monday[1]',
    ],
    [
      'a day that is both off and worked',
      { daysOff: [...aCalendarYear().daysOff, aDayOff('2028-08-26')] },
      'DAY_OFF_AND_MAKE_UP',
      'daysOff[2]',
    ],
  ];
  it.each(faults)('is refused for %s, and nothing is stored', async (...row) => {
    const [, differing, code, path] = row;
    const body = { ...aCalendarYear(), ...differing };
    const refused = await publish(body, { ifMatch: 0 });
    expect(refused).toMatchObject(problem(422, 'CALENDAR_INVALID'));
    expect(refused.body).toMatchObject({ problems: [{ code, path }] });
    expect((await preview(body)).body).toMatchObject({ problems: [{ code, path }], effect: null });
    expect((await read(CalendarsBody)).versions).toHaveLength(1);
  });

  it.each<[string, object, Publishing, number, string]>([
    ['an unknown field', { colour: 'red' }, { ifMatch: 0 }, 400, 'REQUEST_INVALID'],
    ['no reason', { reason: '' }, { ifMatch: 0 }, 400, 'REQUEST_INVALID'],
    [
      'a date that is none',
      { daysOff: [{ date: '2028-02-30' }] },
      { ifMatch: 0 },
      400,
      'REQUEST_INVALID',
    ],
    ['no If-Match', {}, {}, 428, 'IF_MATCH_REQUIRED'],
    ['a stale If-Match', {}, { ifMatch: 7 }, 412, 'CALENDAR_VERSION_CONFLICT'],
    ['a short Idempotency-Key', {}, { ifMatch: 0, key: 'k' }, 400, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['somebody who is no administrator', {}, { ifMatch: 0, as: 'quang' }, 403, 'NOT_PERMITTED'],
  ])('is refused for %s', async (...row) => {
    const [, differing, publishing, status, code] = row;
    const body = { ...aCalendarYear(), ...differing };
    expect(await publish(body, publishing)).toMatchObject(problem(status, code));
    expect((await read(CalendarsBody)).versions).toHaveLength(1);
  });

  it('is published once, however often it is sent', async () => {
    const first = await publish(aCalendarYear(), { ifMatch: 0, key: 'calendar-2028' });
    expect(first).toMatchObject({
      status: 201,
      body: { number: 1, version: 'published-1', published: { year: 2028, by: { id: 'tuan' } } },
    });
    expect(first.headers.get('etag')).toBe('"1"');
    const again = await publish(aCalendarYear(), { ifMatch: 0, key: 'calendar-2028' });
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = { ...aCalendarYear(), reason: 'Khác' };
    expect(await publish(other, { ifMatch: 0, key: 'calendar-2028' })).toMatchObject(
      problem(422, 'IDEMPOTENCY_KEY_REUSED'),
    );
  });

  it('keeps who published it, when and why, and the year before and after', async () => {
    const { years, versions } = await read(CalendarsBody, '', 'yen');
    expect(years.at(-1)).toMatchObject({ year: 2028, daysOff: 2, version: 'published-1' });
    expect(versions.map(({ version }) => version)).toEqual(['published-1', 'built-in-1']);
    const details = await read(CalendarDetails, '/versions/1', 'yen');
    expect(details).toMatchObject({
      published: { reason: 'Thông báo số 12/TB-UBND', moveRunning: false },
      before: null,
      after: { makeUpWorkdays: [{ date: '2028-08-26', insteadOf: '2028-09-01' }] },
    });
    const unknown = { method: 'GET', path: `${PATH}/versions/2`, as: 'yen' } as const;
    expect(await hotline.call(unknown)).toMatchObject(problem(404, 'CALENDAR_NOT_FOUND'));
  });

  it('is in use everywhere a minute later, and ends the alarm', async () => {
    await passes(MINUTE_MS);
    expect(await checked()).toBe(true);
    const late = await aBrokenPipe('12-31 10:00');
    expect(await dueOf(late)).toEqual(['2028-01-03T03:00', 'published-1']);
  });
});

describe('a year by which cases run', () => {
  let running: ChangedCase;
  const withDayOff = aBundledYear(2027, '2027-10-04');

  it('is not replaced without saying so', async () => {
    const answered = await aBrokenPipe('10-01 09:00');
    const { department } = peopleAt('10-05 09:00');
    const accepted = await department('officer.ta', answered, 'accept');
    await department('officer.ta', accepted, 'answer', { text: 'Đã sửa xong.' });
    running = await aBrokenPipe('10-01 09:00');
    expect(await dueOf(running)).toEqual([minute('10-04 09:00'), 'published-1']);
    const answer = await publish(withDayOff, { ifMatch: 1 });
    expect(answer).toMatchObject(problem(409, 'CALENDAR_YEAR_IN_USE'));
    expect(answer.body).toMatchObject({ year: 2027, runningCases: expect.any(Number) as number });
  });

  it('shows which deadlines another calendar would move', async () => {
    expect(await effectOf(withDayOff)).toMatchObject({
      replacedYear: true,
      differsFrom: instant('10-04 07:30'),
      moves: {
        cases: 1,
        deadlines: 1,
        examples: [
          {
            trackingCode: running.trackingCode,
            department: 'TA',
            from: inMinute('10-04 09:00'),
            to: inMinute('10-05 09:00'),
          },
        ],
      },
    });
  });

  it('counts for what is decided from then on, and leaves running deadlines alone', async () => {
    const answer = await publish({ ...withDayOff, replaceYear: true }, { ifMatch: 1 });
    expect(answer).toMatchObject({ status: 201, body: { published: { replacedYear: true } } });
    await passes(MINUTE_MS);
    expect(await dueOf(await aBrokenPipe('10-01 09:00'))).toEqual([
      minute('10-05 09:00'),
      'published-2',
    ]);
    expect(await dueOf(running)).toEqual([minute('10-04 09:00'), 'published-1']);
    expect(await read(MovingBody, '/moving')).toEqual({ moving: null });
    const { before, after } = await read(CalendarDetails, '/versions/2');
    expect(after!.daysOff.length - before!.daysOff.length).toBe(1);
  });

  it('moves running deadlines when that is asked for, by an event of its own', async () => {
    const asked = { ...withDayOff, replaceYear: true, moveRunning: true };
    expect((await effectOf(withDayOff))?.moves).toMatchObject({ cases: 1 });
    expect(await publish(asked, { ifMatch: 2 })).toMatchObject({ status: 201 });
    expect(await read(MovingBody, '/moving')).toMatchObject({
      moving: { version: 'published-3', state: 'waiting', moved: 0 },
    });
    for (let minute = 0; minute < 5; minute += 1) await passes(MINUTE_MS);
    expect(await read(MovingBody, '/moving')).toMatchObject({
      moving: { state: 'done', moved: 1, refused: 0 },
    });
    expect(await dueOf(running)).toEqual([minute('10-05 09:00'), 'published-3']);
    expect((await caseOf(running)).history.at(-1)).toMatchObject({
      by: { role: 'system' },
      event: { type: 'DeadlinesMoved', calendarVersion: 'published-3' },
    });
  });
});

describe('a duty desk round the clock', () => {
  it('counts on through night and Sunday, and only for its department', async () => {
    const departments = { TA: { roundTheClock: true } };
    const duty = { ...aCalendarYear(), departments, replaceYear: true };
    expect(await publish(duty, { ifMatch: 3 })).toMatchObject({ status: 201 });
    await passes(MINUTE_MS);
    const current = await aBrokenPipe('10-01 16:00');
    expect(await dueOf(current)).toEqual([minute('10-02 00:00'), 'published-4']);
  });
});

describe('figures', () => {
  it('agree with the cases after every publication', async () => {
    await hotline.settled();
    const { ok, payload } = await hotline.host.invoke('reconcile-statistics', {});
    expect([ok, payload]).toMatchObject([true, { drift: 0 }]);
  });
});
