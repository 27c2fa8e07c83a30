import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { type TableDefinition, tables } from '../../shared/adapters/dynamodb/tables.ts';
import { HotlineAlarm, type HotlineAlarmProps } from '../constructs/hotline-alarm.ts';
import type { FailureQueue } from '../constructs/queues.ts';
import { createDashboard } from '../dashboard.ts';
import { functionCatalogue, functionIds } from '../functions.ts';
import {
  apiFailures,
  functionErrors,
  functionThrottles,
  iteratorAge,
  oldestMessage,
  tableThrottles,
  waitingMessages,
} from '../metrics.ts';
import { physicalName, type StageConfig } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

export interface MonitoringStackProps {
  readonly stage: StageConfig;
  readonly data: DataStack;
  readonly api: HttpApi;
  readonly failureQueues: readonly FailureQueue[];
  readonly deliveriesQueueName: string;
}

/** Functions that read the stream, in the order in which they matter to people. */
const STREAM_READERS = [
  // FIGURES_FRESH_SECONDS, which the API and the screens promise of every figure: test/infra holds one to the other.
  { id: 'project-statistics', behindMs: 60_000 },
  { id: 'publish', behindMs: 5 * 60_000 },
] as const;
const DELIVERY_BEHIND_SECONDS = 60 * 60;
/** One failed request may be a phone that went out of reach; five in five minutes are ours. */
const API_FAILURES = 5;

type Watched = Omit<HotlineAlarmProps, 'stage' | 'topic' | 'metric'>;

/** What tells people: an alarm for everything that can stand still, one topic, one page with everything on it. */
export class MonitoringStack extends Stack {
  private readonly stage: StageConfig;
  private readonly topic: Topic;

  constructor(scope: Construct, props: MonitoringStackProps) {
    super(scope, `${props.stage.title}-Monitoring`);
    this.stage = props.stage;
    this.topic = this.createTopic();
    this.watchFunctions();
    this.watchStream();
    this.watchQueues(props);
    this.watchApi(props.api);
    for (const table of tables) this.watchTable(table, props.data[table.name].tableName);
    createDashboard(this, props);
    new CfnOutput(this, 'AlarmTopic', { value: this.topic.topicArn });
  }

  private createTopic(): Topic {
    // Alarms cannot be published under AWS's own key for SNS, as its policy does not know CloudWatch.
    const masterKey = new Key(this, 'AlarmKey', {
      alias: `alias/1022-${this.stage.id}-alarms`,
      description: 'Seals the alarms on their way to people',
      enableKeyRotation: true,
      removalPolicy: this.stage.removalPolicy,
    });
    masterKey.grantEncryptDecrypt(new ServicePrincipal('cloudwatch.amazonaws.com'));
    return new Topic(this, 'Alarms', {
      topicName: physicalName(this.stage, 'alarms'),
      displayName: '1022 hotline',
      enforceSSL: true,
      masterKey,
    });
  }

  private watchFunctions(): void {
    for (const id of functionIds) {
      const { impact, runbook } = functionCatalogue[id];
      const name = physicalName(this.stage, id);
      const watched = { threshold: 1, impact, runbook };
      this.watch(`${id}-errors`, functionErrors(name), watched);
      this.watch(`${id}-throttles`, functionThrottles(name), watched);
    }
  }

  private watchStream(): void {
    for (const { id, behindMs } of STREAM_READERS)
      this.watch(`${id}-behind`, iteratorAge(physicalName(this.stage, id)), {
        threshold: behindMs,
        impact: functionCatalogue[id].impact,
        runbook: 'stream-behind',
      });
  }

  private watchQueues({ failureQueues, deliveriesQueueName }: MonitoringStackProps): void {
    for (const { queueName, impact, runbook, node } of failureQueues)
      this.watch(`${node.id}-waiting`, waitingMessages(queueName), {
        threshold: 1,
        impact,
        runbook,
      });
    this.watch('deliveries-behind', oldestMessage(deliveriesQueueName), {
      threshold: DELIVERY_BEHIND_SECONDS,
      impact: 'A department has not been told of its cases for an hour. Others are not affected.',
      runbook: 'deliveries-behind',
    });
  }

  private watchApi(api: HttpApi): void {
    this.watch('api-failures', apiFailures(api.apiId), {
      threshold: API_FAILURES,
      impact: 'Requests of agents, departments or citizens fail. What was acknowledged is kept.',
      runbook: 'api-fails',
    });
  }

  /** An index has measures of its own, which are not in those of its table. */
  private watchTable({ name, indexes }: TableDefinition, tableName: string): void {
    const watched = {
      threshold: 1,
      periods: 2,
      impact: 'Requests wait or fail because one key is asked for too often.',
      runbook: 'table-throttles',
    };
    this.watch(`${name}-table-throttles`, tableThrottles(tableName), watched);
    for (const index of indexes)
      this.watch(
        `${name}-${index.name}-index-throttles`,
        tableThrottles(tableName, index.name),
        watched,
      );
  }

  private watch(id: string, metric: IMetric, watched: Watched): void {
    new HotlineAlarm(this, id, { ...watched, metric, stage: this.stage, topic: this.topic });
  }
}
