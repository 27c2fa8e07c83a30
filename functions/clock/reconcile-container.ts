import type * as z from 'zod';
import { DynamoDbCaseLister } from '../../shared/adapters/dynamodb/case-lister.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStatisticsGenerations } from '../../shared/adapters/dynamodb/statistics-generations.ts';
import { DynamoDbStatisticsLedger } from '../../shared/adapters/dynamodb/statistics-ledger.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { coveredDays } from '../../shared/domain/statistics-period.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { readEnv, ReconcileEnv } from '../../shared/platform/env.ts';
import { createCountCases, createProjectCases } from '../../shared/usecases/project-cases.ts';
import { createRebuildStatistics } from '../../shared/usecases/rebuild-statistics.ts';
import { createReconcileStatistics } from '../../shared/usecases/reconcile-statistics.ts';

/** What holds the counters against the cases. Without an argument it takes the tables of the function's environment. */
export const reconcileContainer = (env: z.infer<typeof ReconcileEnv> = readEnv(ReconcileEnv)) => {
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const client = createDocumentClient();
  const table = { client, tableName: env.STATISTICS_TABLE_NAME };
  const cases = new DynamoDbCaseLister(client, env.CASES_TABLE_NAME);
  const ledger = new DynamoDbStatisticsLedger(table);
  const context = statisticsContext(jurisdiction);
  return {
    jurisdictionId,
    reconcileStatistics: createReconcileStatistics({
      cases,
      ledger,
      context,
      audit: new DynamoDbStatisticsReader(table),
      projectCases: createProjectCases({ ledger, context }),
      span: coveredDays(jurisdiction.calendarData.coveredYears),
    }),
    rebuildStatistics: createRebuildStatistics({
      cases,
      generations: new DynamoDbStatisticsGenerations(table),
      countCases: createCountCases({ ledger, context }),
    }),
  };
};
