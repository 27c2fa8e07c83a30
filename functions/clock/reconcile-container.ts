import type * as z from 'zod';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import { auditedDays } from '../../shared/domain/statistics-period.ts';
import { readEnv, ReconcileEnv } from '../../shared/platform/env.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createCountCases, createProjectCases } from '../../shared/usecases/project-cases.ts';
import {
  createGoOnWithJob,
  createRunJob,
  type JobRun,
  type RunJob,
} from '../../shared/usecases/run-statistics-job.ts';
import { statisticsStores } from './statistics-stores-container.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

/** What holds the counters against the cases. Without an argument it takes the tables of the function's environment. */
export const reconcileContainer = (env: z.infer<typeof ReconcileEnv> = readEnv(ReconcileEnv)) => {
  const client = createDocumentClient();
  const dated = datedJurisdiction(client, env);
  const stores = statisticsStores(client, env);
  /** Made for each run: a process outlives its day. */
  const ports = (jurisdiction: Jurisdiction) => {
    const context = statisticsContext(jurisdiction);
    const { coveredYears } = jurisdiction.calendarData;
    return {
      ...stores,
      context,
      projectCases: createProjectCases({ ...stores, context }),
      countCases: createCountCases({ ...stores, context }),
      span: auditedDays(coveredYears, context.localDay(clock.now().toISOString())),
    };
  };
  return {
    jurisdictionId: dated.jurisdictionId,
    runJob: byJurisdictionNow(
      dated,
      ({ jurisdiction }) =>
        (run: Parameters<RunJob>[0]) =>
          createRunJob(ports(jurisdiction))(run),
    ),
    goOnWithJob: byJurisdictionNow(
      dated,
      ({ jurisdiction }) =>
        (run: JobRun) =>
          createGoOnWithJob(ports(jurisdiction))(run),
    ),
  };
};
