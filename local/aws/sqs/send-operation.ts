import * as z from 'zod';
import type { Caller } from '../caller.ts';
import { md5, md5OfAttributes } from './md5.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';

const MessageAttribute = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});

/** A message to send, alone or as an entry of a batch. */
export const OneMessage = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), MessageAttribute).optional(),
  MessageSystemAttributes: z.record(z.string(), MessageAttribute).optional(),
  MessageGroupId: z.string().max(128).optional(),
  MessageDeduplicationId: z.string().max(128).optional(),
});

export function send(
  queues: Queues,
  queue: Queue,
  { input, caller }: { input: z.infer<typeof OneMessage>; caller: Caller },
) {
  const attributes = input.MessageAttributes ?? {};
  const { messageId, sequenceNumber } = queues.send(queue, {
    body: input.MessageBody,
    senderId: caller.principal?.functionName ?? 'operator',
    attributes,
    traceHeader: input.MessageSystemAttributes?.['AWSTraceHeader']?.StringValue,
    delaySeconds: input.DelaySeconds,
    groupId: input.MessageGroupId,
    deduplicationId: input.MessageDeduplicationId,
  });
  // Members that are undefined are left out of the JSON, as SQS leaves them out.
  return {
    MessageId: messageId,
    MD5OfMessageBody: md5(input.MessageBody),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
    SequenceNumber: sequenceNumber,
  };
}
