import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryMessage } from '../../domain/delivery.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { DeliveriesNotQueued, DeliveryOutbox } from '../../ports/deliveries.ts';

/** Most that SendMessageBatch takes. */
const BATCH_LIMIT = 10;

interface Placed {
  readonly at: number;
  readonly message: DeliveryMessage;
}

export interface DeliveryQueue {
  readonly client: SQSClient;
  readonly queueUrl: string;
}

/** deliveries.fifo: a message group is a department, so that one which cannot be reached holds up no other. */
export class SqsDeliveryOutbox implements DeliveryOutbox {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor({ client, queueUrl }: DeliveryQueue) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async queue(messages: readonly DeliveryMessage[]): Promise<Result<null, DeliveriesNotQueued>> {
    for (const batch of batchesOf(messages)) {
      const sent = await this.#send(batch);
      if (!sent.ok) return sent;
    }
    return ok(null);
  }

  async #send(batch: readonly Placed[]): Promise<Result<null, DeliveriesNotQueued>> {
    const command = new SendMessageBatchCommand({
      QueueUrl: this.#queueUrl,
      Entries: batch.map(({ at, message }) => ({
        Id: String(at),
        MessageBody: JSON.stringify(message),
        MessageGroupId: message.department,
        MessageDeduplicationId: deduplicationId(message),
      })),
    });
    try {
      const { Failed: failed = [] } = await this.#client.send(command);
      const [first] = failed.toSorted((a, b) => Number(a.Id) - Number(b.Id));
      return first === undefined ? ok(null) : notQueued(Number(first.Id), first.Code);
    } catch (thrown) {
      return notQueued(batch[0]?.at ?? 0, thrown instanceof Error ? thrown.name : typeof thrown);
    }
  }
}

const deduplicationId = ({ caseId, version, department }: DeliveryMessage): string =>
  `${caseId}-${version}-${department}`;

const notQueued = (at: number, because = 'UNKNOWN') =>
  err({ code: 'DELIVERIES_NOT_QUEUED', at, because } as const);

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
