import { deliveriesOf, type PublishedEvent } from '../domain/delivery.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { DeliveryOutbox } from '../ports/deliveries.ts';

/** Everything before the event at this place is queued; it and what follows must be published again. */
export interface NotPublished {
  readonly code: 'NOT_PUBLISHED';
  readonly at: number;
  readonly because: string;
}

/**
 * Queues every event for each department that it concerns, in order. To publish an event again is harmless: its
 * messages carry the same ids.
 */
export type PublishEvents = (
  events: readonly PublishedEvent[],
) => Promise<Result<{ readonly messages: number }, NotPublished>>;

export const createPublishEvents =
  ({ outbox }: { readonly outbox: DeliveryOutbox }): PublishEvents =>
  async (events) => {
    const placed = events.flatMap((event, at) =>
      deliveriesOf(event).map((message) => ({ at, message })),
    );
    const queued = await outbox.queue(placed.map(({ message }) => message));
    if (queued.ok) return ok({ messages: placed.length });
    const { at, because } = queued.error;
    return err({ code: 'NOT_PUBLISHED', at: placed[at]?.at ?? 0, because });
  };
