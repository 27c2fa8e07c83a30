import { describe, expect, it } from 'vitest';
import { aRoutedStory, inMemory } from '../../test/contract/case-ports.ts';
import { aBundledYear, aCalendarYear, aDayOff } from '../../test/support/calendar-years.ts';
import { anActor, jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { movableClock } from '../../test/support/delivery-builder.ts';
import {
  InMemoryCalendars,
  InMemoryDeadlineMovings,
} from '../adapters/memory/in-memory-calendars.ts';
import { digest } from '../adapters/system/digest.ts';
import type { CalendarYear } from '../domain/calendar-year.ts';
import { createPreviewCalendar } from './preview-calendar.ts';
import { createPublishCalendar, type PublishCalendarInput } from './publish-calendar.ts';

const admin = anActor('admin');

async function setup() {
  const { cases, worklists } = await inMemory();
  const movings = new InMemoryDeadlineMovings();
  const calendars = new InMemoryCalendars(movings);
  const clock = movableClock('2020-03-05T03:00:00.000Z');
  const ports = { cases, worklists, calendars, clock, digest, jurisdiction };
  const previewCalendar = createPreviewCalendar(ports);
  const publishCalendar = createPublishCalendar(ports);
  return {
    cases,
    calendars,
    movings,
    preview: (entered: CalendarYear) => previewCalendar(jurisdictionId, entered),
    publish: (entered: CalendarYear, differing: Partial<PublishCalendarInput> = {}) =>
      publishCalendar({
        jurisdictionId,
        by: admin,
        idempotencyKey: 'key-0001',
        basedOn: 0,
        entered,
        reason: 'Thông báo của UBND tỉnh',
        moveRunning: false,
        replaceYear: false,
        ...differing,
      }),
  };
}

describe('publishing a year', () => {
  it('makes the next calendar, with who, when and why', async () => {
    const { publish, calendars } = await setup();
    expect(await publish(aCalendarYear())).toMatchObject({
      ok: true,
      value: {
        created: true,
        publication: {
          number: 1,
          version: 'published-1',
          publishedAt: '2020-03-05T03:00:00.000Z',
          publishedBy: admin,
          reason: 'Thông báo của UBND tỉnh',
          replaced: false,
          differsFrom: '2028-01-03T00:30:00.000Z',
        },
      },
    });
    expect((await calendars.current(jurisdictionId))?.calendar).toMatchObject({
      version: 'published-1',
      coveredYears: [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028],
    });
  });

  it('is refused with everything that is wrong, and nothing is stored', async () => {
    const { publish, calendars } = await setup();
    const daysOff = [aDayOff('2028-08-26'), aDayOff('2028-09-01', { kind: 'swap_off' })];
    expect(await publish(aCalendarYear({ daysOff }))).toMatchObject({
      ok: false,
      error: { code: 'CALENDAR_INVALID', problems: [{ code: 'DAY_OFF_AND_MAKE_UP' }] },
    });
    expect(await calendars.history(jurisdictionId)).toEqual([]);
  });

  it('is refused on a calendar that has changed', async () => {
    const { publish } = await setup();
    await publish(aCalendarYear());
    const other = { idempotencyKey: 'key-0002' };
    expect(await publish(aCalendarYear(), other)).toEqual({
      ok: false,
      error: { code: 'CALENDAR_VERSION_CONFLICT', currentNumber: 1 },
    });
    expect(await publish(aCalendarYear(), { ...other, basedOn: 7 })).toMatchObject({ ok: false });
    expect(await publish(aCalendarYear(), { ...other, basedOn: 1 })).toMatchObject({ ok: true });
  });

  it('changes nothing when it is repeated, and its key is good for no other request', async () => {
    const { publish, calendars } = await setup();
    const first = await publish(aCalendarYear());
    await publish(aBundledYear(2027), { basedOn: 1, idempotencyKey: 'key-0002' });
    expect(await publish(aCalendarYear())).toEqual({
      ok: true,
      value: { ...(first.ok && first.value), created: false },
    });
    expect(await publish(aCalendarYear(), { reason: 'Khác' })).toEqual({
      ok: false,
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await calendars.currentNumber(jurisdictionId)).toBe(2);
  });

  it('of a year by which cases run has to be said', async () => {
    const { publish, cases } = await setup();
    await aRoutedStory(cases, { number: 1 });
    await aRoutedStory(cases, { number: 2 });
    expect(await publish(aBundledYear(2020, '2020-03-09'))).toEqual({
      ok: false,
      error: { code: 'CALENDAR_YEAR_IN_USE', year: 2020, runningCases: 2 },
    });
    expect(await publish(aBundledYear(2021, '2021-03-09'))).toMatchObject({ ok: true });
    const replacing = { replaceYear: true, basedOn: 1, idempotencyKey: 'key-0002' };
    expect(await publish(aBundledYear(2020, '2020-03-09'), replacing)).toMatchObject({
      ok: true,
      value: { publication: { replaced: true } },
    });
  });

  it('leaves running deadlines alone unless it is asked to move them', async () => {
    const { publish, cases, movings } = await setup();
    const { current } = await aRoutedStory(cases, { number: 1 });
    const replacing = { replaceYear: true };
    await publish(aBundledYear(2020, '2020-03-09'), replacing);
    expect(await movings.find(jurisdictionId)).toBeUndefined();
    const asking = { ...replacing, moveRunning: true, basedOn: 1, idempotencyKey: 'key-0002' };
    await publish(aBundledYear(2020, '2020-03-10'), asking);
    expect(await movings.find(jurisdictionId)).toMatchObject({
      number: 2,
      version: 'published-2',
      requestedAt: '2020-03-05T03:00:00.000Z',
      startsAt: '2020-03-05T03:01:30.000Z',
      finishedAt: null,
    });
    const stored = await cases.find(jurisdictionId, current.caseId);
    expect(stored?.case).toEqual(current);
  });
});

describe('a preview', () => {
  it('says what is wrong and stores nothing', async () => {
    const { preview, calendars } = await setup();
    const shown = await preview(aCalendarYear({ daysOff: [], makeUpWorkdays: [] }));
    expect(shown).toMatchObject({
      basedOn: 0,
      problems: [{ code: 'YEAR_WITHOUT_DAYS_OFF', path: 'year' }],
      effect: null,
    });
    expect(await calendars.history(jurisdictionId)).toEqual([]);
  });

  it('counts the deadlines that would move, and shows some', async () => {
    const { preview, cases } = await setup();
    const { current } = await aRoutedStory(cases, { number: 1 });
    const [part] = current.parts;
    const { effect } = await preview(aBundledYear(2020, '2020-03-09'));
    const nextDay = (from: string | null | undefined) => ({
      trackingCode: current.trackingCode,
      from,
      to: expect.not.stringMatching(String(from)) as string,
    });
    expect(effect).toMatchObject({
      replaced: true,
      differsFrom: '2020-03-09T00:30:00.000Z',
      running: {
        runningInYear: 1,
        movedCases: 1,
        movedDeadlines: 2,
        complete: true,
        examples: [
          { department: 'TA', ...nextDay(current.answerDueAt) },
          { department: 'SGTVT', ...nextDay(part?.dueAt) },
        ],
      },
    });
  });

  it('knows that a calendar changed after every deadline moves none', async () => {
    const { preview, cases } = await setup();
    await aRoutedStory(cases, { number: 1 });
    const { effect } = await preview(aBundledYear(2020, '2020-11-09'));
    expect(effect?.running).toMatchObject({ runningInYear: 1, movedDeadlines: 0, examples: [] });
  });

  it('counts deadlines too that an earlier publication had left alone', async () => {
    const { preview, publish, cases } = await setup();
    await aRoutedStory(cases, { number: 1 });
    await publish(aBundledYear(2020, '2020-03-09'), { replaceYear: true });
    const { effect } = await preview(aBundledYear(2020, '2020-03-09', '2020-11-09'));
    expect(effect).toMatchObject({
      differsFrom: '2020-11-09T00:30:00.000Z',
      running: { movedCases: 1 },
    });
  });
});
