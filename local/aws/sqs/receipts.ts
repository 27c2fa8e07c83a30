import { AwsError } from '../error.ts';
import type { MessageRow } from './database.ts';
import { idOfReceipt } from './message.ts';
import type { Queue } from './queue.ts';
import type { QueueParts, Queues } from './queues.ts';

/** The verbs on a message in flight, which is named by the receipt of its latest delivery. */
export function receipts(parts: QueueParts): Pick<Queues, 'delete' | 'changeVisibility' | 'purge'> {
  const { messages, clock, announce } = parts;
  return {
    delete: (queue, receipt) => {
      const row = find(parts, queue, receipt);
      // As on AWS, deleting twice or with the receipt of an earlier delivery succeeds and changes nothing.
      if (row?.receipt !== receipt) return;
      if (queue.fifo && !isInFlight(row, clock.now()))
        throw invalidReceipt(receipt, 'The receipt handle has expired');
      messages.remove(row.id);
      announce(queue.name);
    },
    changeVisibility: (queue, receipt, seconds) => {
      const row = find(parts, queue, receipt);
      if (row?.receipt !== receipt)
        throw invalidReceipt(
          receipt,
          'Message does not exist or is not available for visibility timeout change',
        );
      if (!isInFlight(row, clock.now()))
        throw new AwsError(
          'com.amazonaws.sqs#MessageNotInflight',
          'The specified message is not in flight.',
          { queryCode: 'AWS.SimpleQueueService.MessageNotInflight' },
        );
      messages.setVisible(row.id, clock.now() + seconds * 1000);
      announce(queue.name);
    },
    purge: (queue) => {
      messages.purge(queue.name);
      announce(queue.name);
    },
  };
}

function find({ messages }: QueueParts, queue: Queue, receipt: string): MessageRow | undefined {
  const id = idOfReceipt(receipt);
  if (id === undefined)
    throw new AwsError(
      'com.amazonaws.sqs#ReceiptHandleIsInvalid',
      `The input receipt handle "${receipt}" is not a valid receipt handle.`,
      { queryCode: 'ReceiptHandleIsInvalid' },
    );
  const row = messages.byId(id);
  return row?.queue === queue.name ? row : undefined;
}

const isInFlight = ({ held, visible_at }: MessageRow, now: number) =>
  held === 1 || visible_at > now;

const invalidReceipt = (receipt: string, reason: string) =>
  new AwsError(
    'com.amazonaws.sqs#InvalidParameterValue',
    `Value ${receipt} for parameter ReceiptHandle is invalid. Reason: ${reason}.`,
    { queryCode: 'InvalidParameterValue' },
  );
