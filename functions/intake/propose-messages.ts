import type { SQSBatchItemFailure, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { intakeRetrySeconds, readIntakeMessage } from '../../shared/domain/intake.ts';
import { causeOf, log } from '../../shared/platform/logger.ts';
import type { DeliveryDelays } from '../../shared/ports/deliveries.ts';
import type { ProposeIntake } from '../../shared/usecases/propose-intake.ts';

export interface ProposeMessagesDeps {
  readonly proposeIntake: ProposeIntake;
  readonly delays: DeliveryDelays;
}

/** One message after the other; each that fails comes back by itself. */
export const proposeMessages =
  (deps: ProposeMessagesDeps) =>
  async ({ Records: records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: SQSBatchItemFailure[] = [];
    for (const record of records) {
      const retryInSeconds = await attempt(record, deps);
      if (retryInSeconds === undefined) continue;
      // Where this throws, the queue's own visibility time-out brings the messages back.
      await deps.delays.postpone(record.receiptHandle, retryInSeconds);
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
    return { batchItemFailures };
  };

/** Undefined when it is done, else the seconds until the next try. */
async function attempt(
  record: SQSRecord,
  { proposeIntake }: ProposeMessagesDeps,
): Promise<number | undefined> {
  const message = readIntakeMessage(record.body);
  if (message === undefined) {
    log('INTAKE_MESSAGE_INVALID', { messageId: record.messageId });
    return 0; // No time mends it.
  }
  const { jurisdictionId, caseId } = message;
  try {
    const { noOpinion, ...done } = await proposeIntake({ jurisdictionId, caseId });
    if (noOpinion !== null && noOpinion.because !== 'OFF') {
      log('SECOND_OPINION_MISSING', { caseId, because: noOpinion.because, error: noOpinion.error });
    }
    log('INTAKE_PROPOSED', { caseId, ...done });
    return undefined;
  } catch (thrown) {
    const tries = Number(record.attributes.ApproximateReceiveCount);
    const retryInSeconds = intakeRetrySeconds(tries);
    log('INTAKE_FAILED', { caseId, tries, retryInSeconds, ...causeOf(thrown) });
    return retryInSeconds;
  }
}
