import { deliveriesOf, type PublishedEvent } from '../domain/delivery.ts';
import { type IntakeMessage, isForIntake } from '../domain/intake.ts';
import type { IntakeRules } from '../domain/intake-file.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { DeliveryOutbox } from '../ports/deliveries.ts';
import type { IntakeQueue } from '../ports/intake-queue.ts';

/** Everything before the event at this place is queued; it and what follows must be published again. */
export interface NotPublished {
  readonly code: 'NOT_PUBLISHED';
  readonly at: number;
  readonly because: string;
}

/**
 * Queues every event for each department that it concerns, in order, and the messages that the machine is to look at. To publish
 * an event again is harmless: its messages carry the same ids.
 */
export type PublishEvents = (
  events: readonly PublishedEvent[],
) => Promise<Result<{ readonly messages: number }, NotPublished>>;

export interface PublishEventsPorts {
  readonly outbox: DeliveryOutbox;
  readonly intakeQueue: IntakeQueue;
  readonly intake: Pick<IntakeRules, 'channels'>;
}

export const createPublishEvents =
  ({ outbox, intakeQueue, intake }: PublishEventsPorts): PublishEvents =>
  async (events) => {
    // Departments first: none of them is to wait for what the machine thinks of other cases.
    const deliveries = placed(events, deliveriesOf);
    const delivered = await outbox.queue(deliveries.map(({ message }) => message));
    if (!delivered.ok) return notPublished(deliveries, delivered.error);
    const messages = placed(events, (event) => intakeOf(event, intake));
    const queued = await intakeQueue.queue(messages.map(({ message }) => message));
    if (!queued.ok) return notPublished(messages, queued.error);
    return ok({ messages: deliveries.length + messages.length });
  };

/** A case that was logged and is left to the machine, as the jurisdiction allows. */
const intakeOf = (
  { event: { jurisdictionId, caseId, version }, logged }: PublishedEvent,
  intake: Pick<IntakeRules, 'channels'>,
): IntakeMessage[] =>
  logged !== undefined && isForIntake(logged, intake) ? [{ jurisdictionId, caseId, version }] : [];

interface Placed<M> {
  /** Place of its event. */
  readonly at: number;
  readonly message: M;
}

const placed = <M>(
  events: readonly PublishedEvent[],
  messagesOf: (event: PublishedEvent) => readonly M[],
): Placed<M>[] =>
  events.flatMap((event, at) => messagesOf(event).map((message) => ({ at, message })));

const notPublished = (
  messages: readonly Placed<unknown>[],
  { at, because }: Pick<NotPublished, 'at' | 'because'>,
) => err({ code: 'NOT_PUBLISHED', at: messages[at]?.at ?? 0, because } as const);
