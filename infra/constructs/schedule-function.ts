import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { functionCatalogue, type FunctionId } from '../functions.ts';
import { physicalName, type StageConfig } from '../stages.ts';

export interface ScheduledCall {
  readonly stage: StageConfig;
  readonly id: FunctionId;
  readonly schedule: Schedule;
  readonly target: lambda.Function;
  /** For a function that is called for more than one purpose: which one. Without it the event is that of EventBridge. */
  readonly command?: string;
}

/** Has a function called at its times. */
export function scheduleFunction(
  scope: Construct,
  { stage, id, schedule, target, command }: ScheduledCall,
): void {
  const name = command === undefined ? id : `${id}-${command}`;
  new Rule(scope, `Schedule-${name}`, {
    ruleName: physicalName(stage, name),
    description: functionCatalogue[id].entry,
    schedule,
    targets: [
      new LambdaFunction(target, {
        // All make up for a run that was missed, so there is nothing to keep of one that failed.
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
        ...(command !== undefined && { event: RuleTargetInput.fromObject({ command }) }),
      }),
    ],
  });
}
