import { describe, expect, it } from 'vitest';
import { aPublishing } from '../../test/contract/calendars-contract.ts';
import { anActor, jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import {
  InMemoryCalendars,
  InMemoryDeadlineMovings,
} from '../adapters/memory/in-memory-calendars.ts';
import { inMemoryLists } from '../adapters/memory/in-memory-lists.ts';
import {
  byJurisdictionNow,
  CALENDAR_MAX_AGE_MS,
  createJurisdictionNow,
} from './jurisdiction-now.ts';

const setup = () => {
  const store = new InMemoryCalendars(new InMemoryDeadlineMovings());
  let asked = 0;
  let fetched = 0;
  let failing = false;
  let now = Date.parse('2027-10-04T03:00:00.000Z');
  const calendars = {
    currentNumber: () => {
      asked += 1;
      return failing ? Promise.reject(new Error('down')) : store.currentNumber(jurisdictionId);
    },
    find: (_: typeof jurisdictionId, number: number) => {
      fetched += 1;
      return store.find(jurisdictionId, number);
    },
  };
  const lists = inMemoryLists();
  const clock = { now: () => new Date(now) };
  return {
    jurisdictionNow: createJurisdictionNow({
      ...{ calendars, lists, clock },
      ...{ jurisdictionId, jurisdiction },
    }),
    lists,
    publish: (number: number) => store.publish(jurisdictionId, aPublishing(number)),
    pass: (ms: number) => {
      now += ms;
    },
    fail: (fails: boolean) => {
      failing = fails;
    },
    costs: () => ({ asked, fetched }),
  };
};

describe('the jurisdiction as it is now', () => {
  it('has the bundled calendar until one is published', async () => {
    const { jurisdictionNow } = setup();
    expect(await jurisdictionNow()).toBe(jurisdiction);
  });

  it('has a published calendar a minute later at most, and everything else as before', async () => {
    const { jurisdictionNow, publish, pass } = setup();
    await jurisdictionNow();
    await publish(1);
    pass(CALENDAR_MAX_AGE_MS - 1);
    expect(await jurisdictionNow()).toBe(jurisdiction);
    pass(1);
    const now = await jurisdictionNow();
    expect(now.calendarVersion).toBe('published-1');
    expect(now.calendar().lastYear).toBe(2028);
    expect(now.services).toBe(jurisdiction.services);
  });

  it('is asked for once a minute, and a calendar is fetched and compiled once', async () => {
    const { jurisdictionNow, publish, pass, costs } = setup();
    await publish(1);
    const [first] = await Promise.all([jurisdictionNow(), jurisdictionNow(), jurisdictionNow()]);
    expect(costs()).toEqual({ asked: 1, fetched: 1 });
    pass(CALENDAR_MAX_AGE_MS);
    const again = await jurisdictionNow();
    expect(costs()).toEqual({ asked: 2, fetched: 1 });
    expect(again.calendar()).toBe(first.calendar());
  });

  it('has published departments and services too, and the same one while nothing changes', async () => {
    const { jurisdictionNow, lists, publish, pass } = setup();
    await publish(1);
    const first = await jurisdictionNow();
    const [row] = [...jurisdiction.departments.values()];
    const rows = [{ ...row!, name: 'Tên khác' }];
    const publication = {
      ...{ number: 1, publishedAt: '2027-10-04T03:00:00.000Z', publishedBy: anActor('admin') },
      ...{ reason: 'x', added: [], changed: [row!.code], requestKey: 'k', requestHash: 'h' },
    };
    await lists.departments.publish(jurisdictionId, { publication, rows, audit: [] });
    pass(CALENDAR_MAX_AGE_MS);
    const next = await jurisdictionNow();
    expect([...next.departments.values()]).toEqual(rows);
    expect(next.calendar()).toBe(first.calendar());
    expect(next.services).toBe(jurisdiction.services);
    pass(CALENDAR_MAX_AGE_MS);
    expect(await jurisdictionNow()).toBe(next);
  });

  it('is asked for again when the clock was set back', async () => {
    const { jurisdictionNow, publish, pass } = setup();
    await jurisdictionNow();
    await publish(1);
    pass(-CALENDAR_MAX_AGE_MS);
    expect((await jurisdictionNow()).calendarVersion).toBe('published-1');
  });

  it('is asked for again after a failure', async () => {
    const { jurisdictionNow, fail } = setup();
    fail(true);
    await expect(jurisdictionNow()).rejects.toThrow('down');
    fail(false);
    expect(await jurisdictionNow()).toBe(jurisdiction);
  });
});

describe('a use case by the jurisdiction of the moment', () => {
  it('is made anew for a new calendar, and only then', async () => {
    const { jurisdictionNow, publish, pass } = setup();
    let made = 0;
    const lastYear = byJurisdictionNow({ jurisdiction, jurisdictionNow }, (ports) => {
      made += 1;
      return (added: number) => Promise.resolve(ports.jurisdiction.calendar().lastYear + added);
    });
    expect([await lastYear(0), await lastYear(1)]).toEqual([2027, 2028]);
    await publish(1);
    pass(CALENDAR_MAX_AGE_MS);
    expect([await lastYear(0), await lastYear(1)]).toEqual([2028, 2029]);
    expect(made).toBe(2);
  });
});
