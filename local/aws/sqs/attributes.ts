import type { Caller } from '../caller.ts';
import { queueArn } from './address.ts';
import type { Queue } from './queue.ts';
import type { Queues } from './queues.ts';

export interface AttributesOf {
  readonly queue: Queue;
  readonly queues: Queues;
  readonly caller: Caller;
}

/** The asked attributes of a queue; `All` is every one. */
export function queueAttributes({ queue, queues, caller }: AttributesOf, names: readonly string[]) {
  const { visible, inFlight, delayed } = queues.counts(queue);
  const every: Readonly<Record<string, string | undefined>> = {
    QueueArn: queueArn(queue.name, caller),
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(inFlight),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
    DelaySeconds: String(queue.delaySeconds),
    MessageRetentionPeriod: String(queue.retentionSeconds),
    MaximumMessageSize: String(queue.maximumMessageBytes),
    ReceiveMessageWaitTimeSeconds: String(queue.waitSeconds),
    RedrivePolicy: redrivePolicy(queue, caller),
    FifoQueue: queue.fifo ? 'true' : undefined,
    ContentBasedDeduplication: queue.fifo ? String(queue.contentBasedDeduplication) : undefined,
  };
  const asked = Object.entries(every).filter(
    ([name, value]) => value !== undefined && (names.includes('All') || names.includes(name)),
  );
  return Object.fromEntries(asked);
}

const redrivePolicy = ({ redrive }: Queue, caller: Caller) =>
  redrive === null
    ? undefined
    : JSON.stringify({
        deadLetterTargetArn: queueArn(redrive.deadLetterQueue, caller),
        maxReceiveCount: redrive.maxReceiveCount,
      });
