import { DepartmentEnv, readEnv } from '../../shared/platform/env.ts';
import { createListReminders } from '../../shared/usecases/list-reminders.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createCountInbox } from '../../shared/usecases/count-inbox.ts';
import { createListInbox } from '../../shared/usecases/list-inbox.ts';
import { caseUseCases } from '../case-container.ts';
import { routingPorts, staffFinder } from '../container.ts';

export const departmentContainer = () => {
  const env = readEnv(DepartmentEnv);
  const ports = routingPorts(env);
  return {
    ...caseUseCases(ports),
    jurisdictionId: ports.jurisdictionId,
    findStaff: staffFinder(env),
    listInbox: byJurisdictionNow(ports, createListInbox),
    countInbox: createCountInbox(ports),
    listReminders: createListReminders(ports),
  };
};

export type DepartmentDeps = ReturnType<typeof departmentContainer>;
