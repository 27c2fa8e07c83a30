import { caseEventV1 } from '../../events/case-event-v1.ts';
import { DynamoDbCaseRepository } from '../../shared/adapters/dynamodb/case-repository.ts';
import { DynamoDbDeliveryLog } from '../../shared/adapters/dynamodb/delivery-log.ts';
import { DynamoDbDeliverySettings } from '../../shared/adapters/dynamodb/delivery-settings.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { SecretsManagerWebhookSecrets } from '../../shared/adapters/secrets-manager/webhook-secrets.ts';
import { SqsDeliveryDelays } from '../../shared/adapters/sqs/delivery-delays.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { systemRandom } from '../../shared/adapters/system/random.ts';
import { HttpsWebhookSender } from '../../shared/adapters/webhook/webhook-sender.ts';
import { CheckedWebhookTargets } from '../../shared/adapters/webhook/webhook-targets.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { DeliverEnv, readEnv } from '../../shared/platform/env.ts';
import { createDeliverToDepartment } from '../../shared/usecases/deliver-to-department.ts';

export const deliveriesContainer = () => {
  const env = readEnv(DeliverEnv);
  const { sla } = loadJurisdiction(env.JURISDICTION_ID).jurisdiction;
  const client = createDocumentClient();
  const targets = new CheckedWebhookTargets({ privateHosts: env.WEBHOOK_PRIVATE_HOSTS });
  return {
    deliver: createDeliverToDepartment({
      settings: new DynamoDbDeliverySettings(client, env.DIRECTORY_TABLE_NAME),
      cases: new DynamoDbCaseRepository(client, { tableName: env.CASES_TABLE_NAME, sla }),
      secrets: new SecretsManagerWebhookSecrets({ prefix: env.WEBHOOK_SECRET_PREFIX }),
      sender: new HttpsWebhookSender({ targets }),
      log: new DynamoDbDeliveryLog(client, env.DIRECTORY_TABLE_NAME),
      clock: systemClock,
      payload: caseEventV1,
    }),
    delays: new SqsDeliveryDelays({
      client: createQueueClient(),
      queueUrl: env.DELIVERIES_QUEUE_URL,
    }),
    maxTries: env.DELIVERY_TRIES,
    chance: () => (systemRandom.bytes(1)[0] ?? 0) / 256,
  };
};
