import { ACCOUNT, arn, QUEUE_ORIGIN } from './environment.ts';
import { shortId, uuidOf } from './identifiers.ts';
import type { Identified, Kind } from './kind.ts';

const table: Kind = {
  nameProperty: 'TableName',
  arn: ({ name }) => arn('dynamodb', `table/${name}`),
  attributes: {
    StreamArn: streamArn,
    TableId: ({ name }) => uuidOf(name),
  },
};

const secretArn = ({ name }: Identified): string =>
  arn('secretsmanager', `secret:${name}-${shortId(name, 6)}`);

const bucketDomain = (name: string, host: string): string => `${name}.${host}`;

/** What holds data or hands it on. */
export const dataKinds: Readonly<Record<string, Kind>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    adaptName: (name, queue) => (queue.property('FifoQueue') === true ? `${name}.fifo` : name),
    ref: queueUrl,
    arn: ({ name }) => arn('sqs', name),
    attributes: { QueueName: ({ name }) => name, QueueUrl: queueUrl },
  },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    ref: ({ name }) => arn('sns', name),
    arn: ({ name }) => arn('sns', name),
    attributes: { TopicArn: ({ name }) => arn('sns', name), TopicName: ({ name }) => name },
  },
  'AWS::KMS::Key': {
    arn: ({ name }) => arn('kms', `key/${name}`),
    attributes: { KeyId: ({ name }) => name },
  },
  'AWS::KMS::Alias': {
    nameProperty: 'AliasName',
    arn: ({ name }) => arn('kms', name),
  },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    ref: secretArn,
    arn: secretArn,
    attributes: { Id: secretArn },
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    adaptName: (name) => name.toLowerCase(),
    arn: ({ name }) => `arn:aws:s3:::${name}`,
    attributes: {
      DomainName: ({ name }) => bucketDomain(name, 's3.amazonaws.com'),
      RegionalDomainName: ({ name }) => bucketDomain(name, 's3.ap-southeast-1.amazonaws.com'),
    },
  },
};

/** AWS puts the time of creation where this says `local`, and the emulator puts its own. */
function streamArn({ name, property }: Identified): string {
  if (property('StreamSpecification') === undefined)
    throw new Error(`the table ${name} has no stream`);
  return arn('dynamodb', `table/${name}/stream/local`);
}

function queueUrl({ name }: Identified): string {
  return `${QUEUE_ORIGIN}/${ACCOUNT}/${name}`;
}
