import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { readDeliveryMessage, retryDelaySeconds } from '../../shared/domain/delivery.ts';
import { causeOf, log } from '../../shared/platform/logger.ts';
import type { DeliveryDelays } from '../../shared/ports/deliveries.ts';
import type { DeliverToDepartment } from '../../shared/usecases/deliver-to-department.ts';

export interface DeliverMessagesDeps {
  readonly deliver: DeliverToDepartment;
  readonly delays: DeliveryDelays;
  /** After so many tries the queue gives a message up. */
  readonly maxTries: number;
  /** At least 0, below 1. */
  readonly chance: () => number;
}

/** Reports the first message that fails and all after it, so that none overtakes another of its department. */
export const deliverMessages =
  (deps: DeliverMessagesDeps) =>
  async ({ Records: records }: SQSEvent): Promise<SQSBatchResponse> => {
    let done = 0;
    for (const record of records) {
      const retryInSeconds = await attempt(record, deps);
      if (retryInSeconds !== undefined) {
        // Where this throws, the queue's own visibility time-out brings the messages back.
        await deps.delays.postpone(record.receiptHandle, retryInSeconds);
        break;
      }
      done += 1;
    }
    const failed = records.slice(done).map(({ messageId }) => ({ itemIdentifier: messageId }));
    return { batchItemFailures: failed };
  };

/** Undefined when it is done, else the seconds until the next try. */
async function attempt(record: SQSRecord, deps: DeliverMessagesDeps): Promise<number | undefined> {
  const message = readDeliveryMessage(record.body);
  if (message === undefined) {
    log('DELIVERY_MESSAGE_INVALID', { messageId: record.messageId });
    return 0; // No time mends it: on to the dead letters, out of its department's way.
  }
  const { caseId, version, department } = message;
  const tries = Number(record.attributes.ApproximateReceiveCount);
  const retryInSeconds = retryDelaySeconds(tries, deps.chance());
  const failed = { caseId, version, department, tries, retryInSeconds };
  try {
    const isLast = tries >= deps.maxTries;
    const attempt = { tries, retryInSeconds: isLast ? null : retryInSeconds };
    const outcome = await deps.deliver(message, attempt);
    if (!outcome.ok) {
      const { code: failure, ...why } = outcome.error;
      log('DELIVERY_FAILED', { ...failed, failure, ...why });
      return retryInSeconds;
    }
    log('DELIVERY_DONE', { caseId, version, department, by: outcome.value });
    return undefined;
  } catch (thrown) {
    log('DELIVERY_FAILED', { ...failed, failure: 'THROWN', ...causeOf(thrown) });
    return retryInSeconds;
  }
}
