import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, describe, expect, it } from 'vitest';
import {
  anEndpoint,
  cleanUps,
  clientAs,
  resourcesOf,
  standingClock,
} from '../../local/aws/test-host.ts';
import { InMemoryWebhookSecrets } from '../../shared/adapters/memory/in-memory-webhook-secrets.ts';
import { SecretsManagerWebhookSecrets } from '../../shared/adapters/secrets-manager/webhook-secrets.ts';
import { webhookSecretFrom } from '../../shared/domain/webhook.ts';
import type { WebhookSecrets } from '../../shared/ports/webhooks.ts';
import { department, movableClock } from '../support/delivery-builder.ts';

const SGTVT = department('SGTVT');
const TDM = department('TDM');
const START = '2020-03-05T02:00:00.000Z';
const secretOf = (byte: number) => webhookSecretFrom(new Uint8Array(32).fill(byte));
const first = secretOf(1);
const second = secretOf(2);
const third = secretOf(3);

interface SecretsUnderTest {
  readonly secrets: WebhookSecrets;
  readonly advance: (seconds: number) => void;
}

const cleanUp = cleanUps();
afterEach(cleanUp.run);

function webhookSecretsContract(name: string, open: () => Promise<SecretsUnderTest>): void {
  describe(`webhook secrets ${name}`, () => {
    it('has none to begin with', async () => {
      const { secrets } = await open();
      expect(await secrets.current(SGTVT)).toBeUndefined();
      expect(await secrets.previous(SGTVT)).toBeUndefined();
    });

    it('keeps a new one, with its date and none before it', async () => {
      const { secrets } = await open();
      expect(await secrets.create(SGTVT, first)).toBe(true);
      expect(await secrets.current(SGTVT)).toEqual({ secret: first, since: new Date(START) });
      expect(await secrets.previous(SGTVT)).toBeUndefined();
    });

    it('does not replace one that is there by a new one', async () => {
      const { secrets } = await open();
      await secrets.create(SGTVT, first);
      expect(await secrets.create(SGTVT, second)).toBe(false);
      expect(await secrets.current(SGTVT)).toMatchObject({ secret: first });
    });

    it('keeps the one before when it is rotated, and dates the new one', async () => {
      const { secrets, advance } = await open();
      await secrets.create(SGTVT, first);
      advance(3_600);
      expect(await secrets.rotate(SGTVT, second)).toBe(true);
      expect(await secrets.current(SGTVT)).toEqual({
        secret: second,
        since: new Date('2020-03-05T03:00:00.000Z'),
      });
      expect(await secrets.previous(SGTVT)).toBe(first);
    });

    it('forgets what is older', async () => {
      const { secrets } = await open();
      await secrets.create(SGTVT, first);
      await secrets.rotate(SGTVT, second);
      await secrets.rotate(SGTVT, third);
      expect(await secrets.current(SGTVT)).toMatchObject({ secret: third });
      expect(await secrets.previous(SGTVT)).toBe(second);
    });

    it('does not rotate what is not there', async () => {
      const { secrets } = await open();
      expect(await secrets.rotate(SGTVT, first)).toBe(false);
      expect(await secrets.current(SGTVT)).toBeUndefined();
    });

    it('keeps departments apart', async () => {
      const { secrets } = await open();
      await secrets.create(SGTVT, first);
      await secrets.create(TDM, second);
      await secrets.rotate(TDM, third);
      expect(await secrets.current(SGTVT)).toMatchObject({ secret: first });
      expect(await secrets.previous(SGTVT)).toBeUndefined();
      expect(await secrets.previous(TDM)).toBe(second);
    });
  });
}

webhookSecretsContract('in memory', () => {
  const clock = movableClock(START);
  return Promise.resolve({ secrets: new InMemoryWebhookSecrets(clock), advance: clock.advance });
});

webhookSecretsContract('in Secrets Manager', async () => {
  const clock = standingClock(Date.parse(START));
  const endpoint = await anEndpoint(cleanUp, { resources: resourcesOf({}), clock });
  const client = new SecretsManagerClient(clientAs('operator', endpoint));
  const secrets = new SecretsManagerWebhookSecrets({ prefix: '1022/local/webhooks/', client });
  return { secrets, advance: (seconds) => clock.advance(seconds * 1000) };
});
