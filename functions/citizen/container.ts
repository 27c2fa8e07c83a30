import { DynamoDbDetailAttempts } from '../../shared/adapters/dynamodb/detail-attempts.ts';
import { CitizenEnv, readEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createProveOwner } from '../../shared/usecases/prove-owner.ts';
import { createFindTracked, createTrackCase } from '../../shared/usecases/track-case.ts';
import { caseUseCases } from '../case-container.ts';
import { documentClient } from '../client-container.ts';
import { casePorts } from '../container.ts';

export const citizenContainer = () => {
  const env = readEnv(CitizenEnv);
  const ports = casePorts(env);
  const trackCase = byJurisdictionNow(ports, createTrackCase);
  const attempts = new DynamoDbDetailAttempts(documentClient, env.CASES_TABLE_NAME);
  return {
    changeCase: caseUseCases(ports).changeCase,
    jurisdictionId: ports.jurisdictionId,
    jurisdictionNow: ports.jurisdictionNow,
    trackCase,
    findTracked: createFindTracked(ports),
    proveOwner: createProveOwner({ trackCase, attempts, clock: ports.clock }),
  };
};

export type CitizenDeps = ReturnType<typeof citizenContainer>;
