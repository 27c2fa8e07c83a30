import type { DepartmentCode } from '../domain/department.ts';
import type { Result } from '../domain/result.ts';
import type { WebhookSecret } from '../domain/webhook.ts';
import type { TargetRefused } from '../domain/webhook-target.ts';

/** Each department's webhook secret. The one before the current one is kept, older ones are not. */
export interface WebhookSecrets {
  /** Undefined when the department never had one. */
  current(
    department: DepartmentCode,
  ): Promise<{ readonly secret: WebhookSecret; readonly since: Date } | undefined>;
  previous(department: DepartmentCode): Promise<WebhookSecret | undefined>;
  /** False, and nothing stored, when the department has one already. */
  create(department: DepartmentCode, secret: WebhookSecret): Promise<boolean>;
  /** Makes this the current one and the current one the previous. False when there was none. */
  rotate(department: DepartmentCode, secret: WebhookSecret): Promise<boolean>;
}

export interface WebhookTargets {
  /** Whether we would call this address now. A name may lead elsewhere later: sending checks again. */
  check(url: string): Promise<Result<null, TargetRefused>>;
}

export interface SignedMessage {
  readonly url: string;
  /** The same at every try. */
  readonly id: string;
  /** When this try is made; receivers refuse old ones. */
  readonly at: Date;
  readonly body: string;
  /** One signature each, in this order. */
  readonly secrets: readonly WebhookSecret[];
}

export interface WebhookFailed {
  readonly code: 'WEBHOOK_FAILED';
  readonly because: 'TIMED_OUT' | 'UNREACHABLE' | 'REDIRECTED' | 'STATUS';
  /** HTTP status, where one came. */
  readonly status: number | null;
  /** What the machine called it: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  readonly cause: string | null;
}

export interface WebhookSender {
  /**
   * One POST in the form of Standard Webhooks, on a connection to an address that was checked for this very call.
   * Delivered is any 2xx. 410 Gone is a failure like the others: switching a department's deliveries off is that
   * department's own decision, and a server behind a wrong proxy rule must not take it.
   */
  send(message: SignedMessage): Promise<Result<null, WebhookFailed | TargetRefused>>;
}
