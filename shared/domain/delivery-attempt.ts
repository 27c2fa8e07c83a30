import * as z from 'zod';
import { Case, CaseId, Instant } from './case.ts';
import { DeliveryMessage } from './delivery.ts';
import { WEBHOOK_URL_LIMIT } from './webhook-target.ts';

/** Names one attempt in the log of its department, in the order of time: `<milliseconds>-<case>-<version>-<try>`. */
export const AttemptId = z
  .string()
  .regex(/^\d{13}-[a-z2-7]{26}-\d{1,6}-\d{1,4}$/)
  .brand<'AttemptId'>();
export type AttemptId = z.infer<typeof AttemptId>;

/** Why a department was not told. */
export const DELIVERY_FAILURES = [
  'WEBHOOK_FAILED',
  'WEBHOOK_TARGET_REFUSED',
  'WEBHOOK_SECRET_MISSING',
  'EVENT_NOT_FOUND',
] as const;

/** One try at telling a department's own system of one event, and what it answered. No words of the case. */
export const DeliveryAttempt = z.strictObject({
  attemptId: AttemptId,
  at: Instant,
  caseId: CaseId,
  version: DeliveryMessage.shape.version,
  type: DeliveryMessage.shape.type,
  /** Null where the department no longer took part in the case. */
  trackingCode: Case.shape.trackingCode.nullable(),
  /** Where it was sent: the address may be another by now. */
  url: z.string().max(WEBHOOK_URL_LIMIT),
  /** From 1. Sending again by hand begins anew. */
  tries: z.int().min(1),
  tookMs: z.int().min(0),
  /** Null: it was taken. */
  failure: z
    .strictObject({
      code: z.enum(DELIVERY_FAILURES),
      /** `TIMED_OUT`, `STATUS`, `PRIVATE_ADDRESS` … */
      because: z.string().max(64).nullable(),
      /** HTTP status, where one came. */
      status: z.int().nullable(),
      /** What the machine called it: `ECONNREFUSED`. */
      cause: z.string().max(64).nullable(),
    })
    .nullable(),
  /** When it is tried next, at the earliest; null when it was taken or has been given up. */
  retryAt: Instant.nullable(),
});
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;
export type DeliveryFailure = NonNullable<DeliveryAttempt['failure']>;

export const attemptIdOf = (
  { caseId, version }: Pick<DeliveryMessage, 'caseId' | 'version'>,
  { at, tries }: { readonly at: Date; readonly tries: number },
): AttemptId => AttemptId.parse(`${at.getTime()}-${caseId}-${version}-${tries}`);
