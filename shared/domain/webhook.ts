import * as z from 'zod';
import type { Case } from './case.ts';
import type { CaseEvent } from './case-events.ts';
import type { DeliveryMessage } from './delivery.ts';
import type { DepartmentCode } from './department.ts';

/**
 * Secret under which a department's webhooks are signed, in the form of Standard Webhooks: `whsec_` and base64.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export const WebhookSecret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/)
  .brand<'WebhookSecret'>();
export type WebhookSecret = z.infer<typeof WebhookSecret>;

/** 256 bits, the length of the signature's own hash; the standard asks for 24 to 64 bytes. */
export const WEBHOOK_SECRET_BYTES = 32;

export const webhookSecretFrom = (bytes: Uint8Array): WebhookSecret =>
  WebhookSecret.parse(`whsec_${btoa(String.fromCodePoint(...bytes))}`);

/** Names one delivery, the same at every try: receivers drop what they have seen. */
export const webhookIdOf = ({
  caseId,
  version,
  department,
}: Pick<DeliveryMessage, 'caseId' | 'version' | 'department'>): string =>
  `${caseId}.${version}.${department}`;

/**
 * After a rotation both secrets sign for a day, so that a department can change over in office hours. It ends, so
 * that a receiver that was never changed is noticed.
 */
const BOTH_SECRETS_SIGN_HOURS = 24;

export const previousStillSigns = (rotatedAt: Date, now: Date): boolean =>
  now.getTime() - rotatedAt.getTime() < BOTH_SECRETS_SIGN_HOURS * 3_600_000;

/** What a delivery is made from. */
export interface CaseNotice {
  readonly department: DepartmentCode;
  readonly event: CaseEvent;
  /** The case as it is now; null when the department no longer takes part in it. */
  readonly current: Case | null;
}
