import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStatisticsLedger } from '../../shared/adapters/dynamodb/statistics-ledger.ts';
import { isHeadRecord, readHeadRecord } from '../../shared/adapters/dynamodb/statistics-records.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { ProjectStatisticsEnv, readEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createProjectCases } from '../../shared/usecases/project-cases.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

export const projectContainer = () => {
  const env = readEnv(ProjectStatisticsEnv);
  const client = createDocumentClient();
  const dated = datedJurisdiction(client, env);
  const ledger = new DynamoDbStatisticsLedger({ client, tableName: env.STATISTICS_TABLE_NAME });
  return {
    jurisdictionId: dated.jurisdictionId,
    projectCases: byJurisdictionNow(dated, ({ jurisdiction }) =>
      createProjectCases({ ledger, context: statisticsContext(jurisdiction) }),
    ),
    isHeadRecord,
    readHeadRecord,
  };
};
