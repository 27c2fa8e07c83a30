import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  type Message,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  type ReceiveMessageCommandInput,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aFunction,
  anEndpoint,
  arn,
  cleanUps,
  clientAs,
  getArn,
  resourcesOf,
  standingClock,
  type TemplateParts,
  temporaryFolder,
} from '../test-host.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const aQueue = (Properties: object): TemplateParts[string] => ({
  Type: 'AWS::SQS::Queue',
  Properties: { ...Properties },
});
const MINUTE = 60_000;

/** A queue `work`(.fifo) with the properties and a dead-letter queue `dead`(.fifo) after two receives. */
async function setup(properties: { FifoQueue?: true; [name: string]: unknown } = {}, kept = {}) {
  const fifo = properties.FifoQueue ? { FifoQueue: true } : {};
  const end = properties.FifoQueue ? '.fifo' : '';
  const resources = resourcesOf({
    Dead: aQueue({ ...fifo, QueueName: `dead${end}` }),
    Work: aQueue({
      QueueName: `work${end}`,
      VisibilityTimeout: 60,
      RedrivePolicy: { deadLetterTargetArn: getArn('Dead'), maxReceiveCount: 2 },
      ...properties,
    }),
    ...aFunction('worker', { Action: 'sqs:SendMessage', Resource: getArn('Work') }),
  });
  const options = { dir: temporaryFolder(cleanUp), clock: standingClock(), ...kept };
  const endpoint = await anEndpoint(cleanUp, { resources, ...options });
  const client = new SQSClient(clientAs('operator', endpoint));
  const urlOf = async (QueueName: string) =>
    (await client.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl!;
  const QueueUrl = await urlOf(`work${end}`);
  const receive = async (input: Partial<ReceiveMessageCommandInput> = {}) => {
    const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...input });
    return (await client.send(command)).Messages ?? [];
  };
  const remove = ({ ReceiptHandle }: Message) =>
    client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  const send = (MessageBody: string, input: Partial<SendMessageCommandInput> = {}) =>
    client.send(new SendMessageCommand({ QueueUrl, MessageBody, ...input }));
  return { ...options, endpoint, client, QueueUrl, urlOf, receive, remove, send };
}

const bodies = (messages: readonly Message[]) => messages.map(({ Body }) => Body);

