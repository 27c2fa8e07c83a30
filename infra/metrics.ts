import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { ALARM_PERIOD } from './constructs/hotline-alarm.ts';

type Dimensions = Record<string, string>;

const sum = (namespace: string, metricName: string, dimensionsMap: Dimensions) =>
  new Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic: Stats.SUM,
    period: ALARM_PERIOD,
  });
const maximum = (namespace: string, metricName: string, dimensionsMap: Dimensions) =>
  new Metric({
    namespace,
    metricName,
    dimensionsMap,
    statistic: Stats.MAXIMUM,
    period: ALARM_PERIOD,
  });

/** Functions and queues are named, not referred to: a stack that is watched can change without the one that watches. */
export const functionErrors = (FunctionName: string) =>
  sum('AWS/Lambda', 'Errors', { FunctionName });
export const functionThrottles = (FunctionName: string) =>
  sum('AWS/Lambda', 'Throttles', { FunctionName });
/** Milliseconds since the oldest record that was read was written. */
export const iteratorAge = (FunctionName: string) =>
  maximum('AWS/Lambda', 'IteratorAge', { FunctionName });

export const waitingMessages = (QueueName: string) =>
  maximum('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName });
/** Seconds. */
export const oldestMessage = (QueueName: string) =>
  maximum('AWS/SQS', 'ApproximateAgeOfOldestMessage', { QueueName });

export const apiRequests = (ApiId: string) => sum('AWS/ApiGateway', 'Count', { ApiId });
export const apiRefusals = (ApiId: string) => sum('AWS/ApiGateway', '4xx', { ApiId });
export const apiFailures = (ApiId: string) => sum('AWS/ApiGateway', '5xx', { ApiId });
/** Milliseconds in which 95 of 100 requests were answered. */
export const apiLatency = (ApiId: string) =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName: 'Latency',
    dimensionsMap: { ApiId },
    statistic: Stats.percentile(95),
    period: Duration.minutes(5),
  });

/** Reads and writes that a table, or one of its indexes, put off. */
export const tableThrottles = (TableName: string, index?: string) => {
  const dimensions = {
    TableName,
    ...(index !== undefined && { GlobalSecondaryIndexName: index }),
  };
  return new MathExpression({
    expression: 'reads + writes',
    label: 'throttled',
    period: ALARM_PERIOD,
    usingMetrics: {
      reads: sum('AWS/DynamoDB', 'ReadThrottleEvents', dimensions),
      writes: sum('AWS/DynamoDB', 'WriteThrottleEvents', dimensions),
    },
  });
};
export const tableReads = (TableName: string) =>
  sum('AWS/DynamoDB', 'ConsumedReadCapacityUnits', { TableName });
export const tableWrites = (TableName: string) =>
  sum('AWS/DynamoDB', 'ConsumedWriteCapacityUnits', { TableName });
