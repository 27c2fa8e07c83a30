import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';

/** A queue whose messages are grouped, with its dead letters. */
export interface GroupedQueue {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly deadLetterUrl: string;
  /** How long to wait for a message before a queue counts as empty. */
  readonly waitSeconds: number;
}

/** Messages by group. */
export type Redriven = ReadonlyMap<string, number>;

const RedrivePolicy = z.object({ deadLetterTargetArn: z.string() });
const BATCH = 10;
/** Long enough to move a batch; what breaks off in it can be had again after this. */
const HOLD_SECONDS = 60;
/** A long poll asks all of SQS's servers, so that an empty answer means an empty queue. */
const WAIT_SECONDS = 2;

/** Throws when there is no such queue or it has no dead-letter queue. */
export async function findQueue(
  client: SQSClient,
  QueueName: string,
  waitSeconds = WAIT_SECONDS,
): Promise<GroupedQueue> {
  const { QueueUrl = '' } = await client.send(new GetQueueUrlCommand({ QueueName }));
  const AttributeNames = ['RedrivePolicy' as const];
  const { Attributes: attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames }),
  );
  const { deadLetterTargetArn } = RedrivePolicy.parse(
    JSON.parse(attributes?.RedrivePolicy ?? 'null'),
  );
  const name = deadLetterTargetArn.split(':').at(-1) ?? '';
  const dead = await client.send(new GetQueueUrlCommand({ QueueName: name }));
  return { client, queueUrl: QueueUrl, deadLetterUrl: dead.QueueUrl ?? '', waitSeconds };
}

/**
 * Moves every dead letter back to its queue, in its group and in order. May break off and be run again: a message is
 * deleted after it was sent, and sending it twice within five minutes queues it once.
 */
export async function redriveMessages(queue: GroupedQueue): Promise<Redriven> {
  const { client, queueUrl, deadLetterUrl } = queue;
  const moved = new Map<string, number>();
  for (;;) {
    const messages = await receive(queue);
    if (messages.length === 0) return moved;
    for (const { MessageId = '', ReceiptHandle, Body, Attributes } of messages) {
      const group = Attributes?.MessageGroupId ?? '';
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: Body,
          MessageGroupId: group,
          // Not the first one's: that would swallow a message which died and is redriven within minutes.
          MessageDeduplicationId: `redrive-${MessageId}`,
        }),
      );
      await client.send(new DeleteMessageCommand({ QueueUrl: deadLetterUrl, ReceiptHandle }));
      moved.set(group, (moved.get(group) ?? 0) + 1);
    }
  }
}

export interface DeadLetters {
  readonly messages: number;
  readonly groups: readonly string[];
}

/** What would be moved. A queue in groups shows the first messages of each only, so there is one count for all. */
export async function countDeadLetters(queue: GroupedQueue): Promise<DeadLetters> {
  const { client, deadLetterUrl: QueueUrl } = queue;
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes: counts } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames }),
  );
  const held: Message[] = [];
  for (let seen = await receive(queue); seen.length > 0;) {
    held.push(...seen);
    seen = await receive(queue);
  }
  for (const { ReceiptHandle } of held) {
    const back = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
    await client.send(new ChangeMessageVisibilityCommand(back));
  }
  const groups = held.map(({ Attributes }) => Attributes?.MessageGroupId ?? '');
  return {
    messages: Number(counts?.ApproximateNumberOfMessages),
    groups: [...new Set(groups)].toSorted(),
  };
}

async function receive({
  client,
  deadLetterUrl,
  waitSeconds,
}: GroupedQueue): Promise<readonly Message[]> {
  const { Messages: messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: deadLetterUrl,
      MaxNumberOfMessages: BATCH,
      VisibilityTimeout: HOLD_SECONDS,
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['MessageGroupId'],
    }),
  );
  return messages;
}
