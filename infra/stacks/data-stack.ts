import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import {
  casesTable,
  directoryTable,
  statisticsTable,
} from '../../shared/adapters/dynamodb/tables.ts';
import type { Arns } from '../constructs/hotline-function.ts';
import { HotlineTable } from '../constructs/hotline-table.ts';
import { type StageConfig, webhookSecretPrefix } from '../stages.ts';

/** What must survive everything else: tables, the key of the personal data, the secret behind ids and searches. */
export class DataStack extends Stack {
  readonly cases: Table;
  readonly directory: Table;
  readonly statistics: Table;
  readonly dataKey: Key;
  readonly pepper: Secret;
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
      'directory/calendar': this.directory.tableArn,
      'directory/delivery': this.directory.tableArn,
      'directory/moving': this.directory.tableArn,
      'directory/opinions': this.directory.tableArn,
      'directory/rules': this.directory.tableArn,
      statistics: this.statistics.tableArn,
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
}

function missingStream(): never {
  throw new Error('The cases table has no stream, and everything after the write reads it');
}
