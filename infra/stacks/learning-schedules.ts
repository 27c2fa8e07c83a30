import { Schedule } from 'aws-cdk-lib/aws-events';
import type { EnvironmentOf } from '../constructs/hotline-function.ts';
import type { StageConfig } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

type LearningFunction = 'collect-examples' | 'retrain-classifier';

/** When the classifier learns. */
export function scheduleLearning(
  { data, stage }: { readonly data: DataStack; readonly stage: StageConfig },
  run: <Id extends LearningFunction>(
    id: Id,
    when: Schedule,
    environment: EnvironmentOf<Id>,
  ) => void,
): void {
  const learning = {
    JURISDICTION_ID: stage.jurisdictionId,
    LEARNING_BUCKET_NAME: data.learning.bucketName,
    EXAMPLE_RETENTION_DAYS: String(stage.exampleRetentionDays),
  };
  // 02:00 in Viet Nam: the desk is quiet.
  run('collect-examples', Schedule.cron({ hour: '19', minute: '0' }), {
    ...learning,
    CASES_TABLE_NAME: data.cases.tableName,
    DATA_KEY_ID: data.dataKey.keyArn,
    PEPPER_SECRET_ID: data.pepper.secretArn,
  });
  // 03:00 on Monday in Viet Nam: whoever looks at the report card has the week before them.
  run('retrain-classifier', Schedule.cron({ weekDay: 'SUN', hour: '20', minute: '0' }), learning);
}
