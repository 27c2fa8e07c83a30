import { describe, expect, it } from 'vitest';
import {
  aDelivery,
  anEvent,
  department,
  movableClock,
} from '../../test/support/delivery-builder.ts';
import { InMemoryDeliveryQueue } from '../adapters/memory/in-memory-delivery-queue.ts';
import { err } from '../domain/result.ts';
import type { DeliveryOutbox } from '../ports/deliveries.ts';
import { createPublishEvents } from './publish-event.ts';

const published = (version: number, ...codes: readonly string[]) => ({
  event: anEvent({ version }),
  participants: codes.map(department),
});

describe('publishing events', () => {
  it('queues each for every department concerned, in order', async () => {
    const outbox = new InMemoryDeliveryQueue(movableClock());
    const publishEvents = createPublishEvents({ outbox });
    const events = [published(1), published(2, 'SGTVT', 'TDM'), published(3, 'SGTVT')];
    expect(await publishEvents(events)).toEqual({ ok: true, value: { messages: 3 } });
    const received = [outbox.receive(), outbox.receive()];
    expect(received.map((one) => one?.message)).toEqual([
      aDelivery({ version: 2 }),
      aDelivery({ version: 2, department: 'TDM' }),
    ]);
    for (const one of received) outbox.done(one?.receipt ?? '');
    expect(outbox.receive()?.message).toEqual(aDelivery({ version: 3 }));
  });

  it.each([
    [0, 1],
    [1, 1],
    [2, 3],
  ])('names the event whose message %i was not queued: %i', async (at, eventAt) => {
    const outbox: DeliveryOutbox = {
      queue: () =>
        Promise.resolve(err({ code: 'DELIVERIES_NOT_QUEUED', at, because: 'Throttled' })),
    };
    const events = [published(1), published(2, 'SGTVT', 'TDM'), published(3), published(4, 'TDM')];
    expect(await createPublishEvents({ outbox })(events)).toEqual({
      ok: false,
      error: { code: 'NOT_PUBLISHED', at: eventAt, because: 'Throttled' },
    });
  });
});
