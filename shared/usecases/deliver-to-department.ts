import { participants } from '../domain/case.ts';
import type { DeliveryMessage } from '../domain/delivery.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  type CaseNotice,
  previousStillSigns,
  webhookIdOf,
  type WebhookSecret,
} from '../domain/webhook.ts';
import type { TargetRefused } from '../domain/webhook-target.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { DeliverySettingsStore } from '../ports/delivery-settings.ts';
import type { Clock } from '../ports/system.ts';
import type { WebhookFailed, WebhookSecrets, WebhookSender } from '../ports/webhooks.ts';

/** Inbox: there is nothing to send, the case's own write put it there. */
export type Delivered = 'inbox' | 'webhook';

export type NotDelivered =
  | WebhookFailed
  | TargetRefused
  | { readonly code: 'EVENT_NOT_FOUND' }
  | { readonly code: 'WEBHOOK_SECRET_MISSING' };

export type DeliverToDepartment = (
  message: DeliveryMessage,
) => Promise<Result<Delivered, NotDelivered>>;

export interface DeliverToDepartmentPorts {
  readonly settings: Pick<DeliverySettingsStore, 'find'>;
  readonly cases: Pick<CaseRepository, 'find' | 'eventAt'>;
  readonly secrets: Pick<WebhookSecrets, 'current' | 'previous'>;
  readonly sender: WebhookSender;
  readonly clock: Clock;
  /** Describes it in the version of the published form that is sent (events/). */
  readonly payload: (notice: CaseNotice) => object;
}

/**
 * Tells one department of one event in the way it chose. At least once: a receiver recognises a repetition by the
 * message's id. Settings are read each time, so that a department which switches to the inbox is done with what waits.
 */
export const createDeliverToDepartment =
  (ports: DeliverToDepartmentPorts): DeliverToDepartment =>
  async (message) => {
    const settings = await ports.settings.find(message);
    if (settings?.mode !== 'webhook') return ok('inbox');
    const notice = await noticeOf(message, ports);
    if (notice === undefined) return err({ code: 'EVENT_NOT_FOUND' });
    const at = ports.clock.now();
    const secrets = await signingSecrets(message, at, ports);
    if (secrets.length === 0) return err({ code: 'WEBHOOK_SECRET_MISSING' });
    const sent = await ports.sender.send({
      url: settings.url,
      id: webhookIdOf(message),
      at,
      body: JSON.stringify(ports.payload(notice)),
      secrets,
    });
    return sent.ok ? ok('webhook') : sent;
  };

async function noticeOf(
  { jurisdictionId, caseId, version, department }: DeliveryMessage,
  { cases }: DeliverToDepartmentPorts,
): Promise<CaseNotice | undefined> {
  const [event, stored] = await Promise.all([
    cases.eventAt(jurisdictionId, caseId, version),
    cases.find(jurisdictionId, caseId),
  ]);
  if (event === undefined || stored === undefined) return undefined;
  const takesPart = participants(stored.case).includes(department);
  return { department, event, current: takesPart ? stored.case : null };
}

/** The current one, and for a while after a rotation the one before. */
async function signingSecrets(
  { department }: DeliveryMessage,
  now: Date,
  { secrets }: DeliverToDepartmentPorts,
): Promise<WebhookSecret[]> {
  const current = await secrets.current(department);
  if (current === undefined) return [];
  const previous = previousStillSigns(current.since, now)
    ? await secrets.previous(department)
    : undefined;
  return previous === undefined ? [current.secret] : [current.secret, previous];
}
