import { expect, it } from 'vitest';
import { aDelivery } from '../../test/support/delivery-builder.ts';
import {
  previousStillSigns,
  WEBHOOK_SECRET_BYTES,
  webhookIdOf,
  webhookSecretFrom,
} from './webhook.ts';

it('writes a secret as Standard Webhooks does', () => {
  const bytes = Uint8Array.from({ length: WEBHOOK_SECRET_BYTES }, (_, index) => index * 8);
  expect(webhookSecretFrom(bytes)).toBe(`whsec_${Buffer.from(bytes).toString('base64')}`);
});

it('refuses to make a secret that is too short', () => {
  expect(() => webhookSecretFrom(new Uint8Array(16))).toThrow();
});

it('names a delivery by case, version and department', () => {
  expect(webhookIdOf(aDelivery({ version: 7 }))).toBe(`${aDelivery().caseId}.7.SGTVT`);
});

it.each([
  ['at once', '2020-03-05T02:00:00.000Z', true],
  ['a second before a day has passed', '2020-03-06T01:59:59.000Z', true],
  ['after a day', '2020-03-06T02:00:00.000Z', false],
])('lets the secret before sign after a rotation: %s', (_when, now, signs) => {
  expect(previousStillSigns(new Date('2020-03-05T02:00:00.000Z'), new Date(now))).toBe(signs);
});
