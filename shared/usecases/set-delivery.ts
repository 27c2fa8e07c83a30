import type { Actor } from '../domain/actor.ts';
import { type DeliverySettings, INBOX_ONLY } from '../domain/delivery.ts';
import { ok, type Result } from '../domain/result.ts';
import { WEBHOOK_SECRET_BYTES, type WebhookSecret, webhookSecretFrom } from '../domain/webhook.ts';
import type { TargetRefused } from '../domain/webhook-target.ts';
import type { DeliverySettingsStore, DepartmentRef } from '../ports/delivery-settings.ts';
import type { Clock, Random } from '../ports/system.ts';
import type { WebhookSecrets, WebhookTargets } from '../ports/webhooks.ts';

export type DeliveryChoice =
  { readonly mode: 'inbox' } | { readonly mode: 'webhook'; readonly url: string };

export type SetDelivery = (
  input: DepartmentRef & { readonly by: Actor; readonly choice: DeliveryChoice },
) => Promise<
  Result<
    {
      readonly settings: DeliverySettings;
      /** Shown this once, when it was made; null when the department had one. */
      readonly secret: WebhookSecret | null;
    },
    TargetRefused
  >
>;

export interface SetDeliveryPorts {
  readonly settings: DeliverySettingsStore;
  readonly secrets: Pick<WebhookSecrets, 'create'>;
  readonly targets: WebhookTargets;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Chooses how a department is told. The secret is there before the first delivery needs it; whoever loses the answer
 * that shows it gets another by rotating.
 */
export const createSetDelivery =
  (ports: SetDeliveryPorts): SetDelivery =>
  async ({ jurisdictionId, department, by, choice }) => {
    const prepared = await prepare({ department, choice }, ports);
    if (!prepared.ok) return prepared;
    const at = ports.clock.now().toISOString();
    const ref = { jurisdictionId, department };
    const before = (await ports.settings.find(ref)) ?? INBOX_ONLY;
    const settings = { ...choice, updatedAt: at, updatedBy: by.id };
    const audit = { at, by, kind: 'delivery', of: department, before, after: settings } as const;
    await ports.settings.save(ref, settings, audit);
    return ok({ settings, secret: prepared.value });
  };

/** The new secret of a webhook that is the department's first. */
async function prepare(
  { department, choice }: Pick<DepartmentRef, 'department'> & { readonly choice: DeliveryChoice },
  { targets, secrets, random }: SetDeliveryPorts,
): Promise<Result<WebhookSecret | null, TargetRefused>> {
  if (choice.mode === 'inbox') return ok(null);
  const target = await targets.check(choice.url);
  if (!target.ok) return target;
  const secret = webhookSecretFrom(random.bytes(WEBHOOK_SECRET_BYTES));
  return ok((await secrets.create(department, secret)) ? secret : null);
}
