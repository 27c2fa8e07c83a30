import { isEventRecord, readEventRecord } from '../../shared/adapters/dynamodb/event-records.ts';
import { SqsDeliveryOutbox } from '../../shared/adapters/sqs/delivery-outbox.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { PublishEnv, readEnv } from '../../shared/platform/env.ts';
import { createPublishEvents } from '../../shared/usecases/publish-event.ts';

export const publishContainer = () => {
  const { DELIVERIES_QUEUE_URL: queueUrl } = readEnv(PublishEnv);
  const outbox = new SqsDeliveryOutbox({ client: createQueueClient(), queueUrl });
  return { publishEvents: createPublishEvents({ outbox }), isEventRecord, readEventRecord };
};
