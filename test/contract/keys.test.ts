import { KMSClient } from '@aws-sdk/client-kms';
import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, it } from 'vitest';
import {
  aFunction,
  anEndpoint,
  cleanUps,
  clientAs,
  getArn,
  resourcesOf,
} from '../../local/aws/test-host.ts';
import { KmsCaseKeys } from '../../shared/adapters/kms/case-keys.ts';
import { InMemoryCaseKeys } from '../../shared/adapters/memory/in-memory-case-keys.ts';
import { SecretFingerprints } from '../../shared/adapters/secrets-manager/fingerprints.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { caseKeysContract } from './case-keys-contract.ts';
import { fingerprintsContract } from './fingerprints-contract.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const withKey = resourcesOf({
  DataKey: { Type: 'AWS::KMS::Key' },
  ...aFunction('desk', {
    Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
    Resource: getArn('DataKey'),
  }),
});

caseKeysContract('in memory', () => Promise.resolve(new InMemoryCaseKeys()));
caseKeysContract('in KMS', async () => {
  const endpoint = await anEndpoint(cleanUp, { resources: withKey });
  const [key] = withKey.ofType('AWS::KMS::Key');
  return new KmsCaseKeys(key!.ref, new KMSClient(clientAs('desk', endpoint)));
});

async function secretsManager() {
  const endpoint = await anEndpoint(cleanUp, { resources: resourcesOf({}) });
  return new SecretsManagerClient(clientAs('operator', endpoint));
}

fingerprintsContract('from a text', (secret) => Promise.resolve(fingerprintsFrom(secret)));
fingerprintsContract('from Secrets Manager', async (SecretString) => {
  const client = await secretsManager();
  await client.send(new CreateSecretCommand({ Name: '1022/test/pepper', SecretString }));
  return new SecretFingerprints('1022/test/pepper', client);
});

describe('the secret of fingerprints', () => {
  it('is asked for again when it could not be read, and then no more', async () => {
    const client = await secretsManager();
    let reads = 0;
    client.middlewareStack.add(
      (next, { commandName }) =>
        (call) => {
          if (commandName === 'GetSecretValueCommand') reads += 1;
          return next(call);
        },
      { step: 'initialize' },
    );
    const fingerprints = new SecretFingerprints('1022/test/pepper', client);
    await expect(fingerprints.sign('cursor', 'x')).rejects.toThrow();
    const created = { Name: '1022/test/pepper', SecretString: 'p'.repeat(40) };
    await client.send(new CreateSecretCommand(created));
    await fingerprints.sign('cursor', 'x');
    await fingerprints.sign('cursor', 'y');
    expect(reads).toBe(2);
  });

  it('is refused when it is short enough to be guessed', async () => {
    const client = await secretsManager();
    const created = { Name: '1022/test/pepper', SecretString: 'pepper' };
    await client.send(new CreateSecretCommand(created));
    const fingerprints = new SecretFingerprints('1022/test/pepper', client);
    await expect(fingerprints.sign('cursor', 'x')).rejects.toThrow('at least 32 characters');
  });
});
