import { DepartmentEnv, readEnv } from '../../shared/platform/env.ts';
import { createListWorklist } from '../../shared/usecases/list-worklist.ts';
import { casePorts, caseUseCases, staffFinder } from '../container.ts';

export const departmentContainer = () => {
  const env = readEnv(DepartmentEnv);
  const ports = casePorts(env);
  return {
    ...caseUseCases(ports),
    jurisdictionId: ports.jurisdictionId,
    findStaff: staffFinder(env),
    listWorklist: createListWorklist(ports),
  };
};

export type DepartmentDeps = ReturnType<typeof departmentContainer>;
