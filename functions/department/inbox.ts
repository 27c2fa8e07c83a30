import { err, ok } from '../../shared/domain/result.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { DepartmentDeps } from './container.ts';
import type { departmentRoutes } from './routes.ts';

type InboxHandlers = Pick<Handlers<typeof departmentRoutes>, 'listInbox' | 'countInbox'>;

/** What a department owes. The permission table lets only department roles in, and those have a department. */
export const inboxHandlers = ({
  jurisdictionId,
  listInbox,
  countInbox,
}: DepartmentDeps): InboxHandlers => ({
  listInbox: async ({ query: { list: name, status, ...query }, staff: { department } }) => {
    if (department === null) return err({ code: 'NOT_PERMITTED' });
    const list = name === undefined ? { status } : { name };
    const page = await listInbox({ jurisdictionId, owner: department, list, ...query });
    return page.ok ? ok({ body: { cases: page.value.rows, next: page.value.next } }) : page;
  },
  countInbox: async ({ staff: { department } }) => {
    if (department === null) return err({ code: 'NOT_PERMITTED' });
    return ok({ body: await countInbox({ jurisdictionId, owner: department }) });
  },
});
