import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { department } from '../../../test/support/delivery-builder.ts';
import { webhookSecretFrom } from '../../domain/webhook.ts';
import { SecretsManagerWebhookSecrets } from './webhook-secrets.ts';

const SGTVT = department('SGTVT');
const secret = webhookSecretFrom(new Uint8Array(32).fill(1));
const refusal = (name: string) => Object.assign(new Error(name), { name });

function setup() {
  const manager = mockClient(SecretsManagerClient);
  const client = new SecretsManagerClient({ region: 'ap-southeast-1' });
  return { manager, secrets: new SecretsManagerWebhookSecrets({ prefix: 'p/', client }) };
}

// What Secrets Manager says for every other reason is an outage, not the news that there is no secret.
it.each(['AccessDeniedException', 'InvalidRequestException', 'InternalServiceError'])(
  'passes %s on',
  async (name) => {
    const { manager, secrets } = setup();
    manager.on(GetSecretValueCommand).rejects(refusal(name));
    manager.on(CreateSecretCommand).rejects(refusal(name));
    manager.on(PutSecretValueCommand).rejects(refusal(name));
    await expect(secrets.current(SGTVT)).rejects.toThrow(name);
    await expect(secrets.previous(SGTVT)).rejects.toThrow(name);
    await expect(secrets.create(SGTVT, secret)).rejects.toThrow(name);
    await expect(secrets.rotate(SGTVT, secret)).rejects.toThrow(name);
  },
);

it('refuses to sign with what is no secret of ours', async () => {
  const { manager, secrets } = setup();
  const CreatedDate = new Date(0);
  manager.on(GetSecretValueCommand).resolves({ SecretString: 'changed by hand', CreatedDate });
  await expect(secrets.current(SGTVT)).rejects.toThrow();
});
