import { Duration, Stack } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  type Arns,
  type EnvironmentOf,
  type FunctionSurroundings,
  HotlineFunction,
} from '../constructs/hotline-function.ts';
import { FailureQueue, WorkQueue } from '../constructs/queues.ts';
import { EVENT_ADDED, HEAD_CHANGED, StreamConsumer } from '../constructs/stream-consumer.ts';
import { functionCatalogue, type FunctionId } from '../functions.ts';
import { webhookSecretPrefix } from '../stages.ts';
import type { DataStack } from './data-stack.ts';
import { scheduleFunction } from '../constructs/schedule-function.ts';
import { scheduleLearning } from './learning-schedules.ts';
import { scheduleStatistics } from './statistics-schedules.ts';

export interface EventsStackProps extends Omit<FunctionSurroundings, 'arns'> {
  readonly data: DataStack;
}

const PROJECT_BATCH = 25;
const PUBLISH_BATCH = 25;
/** With the waits of shared/domain/delivery.ts they take more than half a day: an outage overnight mends itself. */
const DELIVERY_TRIES = 20;
/** With the waits of shared/domain/intake.ts more than a minute; after that the desk had better see to it. */
const INTAKE_TRIES = 5;
const INTAKE_BATCH = 5;
/** A twentieth of what an account may run at once: in a flood the API goes first, and messages wait in the queue. */
const INTAKE_CONCURRENCY = 50;

/** Everything that happens after the write: figures, deliveries, and what the clock asks for. */
export class EventsStack extends Stack {
  readonly deliveries: WorkQueue;
  readonly intake: WorkQueue;
  readonly failureQueues: readonly FailureQueue[];
  private readonly props: EventsStackProps;
  private readonly projectFailures: FailureQueue;
  private readonly publishFailures: FailureQueue;

  constructor(scope: Construct, props: EventsStackProps) {
    super(scope, `${props.stage.title}-Events`);
    this.props = props;
    const { stage } = props;
    this.projectFailures = new FailureQueue(this, {
      stage,
      name: 'project-statistics-failures',
      impact: 'Some changes are missing in the figures until they are rebuilt.',
      runbook: 'changes-missing-in-statistics',
    });
    this.publishFailures = new FailureQueue(this, {
      stage,
      name: 'publish-failures',
      impact: 'Some events were not queued for departments; their inboxes here are complete.',
      runbook: 'events-given-up',
    });
    this.deliveries = new WorkQueue(this, {
      stage,
      name: 'deliveries',
      fifo: true,
      consumerTimeout: Duration.seconds(functionCatalogue['deliver-to-department'].timeoutSeconds),
      maxReceiveCount: DELIVERY_TRIES,
      impact: "A department's own system has missed events; its inbox here is complete.",
      runbook: 'deliveries-given-up',
    });
    this.intake = new WorkQueue(this, {
      stage,
      name: 'intake',
      consumerTimeout: Duration.seconds(functionCatalogue['propose-intake'].timeoutSeconds),
      maxReceiveCount: INTAKE_TRIES,
      impact: 'Some messages came to the desk without a proposal and did not route themselves.',
      runbook: 'messages-given-up',
    });
    this.failureQueues = [
      this.projectFailures,
      this.publishFailures,
      this.deliveries.deadLetters,
      this.intake.deadLetters,
    ];
    this.createStreamConsumers();
    this.createDelivery();
    this.createIntake();
    this.createSchedules();
  }

  private make<Id extends FunctionId>(id: Id, environment: NoInfer<EnvironmentOf<Id>>) {
    const arns = {
      ...this.props.data.arns,
      deliveries: this.deliveries.queue.queueArn,
      intake: this.intake.queue.queueArn,
      ...this.secondOpinion(),
      'project-statistics-failures': this.projectFailures.queue.queueArn,
      'publish-failures': this.publishFailures.queue.queueArn,
    };
    return new HotlineFunction(this, { ...this.props, arns, id, environment }).lambda;
  }

  private createStreamConsumers(): void {
    const { data, stage } = this.props;
    new StreamConsumer(this, 'ProjectStatistics', {
      consumer: this.make('project-statistics', {
        JURISDICTION_ID: stage.jurisdictionId,
        STATISTICS_TABLE_NAME: data.statistics.tableName,
        DIRECTORY_TABLE_NAME: data.directory.tableName,
      }),
      table: data.cases,
      failures: this.projectFailures.queue,
      filter: HEAD_CHANGED,
      batchSize: PROJECT_BATCH,
    });
    new StreamConsumer(this, 'Publish', {
      consumer: this.make('publish', {
        JURISDICTION_ID: stage.jurisdictionId,
        DELIVERIES_QUEUE_URL: this.deliveries.queue.queueUrl,
        INTAKE_QUEUE_URL: this.intake.queue.queueUrl,
      }),
      table: data.cases,
      failures: this.publishFailures.queue,
      filter: EVENT_ADDED,
      batchSize: PUBLISH_BATCH,
    });
  }

