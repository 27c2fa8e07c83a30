import { createHash, randomUUID } from 'node:crypto';
import { AwsError } from '../error.ts';
import type { DeduplicationKey } from './deduplication.ts';
import { sequenceNumber } from './message.ts';
import type { Queue } from './queue.ts';
import type { NewMessage, QueueParts, Queues, SentMessage } from './queues.ts';

export function sender(parts: QueueParts): Pick<Queues, 'send'> {
  return {
    send: (queue, message) => {
      checkSize(queue, message);
      const sent = parts.transaction(() =>
        queue.fifo ? sendFifo(parts, queue, message) : insert(parts, queue, message).sent,
      );
      parts.announce(queue.name);
      return sent;
    },
  };
}

function checkSize({ maximumMessageBytes }: Queue, { body, attributes = {} }: NewMessage) {
  const ofAttributes = Object.entries(attributes).flatMap(([name, attribute]) => [
    name,
    attribute.DataType,
    attribute.StringValue ?? attribute.BinaryValue ?? '',
  ]);
  const size = [body, ...ofAttributes].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size > maximumMessageBytes)
    throw invalid(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maximumMessageBytes} bytes.`,
    );
}

function sendFifo(parts: QueueParts, queue: Queue, message: NewMessage): SentMessage {
  const key = deduplicationKey(queue, message);
  const now = parts.clock.now();
  const earlier = parts.deduplication.find(key, now);
  if (earlier !== undefined)
    return {
      messageId: earlier.message_id,
      sequenceNumber: sequenceNumber(earlier.sequence),
    };
  const { sent, id } = insert(parts, queue, {
    ...message,
    deduplicationId: key.deduplicationId,
  });
  parts.deduplication.keep(key, { messageId: sent.messageId, sequence: id, now });
  return { ...sent, sequenceNumber: sequenceNumber(id) };
}

function deduplicationKey(queue: Queue, message: NewMessage): DeduplicationKey {
  const { groupId, body, delaySeconds } = message;
  if (groupId === undefined)
    throw new AwsError(
      'com.amazonaws.sqs#MissingParameter',
      'The request must contain the parameter MessageGroupId.',
      { queryCode: 'MissingParameter' },
    );
  if (delaySeconds !== undefined && delaySeconds > 0)
    throw invalid(
      `Value ${delaySeconds} for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.`,
    );
  const fromContent = queue.contentBasedDeduplication
    ? createHash('sha256').update(body).digest('hex')
    : undefined;
  const deduplicationId = message.deduplicationId ?? fromContent;
  if (deduplicationId === undefined)
    throw invalid(
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  return { queue, groupId, deduplicationId };
}

function insert({ messages, clock }: QueueParts, queue: Queue, message: NewMessage) {
  const messageId = randomUUID();
  const now = clock.now();
  const delaySeconds = message.delaySeconds ?? queue.delaySeconds;
  const id = messages.insert({
    queue: queue.name,
    message_id: messageId,
    body: message.body,
    attributes: JSON.stringify(message.attributes ?? {}),
    trace_header: message.traceHeader ?? null,
    group_id: message.groupId ?? null,
    deduplication_id: message.deduplicationId ?? null,
    sender_id: message.senderId,
    dead_letter_source: null,
    sent_at: now,
    visible_at: delaySeconds === 0 ? 0 : now + delaySeconds * 1000,
    expires_at: Date.now() + queue.retentionSeconds * 1000,
  });
  const sent: SentMessage = { messageId, sequenceNumber: undefined };
  return { id, sent };
}

const invalid = (message: string) =>
  new AwsError('com.amazonaws.sqs#InvalidParameterValue', message, {
    queryCode: 'InvalidParameterValue',
  });
