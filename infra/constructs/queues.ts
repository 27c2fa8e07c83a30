import { Duration, Validations } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { physicalName, type StageConfig } from '../stages.ts';

/** What waits here waits for a person: as long as SQS keeps anything. */
const KEEP_FAILURES = Duration.days(14);

export interface FailureQueueProps {
  readonly stage: StageConfig;
  readonly name: string;
  readonly fifo?: boolean;
  /** What it means that something lies here, in the words of whoever is affected. */
  readonly impact: string;
  /** Heading of docs/runbook.md. */
  readonly runbook: string;
}

/** Where something goes that was given up. It cannot be made without saying what that means and what to do. */
export class FailureQueue extends Construct {
  readonly queue: sqs.Queue;
  readonly queueName: string;
  readonly impact: string;
  readonly runbook: string;

  constructor(scope: Construct, props: FailureQueueProps) {
    super(scope, props.name);
    const { stage, name, fifo = false } = props;
    this.queueName = queueNameOf(stage, name, fifo);
    this.impact = props.impact;
    this.runbook = props.runbook;
    this.queue = new sqs.Queue(this, 'Queue', {
      ...secured,
      queueName: this.queueName,
      retentionPeriod: KEEP_FAILURES,
      ...(fifo && { fifo }),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself where a stream or a queue leaves what was given up.',
    });
  }
}

export interface WorkQueueProps extends FailureQueueProps {
  /** Time-out of the function that consumes it. */
  readonly consumerTimeout: Duration;
  /** Tries before a message goes to the dead-letter queue. */
  readonly maxReceiveCount: number;
}

/** A queue with its dead-letter queue. In a FIFO one each group keeps its order and none waits for another. */
export class WorkQueue extends Construct {
  readonly queue: sqs.Queue;
  readonly queueName: string;
  readonly deadLetters: FailureQueue;

  constructor(scope: Construct, props: WorkQueueProps) {
    super(scope, props.name);
    const { stage, name, fifo = false, consumerTimeout, maxReceiveCount } = props;
    this.deadLetters = new FailureQueue(this, { ...props, name: `${name}-dead` });
    this.queueName = queueNameOf(stage, name, fifo);
    this.queue = new sqs.Queue(this, 'Queue', {
      ...secured,
      queueName: this.queueName,
      ...(fifo && {
        fifo,
        deduplicationScope: sqs.DeduplicationScope.MESSAGE_GROUP,
        fifoThroughputLimit: sqs.FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      }),
      // AWS asks for six times the function's time-out; a little more leaves room for the poller.
      visibilityTimeout: Duration.seconds(consumerTimeout.toSeconds() * 6 + 20),
      retentionPeriod: KEEP_FAILURES,
      deadLetterQueue: { queue: this.deadLetters.queue, maxReceiveCount },
    });
  }
}

const secured = { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true } as const;

const queueNameOf = (stage: StageConfig, name: string, fifo: boolean): string =>
  `${physicalName(stage, name)}${fifo ? '.fifo' : ''}`;
