import type { DeliveryMessage } from '../domain/delivery.ts';
import type { Result } from '../domain/result.ts';

/** Sending stopped at the message at this place: all before it are queued. */
export interface DeliveriesNotQueued {
  readonly code: 'DELIVERIES_NOT_QUEUED';
  readonly at: number;
  /** What the queue called it. */
  readonly because: string;
}

export interface DeliveryOutbox {
  /**
   * Queues the messages; those of one department leave in the order given, also when some fail: none overtakes one
   * that failed. A message that is queued twice within five minutes leaves once.
   */
  queue(messages: readonly DeliveryMessage[]): Promise<Result<null, DeliveriesNotQueued>>;
}

export interface DeliveryRepeats {
  /**
   * Queues a message that has left before once more, behind what waits for its department. Asked for again within five
   * minutes it leaves once.
   */
  repeat(message: DeliveryMessage): Promise<Result<null, DeliveriesNotQueued>>;
}

/** A message that was received and is not done. */
export interface DeliveryDelays {
  /** Keeps the message back for that many seconds, and with it the rest of its department's. */
  postpone(receipt: string, seconds: number): Promise<void>;
}
