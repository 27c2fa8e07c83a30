import type { DeliveryMessage } from '../../domain/delivery.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type {
  DeliveriesNotQueued,
  DeliveryOutbox,
  DeliveryRepeats,
} from '../../ports/deliveries.ts';
import { BATCH_LIMIT, sendBatch, type SqsQueue } from './send-batch.ts';

interface Placed {
  readonly at: number;
  readonly message: DeliveryMessage;
}

/** deliveries.fifo: a message group is a department, so that one which cannot be reached holds up no other. */
export class SqsDeliveryOutbox implements DeliveryOutbox, DeliveryRepeats {
  readonly #queue: SqsQueue;

  constructor(queue: SqsQueue) {
    this.#queue = queue;
  }

  async queue(messages: readonly DeliveryMessage[]): Promise<Result<null, DeliveriesNotQueued>> {
    for (const batch of batchesOf(messages)) {
      const sent = await sendBatch(this.#queue, batch.map(entryOf));
      if (!sent.ok) return err({ code: 'DELIVERIES_NOT_QUEUED', ...sent.error });
    }
    return ok(null);
  }

  async repeat(message: DeliveryMessage): Promise<Result<null, DeliveriesNotQueued>> {
    const entry = entryOf({ at: 0, message });
    // A name of its own: the queue would drop what left less than five minutes ago.
    const repeated = { ...entry, MessageDeduplicationId: `${deduplicationId(message)}-again` };
    const sent = await sendBatch(this.#queue, [repeated]);
    return sent.ok ? ok(null) : err({ code: 'DELIVERIES_NOT_QUEUED', ...sent.error });
  }
}

const entryOf = ({ at, message }: Placed) => ({
  at,
  MessageBody: JSON.stringify(message),
  MessageGroupId: message.department,
  MessageDeduplicationId: deduplicationId(message),
});

const deduplicationId = ({ caseId, version, department }: DeliveryMessage): string =>
  `${caseId}-${version}-${department}`;

/**
 * SQS may take some entries of a batch and refuse others. With at most one message of a department in each batch, and
 * nothing sent after a refusal, none can overtake another of the same department.
 */
export function batchesOf(messages: readonly DeliveryMessage[]): Placed[][] {
  const batches: Placed[][] = [];
  let departments = new Set<string>();
  for (const [at, message] of messages.entries()) {
    const batch = batches.at(-1);
    const fits = departments.size < BATCH_LIMIT && !departments.has(message.department);
    if (batch !== undefined && fits) {
      batch.push({ at, message });
    } else {
      batches.push([{ at, message }]);
      departments = new Set();
    }
    departments.add(message.department);
  }
  return batches;
}
