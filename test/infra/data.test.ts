import { Match } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, it } from 'vitest';
import { STAGE_IDS, stageOf } from '../../infra/stages.ts';
import { EXPORT_KEPT_DAYS } from '../../shared/domain/export/case-export.ts';
import { tables } from '../../shared/adapters/dynamodb/tables.ts';
import { synthesise } from '../support/hotline-templates.ts';

const stages = STAGE_IDS.map((id) => synthesise(id));
afterAll(() => stages.forEach((hotline) => hotline.close()));

describe.each(stages)('on the stage $stage.id', ({ stage, template, resources, stacks }) => {
  const kept = stage.id === 'prod' ? 'Retain' : 'Delete';

  it('every table can be put back to any second and is kept as the stage says', () => {
    template('data').resourceCountIs('AWS::DynamoDB::Table', tables.length);
    template('data').allResources('AWS::DynamoDB::Table', {
      Properties: Match.objectLike({
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        DeletionProtectionEnabled: stage.id === 'prod',
      }),
      DeletionPolicy: kept,
      UpdateReplacePolicy: kept,
    });
  });

  it('keys and secrets are kept as the tables are, and the key is turned each year', () => {
    template('data').hasResource('AWS::KMS::Key', {
      Properties: Match.objectLike({ EnableKeyRotation: true }),
      DeletionPolicy: kept,
    });
    template('data').hasResource('AWS::SecretsManager::Secret', { DeletionPolicy: kept });
  });

  it('what is learned is closed to the public, encrypted, kept in versions, and examples are forgotten', () => {
    template('data').hasResource('AWS::S3::Bucket', {
      Properties: Match.objectLike({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: Match.anyValue(),
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({ NoncurrentVersionExpiration: { NoncurrentDays: 30 } }),
            Match.objectLike({
              Prefix: `${stage.jurisdictionId}/examples/`,
              ExpirationInDays: stage.exampleRetentionDays,
              Status: 'Enabled',
            }),
          ]),
        },
      }),
      DeletionPolicy: kept,
    });
    template('data').hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      }),
    });
  });

  it('files that people asked for are closed to the public, and forgotten when they are told so', () => {
    const days = { ExpirationInDays: EXPORT_KEPT_DAYS, Status: 'Enabled' };
    template('files').hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: Match.objectLike({ RestrictPublicBuckets: true }),
      BucketEncryption: Match.anyValue(),
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Prefix: `${stage.jurisdictionId}/exports/`, ...days }),
          Match.objectLike({ Prefix: `${stage.jurisdictionId}/files/`, ...days }),
          Match.objectLike({
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
            Status: 'Enabled',
          }),
        ]),
      },
    });
  });

  it('every log is forgotten after a while', () => {
    const logs = resources.ofType('AWS::Logs::LogGroup');
    expect(logs.length).toBeGreaterThan(0);
    for (const { properties } of logs)
      expect(properties['RetentionInDays']).toBe(stage.id === 'prod' ? 365 : 14);
  });

  it('staff accounts are protected as the tables are', () => {
    template('identity').hasResourceProperties('AWS::Cognito::UserPool', {
      DeletionProtection: stage.id === 'prod' ? 'ACTIVE' : 'INACTIVE',
    });
  });

  it('nothing is done by a function of the CDK', () => {
    const custom = resources.all.filter(({ type }) => /^Custom::|CustomResource/.test(type));
    expect(custom).toEqual([]);
  });

  it('only the stacks of the stage are made', () => {
    expect(
      stacks.app
        .synth()
        .stacks.map(({ stackName }) => stackName)
        .toSorted(),
    ).toEqual(
      ['Api', 'Data', 'Events', 'Files', 'Identity', 'Monitoring', 'Web'].map(
        (part) => `${stage.title}-${part}`,
      ),
    );
  });
});

describe('a table', () => {
  const { template } = stages[0]!;

  it.each(tables)('$name has the keys, indexes and stream of its definition', (definition) => {
    const found = Object.entries(template('data').findResources('AWS::DynamoDB::Table')).find(
      ([logicalId]) => logicalId.startsWith(definition.name),
    );
    const { Properties } = found![1] as { Properties: Record<string, unknown> };
    const indexes = definition.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: [
        { AttributeName: index.partitionKey, KeyType: 'HASH' },
        ...(index.sortKey === undefined
          ? []
          : [{ AttributeName: index.sortKey, KeyType: 'RANGE' }]),
      ],
      Projection:
        index.projected.length === 0
          ? { ProjectionType: 'KEYS_ONLY' }
          : { ProjectionType: 'INCLUDE', NonKeyAttributes: [...index.projected] },
    }));
    expect(Properties['GlobalSecondaryIndexes']).toEqual(indexes.length > 0 ? indexes : undefined);
    expect(Properties['StreamSpecification']).toEqual(
      definition.stream ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : undefined,
    );
    expect(Properties['TimeToLiveSpecification']).toEqual(
      definition.timeToLive === undefined
        ? undefined
        : { AttributeName: definition.timeToLive, Enabled: true },
    );
  });
});

describe('a stage', () => {
  it('that there is not is refused, naming those there are', () => {
    expect(() => stageOf('live')).toThrow('no stage "live": use one of local, dev, prod');
  });

  it('lets webhooks reach private hosts on one machine only', () => {
    expect(stages.map(({ stage }) => stage.webhookPrivateHosts)).toEqual(['localhost', '', '']);
  });

  it('takes the web origin from whoever owns the domain', () => {
    expect(stageOf('dev', { WEB_ORIGIN: 'https://x.example/' }).webOrigin).toBe(
      'https://x.example',
    );
  });
});