  private createDelivery(): void {
    const { data, stage } = this.props;
    const consumer = this.make('deliver-to-department', {
      JURISDICTION_ID: stage.jurisdictionId,
      CASES_TABLE_NAME: data.cases.tableName,
      DIRECTORY_TABLE_NAME: data.directory.tableName,
      DELIVERIES_QUEUE_URL: this.deliveries.queue.queueUrl,
      WEBHOOK_SECRET_PREFIX: webhookSecretPrefix(stage),
      WEBHOOK_PRIVATE_HOSTS: stage.webhookPrivateHosts,
      DELIVERY_TRIES: String(DELIVERY_TRIES),
    });
    this.consume('Deliver', consumer, {
      eventSourceArn: this.deliveries.queue.queueArn,
      // One message at a time: a slow department's delivery must not hold those that were read with it.
      batchSize: 1,
    });
  }

  private createIntake(): void {
    const { data, stage } = this.props;
    const consumer = this.make('propose-intake', {
      JURISDICTION_ID: stage.jurisdictionId,
      CASES_TABLE_NAME: data.cases.tableName,
      DIRECTORY_TABLE_NAME: data.directory.tableName,
      DATA_KEY_ID: data.dataKey.keyArn,
      PEPPER_SECRET_ID: data.pepper.secretArn,
      LEARNING_BUCKET_NAME: data.learning.bucketName,
      INTAKE_QUEUE_URL: this.intake.queue.queueUrl,
      SECOND_OPINION_MODEL_ID: stage.secondOpinionModelId,
      SECOND_OPINION_DAILY_LIMIT: String(stage.secondOpinionDailyLimit),
    });
    this.consume('ProposeIntake', consumer, {
      eventSourceArn: this.intake.queue.queueArn,
      batchSize: INTAKE_BATCH,
      maxConcurrency: INTAKE_CONCURRENCY,
    });
  }

  private consume(
    id: string,
    target: lambda.Function,
    source: Pick<lambda.EventSourceMappingProps, 'eventSourceArn' | 'batchSize' | 'maxConcurrency'>,
  ): void {
    const mapping = new lambda.EventSourceMapping(this, id, {
      ...source,
      target,
      reportBatchItemFailures: true,
    });
    if (target.role !== undefined) mapping.node.addDependency(target.role);
  }

  /** The one model that may be asked, where there is one. */
  private secondOpinion(): Arns {
    const { secondOpinionModelId: model } = this.props.stage;
    if (model === '') return {};
    const resource = 'foundation-model';
    const arn = this.formatArn({ service: 'bedrock', account: '', resource, resourceName: model });
    return { 'second-opinion': arn };
  }

  private createSchedules(): void {
    const { data, stage } = this.props;
    const common = {
      JURISDICTION_ID: stage.jurisdictionId,
      CASES_TABLE_NAME: data.cases.tableName,
    };
    const deciding = {
      DIRECTORY_TABLE_NAME: data.directory.tableName,
      DATA_KEY_ID: data.dataKey.keyArn,
      PEPPER_SECRET_ID: data.pepper.secretArn,
    };
    this.schedule(
      'close-unjudged',
      Schedule.rate(Duration.hours(1)),
      this.make('close-unjudged', { ...common, ...deciding }),
    );
    this.schedule(
      'sweep-deadlines',
      Schedule.rate(Duration.minutes(1)),
      this.make('sweep-deadlines', { ...common, ...deciding }),
    );
    this.schedule(
      'move-deadlines',
      Schedule.rate(Duration.minutes(1)),
      this.make('move-deadlines', { ...common, ...deciding }),
    );
    this.schedule(
      'check-calendar',
      // 08:00 in Viet Nam: somebody is there to ask for the decision on the days off.
      Schedule.cron({ hour: '1', minute: '0' }),
      this.make('check-calendar', {
        JURISDICTION_ID: stage.jurisdictionId,
        DIRECTORY_TABLE_NAME: data.directory.tableName,
      }),
    );
    scheduleLearning(this.props, (id, when, environment) => {
      this.schedule(id, when, this.make(id, environment));
    });
    const reconcile = scheduleStatistics(this.props, (id, when, environment) => {
      const target = this.make(id, environment);
      this.schedule(id, when, target);
      return target;
    });
    // What one run could not end; where nothing is under way it reads two rows.
    scheduleFunction(this, {
      ...{ stage, id: 'reconcile-statistics', command: 'continue' },
      ...{ schedule: Schedule.rate(Duration.minutes(5)), target: reconcile },
    });
  }

  private schedule(id: FunctionId, schedule: Schedule, target: lambda.Function): void {
    scheduleFunction(this, { stage: this.props.stage, id, schedule, target });
  }
}
