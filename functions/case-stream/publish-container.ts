import { isEventRecord, readEventRecord } from '../../shared/adapters/dynamodb/event-records.ts';
import { SqsDeliveryOutbox } from '../../shared/adapters/sqs/delivery-outbox.ts';
import { SqsIntakeOutbox } from '../../shared/adapters/sqs/intake-outbox.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { loadIntake } from '../../shared/jurisdictions/bundled-intake.ts';
import { PublishEnv, readEnv } from '../../shared/platform/env.ts';
import { createPublishEvents } from '../../shared/usecases/publish-event.ts';

export const publishContainer = () => {
  const env = readEnv(PublishEnv);
  const client = createQueueClient();
  const publishEvents = createPublishEvents({
    outbox: new SqsDeliveryOutbox({ client, queueUrl: env.DELIVERIES_QUEUE_URL }),
    intakeQueue: new SqsIntakeOutbox({ client, queueUrl: env.INTAKE_QUEUE_URL }),
    intake: loadIntake(env.JURISDICTION_ID),
  });
  return { publishEvents, isEventRecord, readEventRecord };
};
