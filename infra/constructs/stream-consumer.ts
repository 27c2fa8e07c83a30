import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** A case's head changed: what the figures count. */
export const HEAD_CHANGED = {
  eventName: ['INSERT', 'MODIFY'],
  dynamodb: { NewImage: { sk: { S: ['state#head'] } } },
};
/** Events are only ever added. */
export const EVENT_ADDED = {
  eventName: ['INSERT'],
  dynamodb: { NewImage: { sk: { S: [{ prefix: 'event#' }] } } },
};

/** After so many tries of a record that fails alone it goes to the failure queue, and the ones behind it go on. */
export const STREAM_RETRIES = 5;
/** A stream keeps a day; what is older than this is in the failure queue before the stream forgets it. */
const MAX_RECORD_AGE = Duration.hours(20);

export interface StreamConsumerProps {
  readonly consumer: lambda.Function;
  readonly table: Table;
  /** Where what is given up goes: the shard and the sequence numbers, not the records. */
  readonly failures: IQueue;
  /** A record that does not meet it costs nothing. */
  readonly filter: Readonly<Record<string, unknown>>;
  readonly batchSize: number;
}

/** A function behind a table's stream. Lambda's own default is to repeat a failing batch until the records expire. */
export class StreamConsumer extends Construct {
  constructor(scope: Construct, id: string, props: StreamConsumerProps) {
    super(scope, id);
    const { consumer, table, failures } = props;
    if (table.tableStreamArn === undefined) throw new Error(`${id}: the table has no stream`);
    const mapping = new lambda.EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: table.tableStreamArn,
      startingPosition: lambda.StartingPosition.TRIM_HORIZON,
      batchSize: props.batchSize,
      filters: [lambda.FilterCriteria.filter({ ...props.filter })],
      bisectBatchOnError: true,
      retryAttempts: STREAM_RETRIES,
      maxRecordAge: MAX_RECORD_AGE,
      reportBatchItemFailures: true,
      // The role's grants name the queue; the ready-made destination would write a policy of its own.
      onFailure: { bind: () => ({ destination: failures.queueArn }) },
    });
    // Lambda checks on creation that the role may read the stream.
    if (consumer.role !== undefined) mapping.node.addDependency(consumer.role);
  }
}
