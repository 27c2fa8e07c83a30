import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { physicalName, type StageConfig } from '../stages.ts';

/** One glance at every measure: how soon an alarm can be raised. */
export const ALARM_PERIOD = Duration.minutes(5);

export interface HotlineAlarmProps {
  readonly stage: StageConfig;
  readonly topic: ITopic;
  readonly metric: cloudwatch.IMetric;
  /** Raised when the measure is at or above it. */
  readonly threshold: number;
  /** Periods in a row; 1 unless a single bad one means nothing. */
  readonly periods?: number;
  /** What it means for citizens, agents or departments. */
  readonly impact: string;
  /** Heading of docs/runbook.md. */
  readonly runbook: string;
}

/** An alarm says whom it hurts and what to do first: neither can be left out. */
export class HotlineAlarm extends Construct {
  constructor(scope: Construct, id: string, props: HotlineAlarmProps) {
    super(scope, id);
    const alarm = new cloudwatch.Alarm(this, 'Alarm', {
      alarmName: physicalName(props.stage, id),
      alarmDescription: `${props.impact} See docs/runbook.md#${props.runbook}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // No message, no call, no error: that is how it should be.
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(props.topic));
    alarm.addOkAction(new SnsAction(props.topic));
  }
}
