import { ArnFormat, Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import {
  casesTable,
  directoryTable,
  statisticsTable,
} from '../../shared/adapters/dynamodb/tables.ts';
import { DIRECTORY_PARTS } from '../directory-parts.ts';
import type { Arns } from '../constructs/hotline-function.ts';
import { HotlineTable } from '../constructs/hotline-table.ts';
import { physicalName, type StageConfig, webhookSecretPrefix } from '../stages.ts';

/** What must survive everything else: tables, learned models, the key of the personal data, the secret behind ids and searches. */
export class DataStack extends Stack {
  readonly cases: Table;
  readonly directory: Table;
  readonly statistics: Table;
  readonly dataKey: Key;
  readonly pepper: Secret;
  readonly learning: Bucket;
  /** What the grants of the functions name. */
  readonly arns: Arns;

  constructor(scope: Construct, stage: StageConfig) {
    super(scope, `${stage.title}-Data`);
    this.cases = new HotlineTable(this, casesTable, stage).table;
    this.directory = new HotlineTable(this, directoryTable, stage).table;
    this.statistics = new HotlineTable(this, statisticsTable, stage).table;
    this.dataKey = new Key(this, 'DataKey', {
      alias: `alias/1022-${stage.id}-data`,
      description: "Wraps the data key of each case's personal data",
      enableKeyRotation: true,
      removalPolicy: stage.removalPolicy,
    });
    this.pepper = this.createPepper(stage);
    this.learning = this.createLearning(stage);
    this.arns = this.arnsOf(stage);
  }

  private createPepper(stage: StageConfig): Secret {
    const pepper = new Secret(this, 'Pepper', {
      secretName: `1022/${stage.id}/pepper`,
      description: 'Keys of case ids, phone searches and page cursors are derived from it',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: stage.removalPolicy,
    });
    Validations.of(pepper).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Case ids and the phone index are derived from it: with another value no repeated request and no caller would be found again.',
    });
    return pepper;
  }

  /** Examples without personal data, models and their report cards. */
  private createLearning(stage: StageConfig): Bucket {
    const bucket = new Bucket(this, 'Learning', {
      bucketName: learningBucketName(stage),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [
        { id: 'Superseded', noncurrentVersionExpiration: Duration.days(30) },
        {
          id: 'Examples',
          prefix: `${stage.jurisdictionId}/examples/`,
          expiration: Duration.days(stage.exampleRetentionDays),
        },
      ],
      removalPolicy: stage.removalPolicy,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Five functions reach it, each for its own prefix, and who put which model in force is kept in the object that says so.',
    });
    return bucket;
  }

  private arnsOf(stage: StageConfig): Arns {
    const index = (name: string) => `${this.cases.tableArn}/index/${name}`;
    return {
      cases: this.cases.tableArn,
      'cases/worklist': index('worklist'),
      'cases/due': index('due'),
      'cases/tracking': index('tracking'),
      'cases/caller': index('caller'),
      'cases/place': index('place'),
      'cases-stream': this.cases.tableStreamArn ?? missingStream(),
      directory: this.directory.tableArn,
      ...Object.fromEntries(
        Object.keys(DIRECTORY_PARTS).map((part) => [part, this.directory.tableArn]),
      ),
      statistics: this.statistics.tableArn,
      ...this.learningArns(stage),
      'data-key': this.dataKey.keyArn,
      pepper: this.pepper.secretArn,
      // The functions create a secret a department, so no template knows their ARNs.
      'webhook-secrets': this.formatArn({
        service: 'secretsmanager',
        resource: 'secret',
        resourceName: `${webhookSecretPrefix(stage)}*`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    };
  }

  /** By name, not by reference: other stacks would need an export for each. */
  private learningArns(stage: StageConfig): Arns {
    const arn = (resource: string) =>
      this.formatArn({ service: 's3', region: '', account: '', resource });
    const name = learningBucketName(stage);
    const under = (path: string) => arn(`${name}/${stage.jurisdictionId}/${path}`);
    return {
      learning: arn(name),
      'learning/collected': under('collected.json'),
      'learning/current': under('current.json'),
      'learning/examples': under('examples/*'),
      'learning/models': under('models/*'),
      'learning/reports': under('reports/*'),
    };
  }
}

/** Names are unique in all of AWS, so the account is a part of it. */
const learningBucketName = (stage: StageConfig) =>
  `${physicalName(stage, 'learning')}-${Aws.ACCOUNT_ID}`;

function missingStream(): never {
  throw new Error('The cases table has no stream, and everything after the write reads it');
}
