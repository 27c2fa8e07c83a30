import * as z from 'zod';
import { CaseId, Instant, JurisdictionId } from './case.ts';
import { type CaseEvent, EventBody } from './case-events.ts';
import { DepartmentCode } from './department.ts';
import type { LoggedAs } from './intake.ts';
import { WEBHOOK_URL_LIMIT } from './webhook-target.ts';

/** When and by whom it was last chosen; null where nobody ever did. */
const chosen = { updatedAt: Instant.nullable(), updatedBy: z.string().max(128).nullable() };

/** How a department learns of what happens to its cases. The inbox shows everything in either mode. */
export const DeliverySettings = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('inbox'), ...chosen }),
  z.strictObject({ mode: z.literal('webhook'), url: z.string().max(WEBHOOK_URL_LIMIT), ...chosen }),
]);
export type DeliverySettings = z.infer<typeof DeliverySettings>;

/** Until a department chooses. */
export const INBOX_ONLY: DeliverySettings = { mode: 'inbox', updatedAt: null, updatedBy: null };

/** One event on its way to one department. Ids only: what it says is read when it is delivered. */
export const DeliveryMessage = z.strictObject({
  jurisdictionId: JurisdictionId,
  caseId: CaseId,
  version: z.int().min(1),
  type: z.enum(EventBody.options.map(({ shape }) => shape.type.value)),
  department: DepartmentCode,
});
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

/** Undefined for a text that is no message of ours. */
export function readDeliveryMessage(text: string): DeliveryMessage | undefined {
  try {
    return DeliveryMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** An event with what those who hear of it need. */
export interface PublishedEvent {
  readonly event: Pick<CaseEvent, 'jurisdictionId' | 'caseId' | 'version'> & {
    readonly body: Pick<CaseEvent['body'], 'type'>;
  };
  /** The departments that took part in its case before it or after it. */
  readonly participants: readonly DepartmentCode[];
  /** Of the event that logged a case. */
  readonly logged?: LoggedAs | undefined;
}

/**
 * Who is told: every department concerned, also the one that acted, and of every event, so that a department's own
 * system sees the versions of a case without gaps while it takes part. A department that a change took off the case is
 * told of that change and of none after it.
 */
export const deliveriesOf = ({ event, participants }: PublishedEvent): DeliveryMessage[] =>
  [...new Set(participants)].map((department) => ({
    jurisdictionId: event.jurisdictionId,
    caseId: event.caseId,
    version: event.version,
    type: event.body.type,
    department,
  }));

const FIRST_DELAY_SECONDS = 30;
/**
 * A system that comes back is not kept waiting longer than this. With the queue's 20 tries the waits add up to more
 * than half a day, so that an outage overnight mends itself before anything is given up.
 */
const LONGEST_DELAY_SECONDS = 3_600;
/** Up to a quarter more, so that departments behind one gateway do not return in step. */
const JITTER_SHARE = 0.25;

/**
 * Seconds until the next try, doubling from 30 s to an hour.
 * @param tries how often it has been tried, from 1
 * @param chance at least 0, below 1
 */
export function retryDelaySeconds(tries: number, chance: number): number {
  const doubled = FIRST_DELAY_SECONDS * 2 ** (Math.max(tries, 1) - 1);
  const delay = Math.min(doubled, LONGEST_DELAY_SECONDS);
  return Math.round(delay * (1 + JITTER_SHARE * chance));
}
