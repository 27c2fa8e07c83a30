import { operationsOf } from '../../shared/domain/permissions.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers, Reply } from '../../shared/platform/api-handler.ts';
import { administrationHandlers, type AdministrationHandlers } from './administration.ts';
import { calendarHandlers, type CalendarHandlers } from './calendars.ts';
import type { DirectoryDeps } from './container.ts';
import { listHandlers, type ListHandlers } from './lists/handlers.ts';
import type { directoryRoutes } from './routes.ts';

type DirectoryHandlers = Handlers<typeof directoryRoutes>;

export const directoryHandlers = (deps: DirectoryDeps): DirectoryHandlers => ({
  ...staffHandlers(deps),
  ...calendarHandlers(deps),
  ...administrationHandlers(deps),
  ...listHandlers(deps),
});

const staffHandlers = ({
  jurisdictionId,
  jurisdiction,
  staff,
  saveStaff,
}: DirectoryDeps): Omit<
  DirectoryHandlers,
  keyof CalendarHandlers | keyof AdministrationHandlers | keyof ListHandlers
> => ({
  listAreas: () => answer({ areas: [...jurisdiction.areas.values()] }),
  getMe: ({ staff: me }) => answer({ ...me, operations: operationsOf(me.role) }),
  listStaff: async ({ query }) => {
    const { members, next = null } = await staff.list(jurisdictionId, query);
    return ok({ body: { staff: members, next } });
  },
  putStaff: async ({ params, body, staff: by }) => {
    const saved = await saveStaff(jurisdictionId, { ...params, ...body }, actorOf(by));
    return saved.ok ? ok({ body: saved.value }) : saved;
  },
});

const answer = (body: unknown): Promise<Result<Reply, never>> => Promise.resolve(ok({ body }));
