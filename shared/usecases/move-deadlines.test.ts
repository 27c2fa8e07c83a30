import { describe, expect, it } from 'vitest';
import { aRoutedStory, inMemory } from '../../test/contract/case-ports.ts';
import { aBundledYear } from '../../test/support/calendar-years.ts';
import { anActor, jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { aCommand, agent } from '../../test/support/case-story.ts';
import { movableClock } from '../../test/support/delivery-builder.ts';
import {
  InMemoryCalendars,
  InMemoryDeadlineMovings,
} from '../adapters/memory/in-memory-calendars.ts';
import { inMemoryLists } from '../adapters/memory/in-memory-lists.ts';
import { InMemoryCaseKeys } from '../adapters/memory/in-memory-case-keys.ts';
import { digest } from '../adapters/system/digest.ts';
import { fingerprintsFrom } from '../adapters/system/hashed-fingerprints.ts';
import type { CaseId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { createChangeCase } from './change-case.ts';
import { createJurisdictionAt } from './jurisdiction-now.ts';
import { createMoveDeadlines } from './move-deadlines.ts';
import { createPublishCalendar } from './publish-calendar.ts';

const MOVING_STARTS = 90;

async function setup(cases = 3) {
  const ports = await inMemory();
  const movings = new InMemoryDeadlineMovings();
  const calendars = new InMemoryCalendars(movings);
  const lists = inMemoryLists();
  const clock = movableClock('2020-03-05T03:00:00.000Z');
  const stores = { ...ports, movings, calendars, lists };
  const common = { ...stores, clock, digest, jurisdiction, jurisdictionId };
  const publish = createPublishCalendar(common);
  const changeCaseBy = (by: Jurisdiction) =>
    createChangeCase({
      ...common,
      jurisdiction: by,
      keys: new InMemoryCaseKeys(),
      fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    });
  const jurisdictionAt = createJurisdictionAt(common);
  const moveDeadlines = createMoveDeadlines({ ...common, jurisdictionAt, changeCaseBy });
  const stories = [];
  for (let number = 1; number <= cases; number += 1) {
    stories.push(await aRoutedStory(ports.cases, { number }));
  }
  let published = 0;
  return {
    ...common,
    jurisdictionAt,
    changeCaseBy,
    stories,
    publish: async (daysOff: readonly string[], moveRunning = true) => {
      published += 1;
      const result = await publish({
        jurisdictionId,
        by: anActor('admin'),
        idempotencyKey: `key-000${published}`,
        basedOn: published - 1,
        entered: aBundledYear(2020, ...daysOff),
        reason: 'Thông báo của UBND tỉnh',
        moveRunning,
        replaceYear: true,
      });
      if (!result.ok) throw new Error(result.error.code);
    },
    move: (mayGoOn = () => true) => moveDeadlines(jurisdictionId, mayGoOn),
    stored: async (caseId: CaseId) => (await ports.cases.find(jurisdictionId, caseId))!.case,
  };
}

describe('moving running deadlines', () => {
  it('does nothing when nobody asked for it', async () => {
    const { publish, move, clock } = await setup();
    expect(await move()).toEqual({ moving: undefined, failed: [] });
    await publish(['2020-03-09'], false);
    clock.advance(MOVING_STARTS);
    expect(await move()).toEqual({ moving: undefined, failed: [] });
  });

  it('waits until nobody decides by the calendar before', async () => {
    const { publish, move, clock } = await setup();
    await publish(['2020-03-09']);
    clock.advance(MOVING_STARTS - 1);
    expect(await move()).toEqual({ moving: undefined, failed: [] });
    clock.advance(1);
    expect(await move()).toMatchObject({ moving: { pass: 2, moved: 3 } });
  });

  it('moves every open case once, by an event that names the calendar, and ends', async () => {
    const { publish, move, clock, stories, stored } = await setup();
    await publish(['2020-03-09']);
    clock.advance(MOVING_STARTS);
    await move();
    expect(await move()).toMatchObject({
      moving: { pass: 2, looked: 3, moved: 3, refused: 0, finishedAt: '2020-03-05T03:01:30.000Z' },
    });
    expect(await move()).toEqual({ moving: undefined, failed: [] });
    for (const { current } of stories) {
      const moved = await stored(current.caseId);
      expect(moved.version).toBe(current.version + 1);
      expect(moved.calendarVersion).toBe('published-1');
      expect(moved.answerDueAt! > current.answerDueAt!).toBe(true);
      expect(moved.parts[0]!.dueAt > current.parts[0]!.dueAt).toBe(true);
    }
  });

  it('goes on where it stopped', async () => {
    const { publish, move, clock } = await setup();
    await publish(['2020-03-09']);
    clock.advance(MOVING_STARTS);
    let runs = 0;
    let last = await move(() => false);
    while (last.moving?.finishedAt === null) {
      runs += 1;
      last = await move(() => false);
    }
    expect(runs).toBeGreaterThan(100);
    expect(last.moving).toMatchObject({ pass: 2, moved: 3 });
  });

  it('keeps one of two runs side by side', async () => {
    const { publish, move, clock, stories, stored } = await setup();
    await publish(['2020-03-09']);
    clock.advance(MOVING_STARTS);
    await Promise.all([move(), move(), move()]);
    await Promise.all([move(), move(), move()]);
    for (const { current } of stories) {
      expect((await stored(current.caseId)).version).toBe(current.version + 1);
    }
  });

  it('moves to the calendar that asked for it, not to one that was published since', async () => {
    const { publish, move, clock, stories, stored } = await setup(1);
    await publish(['2020-03-09']);
    await publish(['2020-03-09', '2020-03-10'], false);
    clock.advance(MOVING_STARTS);
    await move();
    const { current } = stories[0]!;
    expect((await stored(current.caseId)).calendarVersion).toBe('published-1');
  });

  it('leaves alone what was counted by a later calendar meanwhile', async () => {
    const { publish, move, clock, stories, stored, jurisdictionAt, changeCaseBy } = await setup(1);
    await publish(['2020-03-09']);
    await publish([], false);
    const { caseId } = stories[0]!.current;
    const command = aCommand('route', { lead: 'TA', supporting: [] });
    const change = changeCaseBy(await jurisdictionAt(2));
    const routed = await change({ jurisdictionId, caseId, command, by: agent });
    if (!routed.ok) throw new Error(routed.error.code);
    expect(routed.value.calendarVersion).toBe('published-2');
    clock.advance(MOVING_STARTS);
    await move();
    expect(await stored(caseId)).toEqual(routed.value);
  });

  it('goes on past a case that cannot be handled, and names it', async () => {
    const { publish, move, clock, stories, cases, movings } = await setup();
    const broken = stories[1]!.current.caseId;
    const find = cases.find.bind(cases);
    cases.find = (...of) => (of[1] === broken ? Promise.reject(new Error('broken')) : find(...of));
    await publish(['2020-03-09']);
    clock.advance(MOVING_STARTS);
    expect(await move()).toMatchObject({ moving: { moved: 2 }, failed: [broken] });
    for (let pass = 2; pass <= 5; pass += 1) await move();
    expect((await movings.find(jurisdictionId))?.finishedAt).not.toBeNull();
  });
});
