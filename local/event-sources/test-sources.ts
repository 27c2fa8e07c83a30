import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  aFunction,
  anEmulator,
  anEndpoint,
  aRuntime,
  type CleanUps,
  clientAs,
  getArn,
  type Handler,
  resourcesOf,
  standingClock,
  type TemplateParts,
  temporaryFolder,
} from '../aws/test-host.ts';
import type { Queues } from '../aws/sqs/queues.ts';
import { startEventSources } from './start.ts';

/** The part of an event that the tests look at. */
export interface TestEvent {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly eventName: string;
    readonly dynamodb: {
      readonly SequenceNumber: string;
      readonly Keys: { readonly pk: { readonly S: string } };
    };
  }[];
}

const Cases = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'cases',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  },
};
const Failures = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'failures' } };
const streamArn = { 'Fn::GetAtt': ['Cases', 'StreamArn'] };

/** A function `reader` of the stream of `cases`; what it gives up goes to `failures`. */
export const streamTemplate = (properties: object = {}): TemplateParts => ({
  Cases,
  Failures,
  ...aFunction(
    'reader',
    {
      Action: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map(
        (action) => `dynamodb:${action}`,
      ),
      Resource: streamArn,
    },
    { Action: 'sqs:SendMessage', Resource: getArn('Failures') },
  ),
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      FunctionName: { Ref: 'reader' },
      EventSourceArn: streamArn,
      StartingPosition: 'TRIM_HORIZON',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: getArn('Failures') } },
      ...properties,
    },
  },
});

/** A function `worker` of the queue `work.fifo` (`work`), from which messages go to `dead.fifo` (`dead`) after two tries. */
export function queueTemplate(properties: object = {}, { fifo = true } = {}): TemplateParts {
  const common = fifo ? { FifoQueue: true, ContentBasedDeduplication: true } : {};
  const end = fifo ? '.fifo' : '';
  return {
    Dead: { Type: 'AWS::SQS::Queue', Properties: { ...common, QueueName: `dead${end}` } },
    Work: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        ...common,
        QueueName: `work${end}`,
        VisibilityTimeout: 60,
        RedrivePolicy: { deadLetterTargetArn: getArn('Dead'), maxReceiveCount: 2 },
      },
    },
    ...aFunction('worker', {
      Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
      Resource: getArn('Work'),
    }),
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: { Ref: 'worker' },
        EventSourceArn: getArn('Work'),
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ...properties,
      },
    },
  };
}

export interface SetupOptions {
  readonly parts: TemplateParts;
  readonly handlers: Readonly<Record<string, Handler>>;
  /** What an earlier set-up has left, to go on with. */
  readonly kept?: {
    readonly dir: string;
    readonly dynamodbUrl?: string;
    readonly streamStore?: string;
  };
}

/** The endpoint with the event sources of the template. */
export async function startSources(cleanUp: CleanUps, { parts, handlers, kept }: SetupOptions) {
  const resources = resourcesOf(parts);
  const clock = standingClock();
  const runtime = aRuntime(handlers);
  const dir = kept?.dir ?? temporaryFolder(cleanUp);
  const dynamodbUrl = kept?.dynamodbUrl ?? 'http://127.0.0.1:9';
  const endpoint = await anEndpoint(cleanUp, { resources, dir, clock, dynamodbUrl });
  const reports: string[] = [];
  const sources = await startEventSources({
    resources,
    runtime,
    endpoint,
    dynamodbUrl,
    dir,
    clock,
    retryDelayMs: 0,
    ...(kept?.streamStore === undefined ? {} : { streamStore: kept.streamStore }),
    report: (line) => reports.push(line),
  });
  cleanUp.add(() => sources.close());
  const events = () => runtime.events.map(({ event }) => event as TestEvent);
  return {
    dir,
    clock,
    endpoint,
    sources,
    reports,
    events,
    ...waitingMessages(endpoint.queues),
    sqs: new SQSClient(clientAs('operator', endpoint)),
    dynamodb: new DynamoDBClient(clientAs('operator', endpoint)),
  };
}

const waitingMessages = (queues: Queues) => ({
  /** Bodies in a queue, received and so hidden. */
  bodiesIn: (name: string) => {
    const queue = queues.definitions.get(name);
    return queue === undefined ? [] : queues.receive(queue, { max: 100 }).map(({ body }) => body);
  },
});

/** An emulator with the table `cases`, kept over restarts of the host. */
export async function aTable(cleanUp: CleanUps) {
  const dir = temporaryFolder(cleanUp);
  const emulator = await anEmulator(cleanUp, dir);
  const client = new DynamoDBClient({ ...clientAs('operator', emulator), maxAttempts: 20 });
  await client.send(
    new CreateTableCommand({
      TableName: 'cases',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  const streamStore = join(dir, 'dynamodb.sqlite');
  const kept = { dir: temporaryFolder(cleanUp), dynamodbUrl: emulator.url, streamStore };
  return { emulator, client, kept };
}

export const put = (pk: string, status = 'received') =>
  new PutItemCommand({ TableName: 'cases', Item: { pk: { S: pk }, status: { S: status } } });

export const message = (MessageBody: string, MessageGroupId?: string) =>
  new SendMessageCommand({
    QueueUrl: MessageGroupId === undefined ? 'http://sqs/work' : 'http://sqs/work.fifo',
    MessageBody,
    ...(MessageGroupId === undefined ? {} : { MessageGroupId }),
  });

export const keysOf = ({ Records }: TestEvent) => Records.map(({ dynamodb }) => dynamodb.Keys.pk.S);
export const bodiesOf = ({ Records }: TestEvent) => Records.map(({ body }) => body);

/** A promise that is kept from outside, to hold a function where the test wants it. */
export const gate = () => Promise.withResolvers<unknown>();
