import * as z from 'zod';
import { DeliverySettings } from '../domain/delivery.ts';
import { AttemptId, DeliveryAttempt } from '../domain/delivery-attempt.ts';
import { WEBHOOK_URL_LIMIT } from '../domain/webhook-target.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from './case.ts';

/** `url`: https, on a public address, port 443 or from 1024 on, without user name or password. */
export const PutDeliveryRequest = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('inbox') }),
  z.strictObject({ mode: z.literal('webhook'), url: z.string().min(1).max(WEBHOOK_URL_LIMIT) }),
]);

/** How the department is told, and who chose it when; null where nobody ever did. */
export const DeliveryBody = DeliverySettings;

export const PutDeliveryBody = z.strictObject({
  delivery: DeliveryBody,
  /** Signs the webhooks. Shown this once, when it was made; null when the department has one already. */
  secret: z.string().nullable(),
});

/** The new secret, shown this once. The old one signs beside it for 24 hours. */
export const RotatedSecretBody = z.strictObject({ secret: z.string() });

export const DeliveryAttemptsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
  /** `next` of the page before. */
  before: AttemptId.optional(),
  /** Only those that the department's system did not take; such a page may be short, or empty, and have a next one. */
  outcome: z.literal('failed').optional(),
});

export const DeliveryAttemptsBody = z.strictObject({
  /** Latest first, of the last 30 days. */
  attempts: z.array(DeliveryAttempt),
  next: AttemptId.nullable(),
});

export const AttemptParams = z.strictObject({ attemptId: AttemptId });
