import { participants } from '../domain/case.ts';
import type { DeliveryMessage } from '../domain/delivery.ts';
import { attemptIdOf, type DeliveryFailure } from '../domain/delivery-attempt.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  type CaseNotice,
  previousStillSigns,
  webhookIdOf,
  type WebhookSecret,
} from '../domain/webhook.ts';
import type { TargetRefused } from '../domain/webhook-target.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { DeliveryLog } from '../ports/delivery-log.ts';
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

/** How often it has been tried, this time included, and what follows where it fails: null when it is given up. */
export interface DeliveryTry {
  readonly tries: number;
  readonly retryInSeconds: number | null;
}

export type DeliverToDepartment = (
  message: DeliveryMessage,
  attempt: DeliveryTry,
) => Promise<Result<Delivered, NotDelivered>>;

export interface DeliverToDepartmentPorts {
  readonly settings: Pick<DeliverySettingsStore, 'find'>;
  readonly cases: Pick<CaseRepository, 'find' | 'eventAt'>;
  readonly secrets: Pick<WebhookSecrets, 'current' | 'previous'>;
  readonly sender: WebhookSender;
  readonly log: Pick<DeliveryLog, 'add'>;
  readonly clock: Clock;
  /** Describes it in the version of the published form that is sent (events/). */
  readonly payload: (notice: CaseNotice) => object;
}

/**
 * Tells one department of one event in the way it chose, and writes down what came of it. At least once: a receiver
 * recognises a repetition by the message's id. Settings are read each time, so that a department which switches to the
 * inbox is done with what waits.
 */
export const createDeliverToDepartment =
  (ports: DeliverToDepartmentPorts): DeliverToDepartment =>
  async (message, { tries, retryInSeconds }) => {
    const settings = await ports.settings.find(message);
    if (settings?.mode !== 'webhook') return ok('inbox');
    const { url } = settings;
    const at = ports.clock.now();
    const notice = await noticeOf(message, ports);
    const sent = await send({ message, notice, url, at }, ports);
    const endedAt = ports.clock.now();
    await ports.log.add(message, {
      caseId: message.caseId,
      version: message.version,
      type: message.type,
      attemptId: attemptIdOf(message, { at, tries }),
      at: at.toISOString(),
      trackingCode: notice?.current?.trackingCode ?? null,
      url,
      tries,
      tookMs: Math.max(0, endedAt.getTime() - at.getTime()),
      failure: sent.ok ? null : failureOf(sent.error),
      retryAt: sent.ok ? null : secondsAfter(endedAt, retryInSeconds),
    });
    return sent;
  };

const secondsAfter = (instant: Date, seconds: number | null): string | null =>
  seconds === null ? null : new Date(instant.getTime() + seconds * 1_000).toISOString();

interface Sending {
  readonly message: DeliveryMessage;
  readonly notice: CaseNotice | undefined;
  readonly url: string;
  readonly at: Date;
}

async function send(
  { message, notice, url, at }: Sending,
  ports: DeliverToDepartmentPorts,
): Promise<Result<'webhook', NotDelivered>> {
  if (notice === undefined) return err({ code: 'EVENT_NOT_FOUND' });
  const secrets = await signingSecrets(message, at, ports);
  if (secrets.length === 0) return err({ code: 'WEBHOOK_SECRET_MISSING' });
  const id = webhookIdOf(message);
  const body = JSON.stringify(ports.payload(notice));
  const sent = await ports.sender.send({ url, id, at, body, secrets });
  return sent.ok ? ok('webhook') : sent;
}

function failureOf(error: NotDelivered): DeliveryFailure {
  const nothingMore = { because: null, status: null, cause: null };
  if (error.code === 'WEBHOOK_FAILED') return { ...error };
  if (error.code === 'WEBHOOK_TARGET_REFUSED')
    return { ...nothingMore, code: error.code, because: error.reason };
  return { ...nothingMore, code: error.code };
}

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
