import type * as z from 'zod';
import { DynamoDbCaseLister } from '../../shared/adapters/dynamodb/case-lister.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStatisticsGenerations } from '../../shared/adapters/dynamodb/statistics-generations.ts';
import { DynamoDbStatisticsLedger } from '../../shared/adapters/dynamodb/statistics-ledger.ts';
import { DynamoDbStatisticsReader } from '../../shared/adapters/dynamodb/statistics-reader.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { auditedDays } from '../../shared/domain/statistics-period.ts';
import { readEnv, ReconcileEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createCountCases, createProjectCases } from '../../shared/usecases/project-cases.ts';
import { createRebuildStatistics } from '../../shared/usecases/rebuild-statistics.ts';
import {
  createReconcileStatistics,
  type ReconcileStatistics,
} from '../../shared/usecases/reconcile-statistics.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

/** What holds the counters against the cases. Without an argument it takes the tables of the function's environment. */
export const reconcileContainer = (env: z.infer<typeof ReconcileEnv> = readEnv(ReconcileEnv)) => {
  const client = createDocumentClient();
  const dated = datedJurisdiction(client, env);
  const table = { client, tableName: env.STATISTICS_TABLE_NAME };
  const cases = new DynamoDbCaseLister(client, env.CASES_TABLE_NAME);
  const ledger = new DynamoDbStatisticsLedger(table);
  return {
    jurisdictionId: dated.jurisdictionId,
    reconcileStatistics: byJurisdictionNow(dated, ({ jurisdiction }) => {
      const context = statisticsContext(jurisdiction);
      const { coveredYears } = jurisdiction.calendarData;
      const ports = { cases, ledger, context, audit: new DynamoDbStatisticsReader(table) };
      const projectCases = createProjectCases({ ledger, context });
      // A process outlives its day.
      return (...asked: Parameters<ReconcileStatistics>) => {
        const span = auditedDays(coveredYears, context.localDay(systemClock.now().toISOString()));
        return createReconcileStatistics({ ...ports, projectCases, span })(...asked);
      };
    }),
    rebuildStatistics: byJurisdictionNow(dated, ({ jurisdiction }) =>
      createRebuildStatistics({
        cases,
        generations: new DynamoDbStatisticsGenerations(table),
        countCases: createCountCases({ ledger, context: statisticsContext(jurisdiction) }),
      }),
    ),
  };
};
