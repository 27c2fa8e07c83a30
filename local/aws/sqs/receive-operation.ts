import * as z from 'zod';
import { type Call, operation } from '../operation.ts';
import type { MessageRow } from './database.ts';
import { type MessageAttributes, md5, md5OfAttributes } from './md5.ts';
import { systemAttributes } from './message.ts';
import { findQueue, queueArn, queueNeed, type SqsParts } from './address.ts';
import type { Queue } from './queue.ts';
import type { Queues, ReceiveOptions } from './queues.ts';

const Names = z.array(z.string()).default([]);
const Input = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.int().min(0).max(20).optional(),
  MessageAttributeNames: Names,
  MessageSystemAttributeNames: Names,
  /** The older name of the one above. */
  AttributeNames: Names,
});
type Input = z.infer<typeof Input>;

export const receiveOperation = ({ queues }: SqsParts) =>
  operation({
    input: Input,
    needs: queueNeed('sqs:ReceiveMessage'),
    run: async (input, call) => {
      const queue = findQueue(queues, input.QueueUrl);
      const options = {
        max: input.MaxNumberOfMessages,
        visibilitySeconds: input.VisibilityTimeout,
      };
      const waitMs = (input.WaitTimeSeconds ?? queue.waitSeconds) * 1000;
      const rows = await receiveWithin(queues, queue, { options, waitMs, signal: call.signal });
      // SQS leaves the member out when it has nothing.
      return rows.length === 0 ? {} : { Messages: rows.map((row) => message(row, input, call)) };
    },
  });

interface Wait {
  readonly options: ReceiveOptions;
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

/** Long polling in real time: answers as soon as there is something. */
function receiveWithin(
  queues: Queues,
  queue: Queue,
  { options, waitMs, signal }: Wait,
): Promise<readonly MessageRow[]> {
  const found = queues.receive(queue, options);
  if (found.length > 0 || waitMs === 0) return Promise.resolve(found);
  return new Promise((resolve) => {
    const finish = (rows: readonly MessageRow[]) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      stopListening();
      resolve(rows);
    };
    const giveUp = () => finish([]);
    const look = () => {
      const rows = queues.receive(queue, options);
      if (rows.length > 0) finish(rows);
    };
    const timer = setTimeout(giveUp, waitMs);
    const stopListening = queues.onActivity((name) => {
      if (name === queue.name) look();
    });
    signal.addEventListener('abort', giveUp);
  });
}

function message(row: MessageRow, input: Input, { caller }: Call) {
  const system = systemAttributes(row, (name) => queueArn(name, caller));
  const attributes = JSON.parse(row.attributes) as MessageAttributes;
  const chosen = pick(attributes, input.MessageAttributeNames);
  return {
    MessageId: row.message_id,
    ReceiptHandle: row.receipt,
    MD5OfBody: md5(row.body),
    Body: row.body,
    ...given(
      'Attributes',
      pick(system, [...input.AttributeNames, ...input.MessageSystemAttributeNames]),
    ),
    ...given('MessageAttributes', chosen),
    ...given('MD5OfMessageAttributes', md5OfAttributes(chosen)),
  };
}

const given = (name: string, value: object | string | undefined) =>
  value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)
    ? {}
    : { [name]: value };

/** `All`, a name, or a prefix that ends in `.*`. */
const pick = <V>(all: Readonly<Record<string, V>>, names: readonly string[]) =>
  Object.fromEntries(
    Object.entries(all).filter(([name]) =>
      names.some(
        (asked) =>
          asked === 'All' ||
          asked === name ||
          (asked.endsWith('.*') && name.startsWith(asked.slice(0, -2))),
      ),
    ),
  );
