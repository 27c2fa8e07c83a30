import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { DynamoDbDeliveryLog } from '../../shared/adapters/dynamodb/delivery-log.ts';
import { DynamoDbDeliverySettings } from '../../shared/adapters/dynamodb/delivery-settings.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { SecretsManagerWebhookSecrets } from '../../shared/adapters/secrets-manager/webhook-secrets.ts';
import { SqsDeliveryOutbox } from '../../shared/adapters/sqs/delivery-outbox.ts';
import { createQueueClient } from '../../shared/adapters/sqs/queue-client.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { systemRandom } from '../../shared/adapters/system/random.ts';
import { CheckedWebhookTargets } from '../../shared/adapters/webhook/webhook-targets.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { ConnectionEnv, readEnv } from '../../shared/platform/env.ts';
import { createListDeliveryAttempts } from '../../shared/usecases/list-delivery-attempts.ts';
import { createReadDelivery } from '../../shared/usecases/read-delivery.ts';
import { createResendDelivery } from '../../shared/usecases/resend-delivery.ts';
import { createRotateDeliverySecret } from '../../shared/usecases/rotate-delivery-secret.ts';
import { createSetDelivery } from '../../shared/usecases/set-delivery.ts';

export const connectionContainer = () => {
  const env = readEnv(ConnectionEnv);
  const jurisdictionId = JurisdictionId.parse(env.JURISDICTION_ID);
  const client = createDocumentClient();
  const staff = new DynamoDbStaffRegister(client, env.DIRECTORY_TABLE_NAME);
  const queue = { client: createQueueClient(), queueUrl: env.DELIVERIES_QUEUE_URL };
  const ports = {
    audit: new DynamoDbAuditLog(client, env.DIRECTORY_TABLE_NAME),
    settings: new DynamoDbDeliverySettings(client, env.DIRECTORY_TABLE_NAME),
    secrets: new SecretsManagerWebhookSecrets({ prefix: env.WEBHOOK_SECRET_PREFIX }),
    log: new DynamoDbDeliveryLog(client, env.DIRECTORY_TABLE_NAME),
    outbox: new SqsDeliveryOutbox(queue),
    targets: new CheckedWebhookTargets({ privateHosts: env.WEBHOOK_PRIVATE_HOSTS }),
    clock: systemClock,
    random: systemRandom,
  };
  return {
    jurisdictionId,
    findStaff: (subject: string) => staff.find(jurisdictionId, subject),
    readDelivery: createReadDelivery(ports),
    setDelivery: createSetDelivery(ports),
    rotateDeliverySecret: createRotateDeliverySecret(ports),
    listDeliveryAttempts: createListDeliveryAttempts(ports),
    resendDelivery: createResendDelivery(ports),
  };
};

export type ConnectionDeps = ReturnType<typeof connectionContainer>;
