import { DynamoDbCaseHeads } from '../../shared/adapters/dynamodb/case-heads.ts';
import { DeskEnv, readEnv } from '../../shared/platform/env.ts';
import { createListCallBacks } from '../../shared/usecases/list-call-backs.ts';
import { createListFollowers } from '../../shared/usecases/list-followers.ts';
import { createListReminders } from '../../shared/usecases/list-reminders.ts';
import { createListUrgent } from '../../shared/usecases/list-urgent.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createListWorklist } from '../../shared/usecases/list-worklist.ts';
import { createLogCase } from '../../shared/usecases/log-case.ts';
import { createLogReport } from '../../shared/usecases/log-report.ts';
import { createMergeCase } from '../../shared/usecases/merge-case.ts';
import { createSearchCases } from '../../shared/usecases/search-cases.ts';
import { caseUseCases } from '../case-container.ts';
import { documentClient } from '../client-container.ts';
import { routingPorts, staffFinder } from '../container.ts';

export const deskContainer = () => {
  const env = readEnv(DeskEnv);
  const ports = routingPorts(env);
  const shared = caseUseCases(ports);
  const heads = new DynamoDbCaseHeads(documentClient, env.CASES_TABLE_NAME);
  const logCase = byJurisdictionNow({ ...ports, heads }, createLogCase);
  const mergeCase = createMergeCase({ ...ports, ...shared });
  return {
    ...shared,
    jurisdictionId: ports.jurisdictionId,
    jurisdiction: ports.jurisdiction,
    jurisdictionNow: ports.jurisdictionNow,
    findStaff: staffFinder(env),
    mergeCase,
    logReport: createLogReport({ ...ports, logCase, mergeCase }),
    searchCases: createSearchCases(ports),
    listWorklist: byJurisdictionNow(ports, createListWorklist),
    listUrgent: byJurisdictionNow(ports, createListUrgent),
    listCallBacks: byJurisdictionNow({ ...ports, heads }, createListCallBacks),
    listFollowers: createListFollowers(ports),
    listReminders: createListReminders(ports),
  };
};

export type DeskDeps = ReturnType<typeof deskContainer>;
