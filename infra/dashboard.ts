import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { functionIds } from './functions.ts';
import {
  apiFailures,
  apiLatency,
  apiRefusals,
  apiRequests,
  functionErrors,
  functionThrottles,
  iteratorAge,
  oldestMessage,
  tableReads,
  tableWrites,
  waitingMessages,
} from './metrics.ts';
import type { MonitoringStackProps } from './stacks/monitoring-stack.ts';
import { physicalName } from './stages.ts';

const WIDTH = 12;

/** From what citizens and agents feel down to what causes it. */
export function createDashboard(scope: Construct, props: MonitoringStackProps): void {
  const { stage, api, data } = props;
  const nameOf = (id: string) => physicalName(stage, id);
  const tables = [data.cases, data.directory, data.statistics].map(({ tableName }) => tableName);
  new cloudwatch.Dashboard(scope, 'Dashboard', {
    dashboardName: physicalName(stage, 'hotline'),
    widgets: [
      [
        graph('Requests', [apiRequests(api.apiId), apiRefusals(api.apiId), apiFailures(api.apiId)]),
        graph('95 % answered within (ms)', [apiLatency(api.apiId)]),
      ],
      [
        graph('Errors by function', functionIds.map(nameOf).map(functionErrors)),
        graph('Throttles by function', functionIds.map(nameOf).map(functionThrottles)),
      ],
      [
        graph('Stream: age of what is read (ms)', [
          iteratorAge(nameOf('project-statistics')),
          iteratorAge(nameOf('publish')),
        ]),
        graph('Given up, waiting for a person', [
          ...props.failureQueues.map(({ queueName }) => waitingMessages(queueName)),
        ]),
      ],
      [
        graph('Deliveries: oldest (s)', [oldestMessage(props.deliveriesQueueName)]),
        graph('Deliveries waiting', [waitingMessages(props.deliveriesQueueName)]),
      ],
      [graph('Read units', tables.map(tableReads)), graph('Write units', tables.map(tableWrites))],
    ],
  });
}

const graph = (title: string, left: cloudwatch.IMetric[]) =>
  new cloudwatch.GraphWidget({ title, left, width: WIDTH });
