import { ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import { calendarDetails, calendarsBody, currentCalendarBody } from './calendar-views.ts';
import type { DirectoryDeps } from './container.ts';
import { movingBody, previewBody } from './calendar-effects.ts';
import { publishingCalendar } from './publish-calendar.ts';
import type { directoryRoutes } from './routes.ts';

export type CalendarHandlers = Pick<
  Handlers<typeof directoryRoutes>,
  | 'listCalendars'
  | 'getCalendar'
  | 'getCalendarVersion'
  | 'previewCalendar'
  | 'publishCalendar'
  | 'getDeadlineMoving'
>;

export const calendarHandlers = (deps: DirectoryDeps): CalendarHandlers => ({
  listCalendars: async () =>
    ok({ body: calendarsBody(await deps.listCalendars(deps.jurisdictionId)) }),
  getCalendar: async () => {
    const current = await deps.readCalendar(deps.jurisdictionId);
    return ok({ body: currentCalendarBody(current), version: current.number });
  },
  getCalendarVersion: async ({ params: { number } }) => {
    const found = await deps.readCalendarVersion(deps.jurisdictionId, number);
    return found.ok ? ok({ body: calendarDetails(found.value) }) : found;
  },
  previewCalendar: async ({ body }) =>
    ok({ body: previewBody(await deps.previewCalendar(deps.jurisdictionId, body)) }),
  publishCalendar: publishingCalendar(deps),
  getDeadlineMoving: async () => {
    const moving = await deps.movings.find(deps.jurisdictionId);
    return ok({ body: movingBody(moving, deps.clock.now()) });
  },
});
