import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryDelays } from '../../ports/deliveries.ts';
import type { SqsQueue } from './send-batch.ts';

/** A FIFO queue gives out nothing of a group while a message of it is hidden. */
export class SqsDeliveryDelays implements DeliveryDelays {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor({ client, queueUrl }: SqsQueue) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async postpone(receipt: string, seconds: number): Promise<void> {
    await this.#client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: this.#queueUrl,
        ReceiptHandle: receipt,
        VisibilityTimeout: seconds,
      }),
    );
  }
}