describe('a standard queue', () => {
  it('hands a message out, hides it, and forgets it when it is deleted', async () => {
    const { send, receive, remove, client, QueueUrl } = await setup();
    await send('one', {
      MessageAttributes: {
        kind: { DataType: 'String', StringValue: 'x' },
        raw: { DataType: 'Binary', BinaryValue: Buffer.from('y') },
      },
    });
    const [message] = await receive({
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['All'],
    });
    expect(message).toMatchObject({
      Body: 'one',
      Attributes: { ApproximateReceiveCount: '1', SenderId: 'operator' },
      MessageAttributes: { kind: { StringValue: 'x' }, raw: { DataType: 'Binary' } },
    });
    expect(await receive()).toEqual([]);
    const attributes = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(attributes.Attributes).toMatchObject({
      QueueArn: arn('sqs', 'work'),
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '1',
      VisibilityTimeout: '60',
    });
    await remove(message!);
    await remove(message!);
  });

  it('shows a message again when its time is over, by the clock of the host', async () => {
    const { send, receive, clock, client, QueueUrl } = await setup();
    await send('one');
    await receive();
    clock.advance(MINUTE - 1);
    expect(await receive()).toEqual([]);
    clock.advance(1);
    const [again] = await receive({ VisibilityTimeout: 600 });
    const { ReceiptHandle } = again!;
    await client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 30 }),
    );
    clock.advance(30_000);
    expect(await receive()).toEqual([]);
    expect(bodies(await receive({ QueueUrl: QueueUrl.replace('work', 'dead') }))).toEqual(['one']);
  });

  it('delays a message, also when the clock is moved back', async () => {
    const { send, receive, clock } = await setup();
    await send('later', { DelaySeconds: 60 });
    await send('now');
    expect(bodies(await receive())).toEqual(['now']);
    clock.advance(-365 * 24 * 60 * MINUTE);
    expect(await receive()).toEqual([]);
    clock.advance(MINUTE);
    expect(bodies(await receive()).sort()).toEqual(['later', 'now']);
  });

  it('does not delete by the receipt of an earlier delivery', async () => {
    const { send, receive, remove, clock } = await setup();
    await send('one');
    const [first] = await receive();
    clock.advance(MINUTE);
    const [second] = await receive();
    await remove(first!);
    clock.advance(MINUTE);
    await remove(second!);
    expect(await receive()).toEqual([]);
  });

  it('answers a waiting receive as soon as a message comes', async () => {
    const { send, receive } = await setup();
    const waiting = receive({ WaitTimeSeconds: 20 });
    await send('one');
    expect(bodies(await waiting)).toEqual(['one']);
  });

  it('ends waiting receives when it closes', async () => {
    const { receive, endpoint } = await setup();
    const waiting = receive({ WaitTimeSeconds: 20 });
    await endpoint.close();
    await waiting.catch(() => undefined);
  });

  it('takes batches, each entry for itself', async () => {
    const { client, QueueUrl, receive } = await setup({ MaximumMessageSize: 1024 });
    const sent = await client.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'a', MessageBody: 'one' },
          { Id: 'b', MessageBody: 'x'.repeat(1025) },
        ],
      }),
    );
    expect(sent.Successful).toMatchObject([{ Id: 'a' }]);
    expect(sent.Failed).toMatchObject([{ Id: 'b', Code: 'InvalidParameterValue' }]);
    const [message] = await receive();
    const removed = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: 'a', ReceiptHandle: message!.ReceiptHandle },
          { Id: 'b', ReceiptHandle: 'nonsense' },
        ],
      }),
    );
    expect([removed.Successful, removed.Failed]).toMatchObject([
      [{ Id: 'a' }],
      [{ Id: 'b', Code: 'ReceiptHandleIsInvalid' }],
    ]);
    await expect(
      client.send(new SendMessageBatchCommand({ QueueUrl, Entries: [] })),
    ).rejects.toMatchObject({ name: 'EmptyBatchRequest' });
  });

  it('lists, purges and knows no other queue', async () => {
    const { client, QueueUrl, urlOf, send, receive } = await setup();
    await send('one');
    await client.send(new PurgeQueueCommand({ QueueUrl }));
    expect(await receive()).toEqual([]);
    const { QueueUrls } = await client.send(new ListQueuesCommand({}));
    expect(QueueUrls).toEqual([await urlOf('dead'), QueueUrl]);
    await expect(urlOf('other')).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
  });

  it('keeps its messages, and what was received, when the host is closed', async () => {
    const { send, receive, endpoint, ...kept } = await setup();
    await send('one');
    await send('two');
    expect(bodies(await receive({ MaxNumberOfMessages: 1 }))).toEqual(['one']);
    await endpoint.close();
    const again = await setup({}, kept);
    expect(bodies(await again.receive())).toEqual(['two']);
    kept.clock.advance(MINUTE);
    expect(bodies(await again.receive())).toContain('one');
  });

  it('holds senders and receivers against their policies', async () => {
    const { endpoint, QueueUrl } = await setup();
    const worker = new SQSClient(clientAs('worker', endpoint));
    await worker.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    await expect(worker.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        `perform: sqs:ReceiveMessage on resource: ${arn('sqs', 'work')}`,
      ) as string,
    });
  });
});

