import { describe, expect, it } from 'vitest';
import { CalendarYear } from '../../shared/domain/calendar-year.ts';
import { withYear } from '../../shared/domain/calendar-with-year.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { beginning, type DeadlineMoving } from '../../shared/domain/deadline-moving.ts';
import { type Publication, versionOf } from '../../shared/domain/published-calendar.ts';
import type {
  CalendarPublishing,
  CalendarStore,
  DeadlineMovings,
} from '../../shared/ports/calendar-store.ts';
import { anAuditEntry } from '../support/audit-builder.ts';
import { anActor, jurisdiction, jurisdictionId } from '../support/case-builder.ts';

const elsewhere = JurisdictionId.parse('dong-nai');
const publishedAt = '2027-10-04T03:00:00.000Z';

const entered = CalendarYear.parse({
  year: 2028,
  daysOff: [{ date: '2028-01-01', name: 'Tết Dương lịch', kind: 'statutory', status: 'official' }],
  makeUpWorkdays: [],
});

/** The n-th publication, with the calendar that it makes. */
export function aPublishing(
  number: number,
  { moving = false, reason = 'Thông báo lịch nghỉ' } = {},
): CalendarPublishing {
  const version = versionOf(number);
  const publication: Publication = {
    number,
    version,
    publishedAt,
    publishedBy: anActor('admin'),
    reason,
    entered,
    replaced: false,
    differsFrom: '2028-01-03T00:30:00.000Z',
    moveRunning: moving,
    requestKey: `key-${number}`,
    requestHash: `hash-${number}`,
  };
  return {
    publication,
    calendar: { ...withYear(jurisdiction.calendarData, entered), version },
    moving: moving
      ? beginning({ number, version, requestedAt: publishedAt, startsAt: publishedAt })
      : undefined,
    audit: anAuditEntry('calendar', publishedAt),
  };
}

export interface CalendarPorts {
  readonly calendars: CalendarStore;
  readonly movings: DeadlineMovings;
}

/** What every CalendarStore, and the DeadlineMovings beside it, promise. */
export function calendarsContract(name: string, empty: () => Promise<CalendarPorts>): void {
  describe(`published calendars ${name}`, () => {
    it('are none at first: the one of number 0 holds', async () => {
      const { calendars } = await empty();
      expect(await calendars.currentNumber(jurisdictionId)).toBe(0);
      expect(await calendars.current(jurisdictionId)).toBeUndefined();
      expect(await calendars.find(jurisdictionId, 0)).toBeUndefined();
      expect(await calendars.history(jurisdictionId)).toEqual([]);
    });

    it('hold from their publication on, as they were published', async () => {
      const { calendars } = await empty();
      const publishing = aPublishing(1);
      expect(await calendars.publish(jurisdictionId, publishing)).toMatchObject({ ok: true });
      expect(await calendars.currentNumber(jurisdictionId)).toBe(1);
      const held = { number: 1, calendar: publishing.calendar };
      expect(await calendars.current(jurisdictionId)).toEqual(held);
      expect(await calendars.publication(jurisdictionId, 1)).toEqual(publishing.publication);
      expect(await calendars.current(elsewhere)).toBeUndefined();
    });

    it('are all kept, newest first', async () => {
      const { calendars } = await empty();
      for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
        await calendars.publish(jurisdictionId, aPublishing(number, { reason: `Lần ${number}` }));
      }
      const history = await calendars.history(jurisdictionId);
      expect(history.map(({ number }) => number)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
      expect(history[1]?.reason).toBe('Lần 10');
      expect((await calendars.find(jurisdictionId, 2))?.calendar.version).toBe('published-2');
      expect(await calendars.find(jurisdictionId, 12)).toBeUndefined();
    });

    it.each([1, 3])(
      'is refused as number %i when 1 holds, and nothing is stored',
      async (number) => {
        const { calendars, movings } = await empty();
        await calendars.publish(jurisdictionId, aPublishing(1));
        const refused = await calendars.publish(
          jurisdictionId,
          aPublishing(number, { reason: 'Khác', moving: true }),
        );
        expect(refused).toEqual({
          ok: false,
          error: { code: 'CALENDAR_VERSION_CONFLICT', currentNumber: 1 },
        });
        expect(await calendars.history(jurisdictionId)).toEqual([aPublishing(1).publication]);
        expect(await calendars.find(jurisdictionId, 3)).toBeUndefined();
        expect(await movings.find(jurisdictionId)).toBeUndefined();
      },
    );

    it('go to one of two who publish at once', async () => {
      const { calendars } = await empty();
      const results = await Promise.all(
        ['Người này', 'Người kia'].map((reason) =>
          calendars.publish(jurisdictionId, aPublishing(1, { reason })),
        ),
      );
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await calendars.history(jurisdictionId)).toHaveLength(1);
    });
  });

  describe(`the moving of deadlines ${name}`, () => {
    const next = (moving: DeadlineMoving): DeadlineMoving => ({
      ...moving,
      revision: moving.revision + 1,
      looked: moving.looked + 10,
      place: { owner: 'SGTVT', status: 'routed', after: '2028-01-04T10:00:00.000Z#x' },
    });

    it('comes with the publication that asks for it', async () => {
      const { calendars, movings } = await empty();
      expect(await movings.find(jurisdictionId)).toBeUndefined();
      await calendars.publish(jurisdictionId, aPublishing(1));
      expect(await movings.find(jurisdictionId)).toBeUndefined();
      const asking = aPublishing(2, { moving: true });
      await calendars.publish(jurisdictionId, asking);
      expect(await movings.find(jurisdictionId)).toEqual(asking.moving);
      expect(await movings.find(elsewhere)).toBeUndefined();
    });

    it('goes on step by step, and a step that was overtaken is refused', async () => {
      const { calendars, movings } = await empty();
      const asking = aPublishing(1, { moving: true });
      await calendars.publish(jurisdictionId, asking);
      const step = next(asking.moving!);
      expect(await movings.save(jurisdictionId, step)).toMatchObject({ ok: true });
      expect(await movings.find(jurisdictionId)).toEqual(step);
      expect(await movings.save(jurisdictionId, step)).toMatchObject({
        error: { code: 'MOVING_CONFLICT' },
      });
    });

    it('ends when another publication asks for its own', async () => {
      const { calendars, movings } = await empty();
      const first = aPublishing(1, { moving: true });
      const second = aPublishing(2, { moving: true });
      await calendars.publish(jurisdictionId, first);
      await calendars.publish(jurisdictionId, second);
      expect(await movings.save(jurisdictionId, next(first.moving!))).toMatchObject({ ok: false });
      expect(await movings.find(jurisdictionId)).toEqual(second.moving);
    });
  });
}
