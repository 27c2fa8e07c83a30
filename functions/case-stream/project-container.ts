import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStatisticsLedger } from '../../shared/adapters/dynamodb/statistics-ledger.ts';
import { isHeadRecord, readHeadRecord } from '../../shared/adapters/dynamodb/statistics-records.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { ProjectStatisticsEnv, readEnv } from '../../shared/platform/env.ts';
import { createProjectCases } from '../../shared/usecases/project-cases.ts';

export const projectContainer = () => {
  const env = readEnv(ProjectStatisticsEnv);
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const ledger = new DynamoDbStatisticsLedger({
    client: createDocumentClient(),
    tableName: env.STATISTICS_TABLE_NAME,
  });
  return {
    jurisdictionId,
    projectCases: createProjectCases({ ledger, context: statisticsContext(jurisdiction) }),
    isHeadRecord,
    readHeadRecord,
  };
};