describe('a FIFO queue', () => {
  const fifo = { FifoQueue: true, ContentBasedDeduplication: true } as const;
  const inGroup = (MessageGroupId: string) => ({ MessageGroupId });

  it('gives a group out in order, and nothing of it while one is in flight', async () => {
    const { send, receive, remove } = await setup(fifo);
    for (const body of ['a1', 'a2', 'b1', 'a3']) await send(body, inGroup(body.slice(0, 1)));
    const [a1] = await receive({ MaxNumberOfMessages: 1 });
    expect(a1?.Body).toBe('a1');
    expect(bodies(await receive())).toEqual(['b1']);
    await remove(a1!);
    expect(bodies(await receive())).toEqual(['a2', 'a3']);
  });

  it('tells order and group, and counts up', async () => {
    const { send, receive } = await setup(fifo);
    const first = await send('1', inGroup('a'));
    const second = await send('2', inGroup('a'));
    expect(first.SequenceNumber! < second.SequenceNumber!).toBe(true);
    const [message] = await receive({ AttributeNames: ['All'] });
    expect(message?.Attributes).toMatchObject({
      MessageGroupId: 'a',
      SequenceNumber: first.SequenceNumber,
    });
  });

  it('takes the same message once in five minutes', async () => {
    const { send, receive, clock } = await setup(fifo);
    const first = await send('same', inGroup('a'));
    const second = await send('same', inGroup('b'));
    expect([second.MessageId, second.SequenceNumber]).toEqual([
      first.MessageId,
      first.SequenceNumber,
    ]);
    await send('other', { ...inGroup('a'), MessageDeduplicationId: '1' });
    await send('another', { ...inGroup('a'), MessageDeduplicationId: '1' });
    clock.advance(5 * MINUTE);
    await send('same', inGroup('c'));
    expect(bodies(await receive())).toEqual(['same', 'other', 'same']);
  });

  it('refuses a message without group or without anything to tell it by', async () => {
    const { send } = await setup({ FifoQueue: true });
    await expect(send('x')).rejects.toThrow('MessageGroupId');
    await expect(send('x', inGroup('a'))).rejects.toThrow('ContentBasedDeduplication');
  });

  it('moves what fails too often to the dead-letter queue, and goes on with the group', async () => {
    const { send, receive, clock, urlOf } = await setup(fifo);
    for (const body of ['a1', 'a2']) await send(body, inGroup('a'));
    for (let time = 1; time <= 2; time += 1) {
      expect(bodies(await receive({ MaxNumberOfMessages: 1 }))).toEqual(['a1']);
      clock.advance(MINUTE);
    }
    expect(bodies(await receive())).toEqual(['a2']);
    const dead = await receive({ QueueUrl: await urlOf('dead.fifo'), AttributeNames: ['All'] });
    expect(dead).toMatchObject([
      {
        Body: 'a1',
        Attributes: {
          MessageGroupId: 'a',
          DeadLetterQueueSourceArn: arn('sqs', 'work.fifo'),
        },
      },
    ]);
  });

  it('refuses to delete what is no longer in flight', async () => {
    const { send, receive, remove, clock } = await setup(fifo);
    await send('a1', inGroup('a'));
    const [message] = await receive();
    clock.advance(MINUTE);
    await expect(remove(message!)).rejects.toThrow('expired');
  });
});

describe('what it refuses to start with', () => {
  it.each([
    [
      'a missing dead-letter queue',
      { RedrivePolicy: { deadLetterTargetArn: arn('sqs', 'gone'), maxReceiveCount: 1 } },
      'gone',
    ],
    [
      'a dead-letter queue of another type',
      { RedrivePolicy: { deadLetterTargetArn: getArn('Other'), maxReceiveCount: 1 } },
      'type',
    ],
    ['a FIFO queue by another name', { QueueName: 'x', FifoQueue: true }, '.fifo'],
    ['a visibility timeout beyond the limit', { VisibilityTimeout: 43_201 }, 'VisibilityTimeout'],
  ])('%s', async (_, properties, named) => {
    const resources = resourcesOf({
      Work: aQueue(properties),
      Other: aQueue({ QueueName: 'o.fifo', FifoQueue: true }),
    });
    await expect(anEndpoint(cleanUp, { resources })).rejects.toThrow(named);
  });
});
