import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { IndexDefinition, TableDefinition } from '../../shared/adapters/dynamodb/tables.ts';
import type { StageConfig } from '../stages.ts';

/** A table as `shared/adapters/dynamodb/tables.ts` defines it, kept as the stage says. */
export class HotlineTable extends Construct {
  readonly table: dynamodb.Table;

  constructor(scope: Construct, definition: TableDefinition, stage: StageConfig) {
    super(scope, definition.name);
    this.table = new dynamodb.Table(this, 'Table', {
      partitionKey: text(definition.partitionKey),
      sortKey: text(definition.sortKey),
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      // Its use shows in CloudTrail. Personal data is sealed by the functions besides, under a key of its own.
      encryption: dynamodb.TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: stage.deletionProtection,
      removalPolicy: stage.removalPolicy,
      ...(definition.stream && { stream: dynamodb.StreamViewType.NEW_AND_OLD_IMAGES }),
      ...(definition.timeToLive !== undefined && { timeToLiveAttribute: definition.timeToLive }),
    });
    for (const index of definition.indexes) this.table.addGlobalSecondaryIndex(indexProps(index));
  }
}

const text = (name: string): dynamodb.Attribute => ({
  name,
  type: dynamodb.AttributeType.STRING,
});

const indexProps = ({
  name,
  partitionKey,
  sortKey,
  projected,
}: IndexDefinition): dynamodb.GlobalSecondaryIndexProps => ({
  indexName: name,
  partitionKey: text(partitionKey),
  ...(sortKey !== undefined && { sortKey: text(sortKey) }),
  ...(projected.length > 0
    ? {
        projectionType: dynamodb.ProjectionType.INCLUDE,
        nonKeyAttributes: [...projected],
      }
    : { projectionType: dynamodb.ProjectionType.KEYS_ONLY }),
});
