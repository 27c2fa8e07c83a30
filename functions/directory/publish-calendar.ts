import type * as z from 'zod';
import type { PublishCalendarRequest } from '../../shared/contracts/calendar.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf, type StaffMember } from '../../shared/domain/staff.ts';
import { versionBody } from './calendar-views.ts';
import type { DirectoryDeps } from './container.ts';

interface Request {
  readonly body: z.infer<typeof PublishCalendarRequest>;
  readonly ifMatch: number;
  readonly idempotencyKey: string;
  readonly staff: StaffMember;
}

/** 201 with what was published; 200 when the same request had already done it. */
export const publishingCalendar =
  ({ publishCalendar, jurisdictionId }: DirectoryDeps) =>
  async ({ body, ifMatch, idempotencyKey, staff }: Request) => {
    const { reason, moveRunning, replaceYear, ...entered } = body;
    const published = await publishCalendar({
      jurisdictionId,
      by: actorOf(staff),
      idempotencyKey,
      basedOn: ifMatch,
      entered,
      reason,
      moveRunning,
      replaceYear,
    });
    if (!published.ok) return published;
    const { publication, created } = published.value;
    return ok({
      status: created ? 201 : 200,
      version: publication.number,
      location: `/v1/directory/calendars/versions/${publication.number}`,
      body: versionBody(publication),
    });
  };
