import { err, ok, type Result } from '../domain/result.ts';
import { WEBHOOK_SECRET_BYTES, type WebhookSecret, webhookSecretFrom } from '../domain/webhook.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../ports/delivery-settings.ts';
import type { Random } from '../ports/system.ts';
import type { WebhookSecrets } from '../ports/webhooks.ts';

/** The answer shows the secret, and nothing shows it again. */
export type RotateDeliverySecret = (
  ref: DepartmentRef,
) => Promise<Result<WebhookSecret, { readonly code: 'DELIVERY_NOT_WEBHOOK' }>>;

export interface RotateDeliverySecretPorts {
  readonly settings: Pick<DeliverySettingsStore, 'find'>;
  readonly secrets: Pick<WebhookSecrets, 'create' | 'rotate'>;
  readonly random: Random;
}

/**
 * Gives the department a new secret. Deliveries carry a signature by the old one too for a day; a second rotation
 * within it ends the first one's.
 */
export const createRotateDeliverySecret =
  ({ settings, secrets, random }: RotateDeliverySecretPorts): RotateDeliverySecret =>
  async (ref) => {
    const chosen = await settings.find(ref);
    if (chosen?.mode !== 'webhook') return err({ code: 'DELIVERY_NOT_WEBHOOK' });
    const secret = webhookSecretFrom(random.bytes(WEBHOOK_SECRET_BYTES));
    // A secret that an operator deleted is made anew, so that rotating always ends in one that is known.
    if (!(await secrets.rotate(ref.department, secret))) {
      await secrets.create(ref.department, secret);
    }
    return ok(secret);
  };
