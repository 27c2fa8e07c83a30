import type { HostClock } from '../../types.ts';
import type { MessageRow } from './database.ts';
import type { DeduplicationStore } from './deduplication.ts';
import type { MessageAttributes } from './md5.ts';
import type { MessageStore, QueueCounts } from './message-store.ts';
import type { Queue } from './queue.ts';

export interface NewMessage {
  readonly body: string;
  readonly senderId: string;
  readonly attributes?: MessageAttributes;
  readonly traceHeader?: string | undefined;
  readonly delaySeconds?: number | undefined;
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
}

export interface SentMessage {
  readonly messageId: string;
  /** FIFO only. */
  readonly sequenceNumber: string | undefined;
}

export interface ReceiveOptions {
  readonly max: number;
  readonly visibilitySeconds?: number | undefined;
  /** Hidden until `release` or `delete`, whatever the clock does: for a function of this host. */
  readonly held?: boolean;
}

/** The queues of the templates. Messages outlive the process; errors are AwsErrors with the codes of SQS. */
export interface Queues {
  readonly definitions: ReadonlyMap<string, Queue>;
  send(queue: Queue, message: NewMessage): SentMessage;
  /** Oldest first. A message received too often goes to the dead-letter queue instead. */
  receive(queue: Queue, options: ReceiveOptions): readonly MessageRow[];
  delete(queue: Queue, receipt: string): void;
  changeVisibility(queue: Queue, receipt: string, seconds: number): void;
  /** Ends a hold without deleting: from now on the visibility time-out counts. */
  release(queue: Queue, messages: readonly MessageRow[]): void;
  purge(queue: Queue): void;
  counts(queue: Queue): QueueCounts;
  /** Called with the queue's name whenever a message may have become receivable. */
  onActivity(listener: (queueName: string) => void): () => void;
  close(): void;
}

/** What the verbs share. */
export interface QueueParts {
  readonly definitions: ReadonlyMap<string, Queue>;
  readonly clock: HostClock;
  readonly messages: MessageStore;
  readonly deduplication: DeduplicationStore;
  transaction<T>(work: () => T): T;
  /** Tells listeners that a message of the queue may have become receivable, now and when its hidden ones show themselves. */
  readonly announce: (queueName: string) => void;
  /** Only the second half: a message was hidden. */
  readonly watch: (queueName: string) => void;
}
