import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { DynamoDbDeliverySettings } from '../../shared/adapters/dynamodb/delivery-settings.ts';
import { SecretsManagerWebhookSecrets } from '../../shared/adapters/secrets-manager/webhook-secrets.ts';
import { CheckedWebhookTargets } from '../../shared/adapters/webhook/webhook-targets.ts';
import { DepartmentEnv, readEnv } from '../../shared/platform/env.ts';
import { createReadDelivery } from '../../shared/usecases/read-delivery.ts';
import { createRotateDeliverySecret } from '../../shared/usecases/rotate-delivery-secret.ts';
import { createSetDelivery } from '../../shared/usecases/set-delivery.ts';
import { createListReminders } from '../../shared/usecases/list-reminders.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createCountInbox } from '../../shared/usecases/count-inbox.ts';
import { createListInbox } from '../../shared/usecases/list-inbox.ts';
import { caseUseCases, documentClient, routingPorts, staffFinder } from '../container.ts';

export const departmentContainer = () => {
  const env = readEnv(DepartmentEnv);
  const ports = routingPorts(env);
  const delivery = {
    ...ports,
    audit: new DynamoDbAuditLog(documentClient, env.DIRECTORY_TABLE_NAME),
    settings: new DynamoDbDeliverySettings(documentClient, env.DIRECTORY_TABLE_NAME),
    secrets: new SecretsManagerWebhookSecrets({ prefix: env.WEBHOOK_SECRET_PREFIX }),
    targets: new CheckedWebhookTargets({ privateHosts: env.WEBHOOK_PRIVATE_HOSTS }),
  };
  return {
    ...caseUseCases(ports),
    readDelivery: createReadDelivery(delivery),
    setDelivery: createSetDelivery(delivery),
    rotateDeliverySecret: createRotateDeliverySecret(delivery),
    jurisdictionId: ports.jurisdictionId,
    findStaff: staffFinder(env),
    listInbox: byJurisdictionNow(ports, createListInbox),
    countInbox: createCountInbox(ports),
    listReminders: createListReminders(ports),
  };
};

export type DepartmentDeps = ReturnType<typeof departmentContainer>;
