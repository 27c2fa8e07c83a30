import type { Actor } from '../domain/actor.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { WEBHOOK_SECRET_BYTES, type WebhookSecret, webhookSecretFrom } from '../domain/webhook.ts';
import type { AuditNotes } from '../ports/audit-log.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../ports/delivery-settings.ts';
import type { Clock, Random } from '../ports/system.ts';
import type { WebhookSecrets } from '../ports/webhooks.ts';

/** The answer shows the secret, and nothing shows it again. */
export type RotateDeliverySecret = (
  input: DepartmentRef & { readonly by: Actor },
) => Promise<Result<WebhookSecret, { readonly code: 'DELIVERY_NOT_WEBHOOK' }>>;

export interface RotateDeliverySecretPorts {
  readonly settings: Pick<DeliverySettingsStore, 'find'>;
  readonly secrets: Pick<WebhookSecrets, 'create' | 'rotate'>;
  readonly audit: AuditNotes;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Gives the department a new secret. Deliveries carry a signature by the old one too for a day; a second rotation
 * within it ends the first one's.
 */
export const createRotateDeliverySecret =
  ({ settings, secrets, audit, clock, random }: RotateDeliverySecretPorts): RotateDeliverySecret =>
  async ({ by, jurisdictionId, department }) => {
    const chosen = await settings.find({ jurisdictionId, department });
    if (chosen?.mode !== 'webhook') return err({ code: 'DELIVERY_NOT_WEBHOOK' });
    const change = { before: chosen, after: { ...chosen, secret: 'rotated' } };
    const at = clock.now().toISOString();
    // Before the secret changes: no secret may change of which nothing is said.
    await audit.note(jurisdictionId, { at, by, kind: 'delivery', of: department, ...change });
    const secret = webhookSecretFrom(random.bytes(WEBHOOK_SECRET_BYTES));
    // A secret that an operator deleted is made anew, so that rotating always ends in one that is known.
    if (!(await secrets.rotate(department, secret))) {
      await secrets.create(department, secret);
    }
    return ok(secret);
  };
