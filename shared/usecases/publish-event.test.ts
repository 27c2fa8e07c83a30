import { describe, expect, it } from 'vitest';
import {
  aDelivery,
  anEvent,
  department,
  movableClock,
} from '../../test/support/delivery-builder.ts';
import { InMemoryDeliveryQueue } from '../adapters/memory/in-memory-delivery-queue.ts';
import { InMemoryIntakeQueue } from '../adapters/memory/in-memory-intake-queue.ts';
import type { IntakeMessage, LoggedAs } from '../domain/intake.ts';
import type { IntakeRules } from '../domain/intake-file.ts';
import { err } from '../domain/result.ts';
import type { DeliveryOutbox } from '../ports/deliveries.ts';
import { createPublishEvents } from './publish-event.ts';

const intake = { channels: ['zalo' as const] };
const noIntake = { intakeQueue: new InMemoryIntakeQueue(), intake };

const published = (version: number, ...codes: readonly string[]) => ({
  event: anEvent({ version }),
  participants: codes.map(department),
});

describe('publishing events', () => {
  it('queues each for every department concerned, in order', async () => {
    const outbox = new InMemoryDeliveryQueue(movableClock());
    const publishEvents = createPublishEvents({ outbox, ...noIntake });
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
    expect(await createPublishEvents({ outbox, ...noIntake })(events)).toEqual({
      ok: false,
      error: { code: 'NOT_PUBLISHED', at: eventAt, because: 'Throttled' },
    });
  });

  it('leaves new messages to the machine, on the channels that the jurisdiction names', async () => {
    const { intakeQueue, publish } = withIntake();
    const events = [
      aMessage(1, { channel: 'zalo', isDrafted: false }),
      aMessage(2, { channel: 'sms', isDrafted: false }),
      aMessage(3, { channel: 'zalo', isDrafted: true }),
      published(4, 'TDM'),
    ];
    expect(await publish(events)).toEqual({ ok: true, value: { messages: 2 } });
    expect(intakeQueue.queued.map(({ version }) => version)).toEqual([1]);
  });

  it('leaves none to it where the jurisdiction names no channel', async () => {
    const { intakeQueue, publish } = withIntake({ channels: [] });
    await publish([aMessage(1, { channel: 'zalo', isDrafted: false })]);
    expect(intakeQueue.queued).toEqual([]);
  });

  it('tells departments first, and names the message that was not queued', async () => {
    const { outbox, publish } = withIntake(intake, ({ version }) => version === 2);
    const events = [published(1, 'TDM'), aMessage(2, { channel: 'zalo', isDrafted: false })];
    expect(await publish([...events, published(3, 'SGTVT')])).toEqual({
      ok: false,
      error: { code: 'NOT_PUBLISHED', at: 1, because: 'Throttled' },
    });
    expect([outbox.receive()?.message.version, outbox.receive()?.message.version]).toEqual([1, 3]);
  });
});

const aMessage = (version: number, logged: LoggedAs) => ({ ...published(version), logged });

function withIntake(
  rules: Pick<IntakeRules, 'channels'> = intake,
  isRefused?: (message: IntakeMessage) => boolean,
) {
  const outbox = new InMemoryDeliveryQueue(movableClock());
  const intakeQueue = new InMemoryIntakeQueue(isRefused);
  return {
    outbox,
    intakeQueue,
    publish: createPublishEvents({ outbox, intakeQueue, intake: rules }),
  };
}
