import { DynamoDbDeadlineMovings } from '../../shared/adapters/dynamodb/deadline-movings.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { MoveDeadlinesEnv, readEnv } from '../../shared/platform/env.ts';
import { createChangeCase } from '../../shared/usecases/change-case.ts';
import { createJurisdictionAt } from '../../shared/usecases/jurisdiction-now.ts';
import { createMoveDeadlines } from '../../shared/usecases/move-deadlines.ts';
import { documentClient } from '../client-container.ts';
import { casePorts } from '../container.ts';

export const moveContainer = () => {
  const env = readEnv(MoveDeadlinesEnv);
  const ports = casePorts(env);
  return {
    jurisdictionId: ports.jurisdictionId,
    moveDeadlines: createMoveDeadlines({
      ...ports,
      movings: new DynamoDbDeadlineMovings(documentClient, env.DIRECTORY_TABLE_NAME),
      jurisdictionAt: createJurisdictionAt(ports),
      changeCaseBy: (jurisdiction: Jurisdiction) => createChangeCase({ ...ports, jurisdiction }),
    }),
  };
};
