import { Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Schedule } from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import {
  type Arns,
  type FunctionSurroundings,
  HotlineFunction,
} from '../constructs/hotline-function.ts';
import { type FailureQueue, WorkQueue } from '../constructs/queues.ts';
import { scheduleFunction } from '../constructs/schedule-function.ts';
import { functionCatalogue } from '../functions.ts';
import { physicalName, type StageConfig } from '../stages.ts';
import type { DataStack } from './data-stack.ts';

export interface FilesStackProps extends Omit<FunctionSurroundings, 'arns'> {
  readonly data: DataStack;
}

/** As shared/domain/export/case-export.ts tells those who ask (`EXPORT_KEPT_DAYS`); a test holds the two together. */
const KEPT = Duration.days(7);
/** No run of an export is that long: what is left of it then was given up. */
const UNFINISHED_KEPT = Duration.days(1);
/** With the waits of that file some five minutes: what lasts longer is told to whoever waits. */
const EXPORT_TRIES = 5;
/** Exports at a time, so that their reading does not take the tables from those at work. */
const EXPORT_CONCURRENCY = 5;

/** Files for people: where they lie, and who makes them. What somebody asked for is kept for a week, what is published for good. */
export class FilesStack extends Stack {
  readonly bucket: Bucket;
  readonly exports: WorkQueue;
  readonly failureQueues: readonly FailureQueue[];
  /** What the grants of the functions name. */
  readonly arns: Arns;

  constructor(scope: Construct, props: FilesStackProps) {
    super(scope, `${props.stage.title}-Files`);
    const { stage } = props;
    this.bucket = this.createBucket(stage);
    this.exports = new WorkQueue(this, {
      stage,
      name: 'exports',
      fifo: true,
      consumerTimeout: Duration.seconds(functionCatalogue['export-cases'].timeoutSeconds),
      maxReceiveCount: EXPORT_TRIES,
      impact: 'Somebody was told that their file of cases could not be made.',
      runbook: 'exports-given-up',
    });
    this.failureQueues = [this.exports.deadLetters];
    this.arns = this.arnsOf(stage);
    this.createExporter(props);
    this.createPublisher(props);
  }

  private createBucket(stage: StageConfig): Bucket {
    const expiring = (id: string, part: string) => ({
      id,
      prefix: `${stage.jurisdictionId}/${part}/`,
      expiration: KEPT,
    });
    const bucket = new Bucket(this, 'Files', {
      bucketName: filesBucketName(stage),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      lifecycleRules: [
        expiring('Exports', 'exports'),
        expiring('ExportedFiles', 'files'),
        { id: 'Unfinished', abortIncompleteMultipartUploadAfter: UNFINISHED_KEPT },
      ],
      removalPolicy: stage.removalPolicy,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Who asked for which list is in the audit log, and its link is given to them alone, for a week; all else is for the public.',
    });
    return bucket;
  }

  private createExporter(props: FilesStackProps): void {
    const { data, stage } = props;
    const arns = { ...data.arns, ...this.arns };
    const exporter = new HotlineFunction(this, {
      ...props,
      arns,
      id: 'export-cases',
      environment: {
        JURISDICTION_ID: stage.jurisdictionId,
        CASES_TABLE_NAME: data.cases.tableName,
        STATISTICS_TABLE_NAME: data.statistics.tableName,
        DIRECTORY_TABLE_NAME: data.directory.tableName,
        FILES_BUCKET_NAME: this.bucket.bucketName,
        EXPORTS_QUEUE_URL: this.exports.queue.queueUrl,
        EXPORT_TRIES: String(EXPORT_TRIES),
      },
    });
    const mapping = new lambda.EventSourceMapping(this, 'ExportCases', {
      target: exporter.lambda,
      eventSourceArn: this.exports.queue.queueArn,
      // One export at a time: it takes what time a run has.
      batchSize: 1,
      maxConcurrency: EXPORT_CONCURRENCY,
      reportBatchItemFailures: true,
    });
    if (exporter.lambda.role !== undefined) mapping.node.addDependency(exporter.lambda.role);
  }

  private createPublisher(props: FilesStackProps): void {
    const { data, stage } = props;
    const publisher = new HotlineFunction(this, {
      ...props,
      arns: { ...data.arns, ...this.arns },
      id: 'publish-open-data',
      environment: {
        JURISDICTION_ID: stage.jurisdictionId,
        STATISTICS_TABLE_NAME: data.statistics.tableName,
        DIRECTORY_TABLE_NAME: data.directory.tableName,
        FILES_BUCKET_NAME: this.bucket.bucketName,
      },
    });
    scheduleFunction(this, {
      ...{ stage, id: 'publish-open-data', target: publisher.lambda },
      // 03:15, 04:15 and 05:15 in Viet Nam, when the figures of the night have been recounted.
      schedule: Schedule.cron({ hour: '20-22', minute: '15' }),
    });
  }

  /** By name, not by reference: other stacks would need an export for each. */
  private arnsOf(stage: StageConfig): Arns {
    const name = filesBucketName(stage);
    const arn = (resource: string) =>
      this.formatArn({ service: 's3', region: '', account: '', resource });
    const under = (part: string) => arn(`${name}/${stage.jurisdictionId}/${part}/*`);
    return {
      files: arn(name),
      'files/exports': under('exports'),
      'files/files': under('files'),
      'files/open': under('open'),
      'files/open-work': under('open-work'),
      'exports-queue': this.exports.queue.queueArn,
    };
  }
}

/** Names are unique in all of AWS, so the account is a part of it. */
const filesBucketName = (stage: StageConfig) => `${physicalName(stage, 'files')}-${Aws.ACCOUNT_ID}`;
