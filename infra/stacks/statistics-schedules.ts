import { Duration } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { EnvironmentOf } from '../constructs/hotline-function.ts';
import type { StageConfig } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

type StatisticsFunction = 'watch-figures' | 'reconcile-statistics';

/** When the figures are looked at and held against the cases; gives the function that does the latter. */
export function scheduleStatistics(
  { data, stage }: { readonly data: DataStack; readonly stage: StageConfig },
  run: <Id extends StatisticsFunction>(
    id: Id,
    when: Schedule,
    environment: EnvironmentOf<Id>,
  ) => lambda.Function,
): lambda.Function {
  const reading = {
    JURISDICTION_ID: stage.jurisdictionId,
    CASES_TABLE_NAME: data.cases.tableName,
    DIRECTORY_TABLE_NAME: data.directory.tableName,
    STATISTICS_TABLE_NAME: data.statistics.tableName,
  };
  run('watch-figures', Schedule.rate(Duration.minutes(15)), reading);
  // 01:30 in Viet Nam: the day before is complete and the desk is quiet.
  return run('reconcile-statistics', Schedule.cron({ hour: '18', minute: '30' }), reading);
}
