import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { aDelivery, movableClock } from '../../test/support/delivery-builder.ts';
import { isEventRecord, readEventRecord } from '../../shared/adapters/dynamodb/event-records.ts';
import { InMemoryDeliveryQueue } from '../../shared/adapters/memory/in-memory-delivery-queue.ts';
import { InMemoryIntakeQueue } from '../../shared/adapters/memory/in-memory-intake-queue.ts';
import type { DeliveryMessage } from '../../shared/domain/delivery.ts';
import { err } from '../../shared/domain/result.ts';
import { createPublishEvents } from '../../shared/usecases/publish-event.ts';
import { publishRecords } from './publish-records.ts';

const { jurisdictionId, caseId } = aDelivery();

/** A new event as the stream shows it; `differing` are attributes of the item. */
function aRecord(
  version: number,
  codes: readonly string[],
  differing: object = {},
): DynamoDBRecord {
  const sk = { S: `event#${String(version).padStart(6, '0')}` };
  const pk = { S: `${jurisdictionId}#case#${caseId}` };
  return {
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber: `00${version}`,
      Keys: { pk, sk },
      NewImage: {
        pk,
        sk,
        body: { M: { type: { S: 'CaseRouted' }, lead: { S: 'SGTVT' } } },
        // Lambda shows binary attributes as text.
        sealedText: { B: 'c2VhbGVk' },
        ...(codes.length > 0 && { participants: { L: codes.map((S) => ({ S })) } }),
        ...differing,
      },
    },
  };
}

function setup(refused: (message: DeliveryMessage) => boolean = () => false) {
  const queue = new InMemoryDeliveryQueue(movableClock());
  const outbox = {
    queue: async (messages: readonly DeliveryMessage[]) => {
      const at = messages.findIndex(refused);
      await queue.queue(at === -1 ? messages : messages.slice(0, at));
      if (at === -1) return { ok: true, value: null } as const;
      return err({ code: 'DELIVERIES_NOT_QUEUED', at, because: 'Throttled' } as const);
    },
  };
  const intakeQueue = new InMemoryIntakeQueue();
  const intake = { channels: ['zalo' as const] };
  const publishEvents = createPublishEvents({ outbox, intakeQueue, intake });
  const handler = publishRecords({ publishEvents, isEventRecord, readEventRecord });
  const failed = async (...records: readonly DynamoDBRecord[]) => {
    const { batchItemFailures } = await handler({ Records: [...records] });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  const queued = () => {
    const versions: number[] = [];
    for (let one = queue.receive(); one !== undefined; one = queue.receive()) {
      versions.push(one.message.version);
      queue.done(one.receipt);
    }
    return versions;
  };
  return { failed, queued, intakeQueue };
}

/** As an event's body stands in the stream: what is null is said so. */
const logged = {
  type: { S: 'CaseLogged' },
  channel: { S: 'zalo' },
  class: { NULL: true },
  serviceCode: { NULL: true },
};

describe('publishing a batch of the stream', () => {
  it('queues the events of departments and passes over the desk’s own', async () => {
    const { failed, queued } = setup();
    const records = [aRecord(1, []), aRecord(2, ['SGTVT']), aRecord(3, ['SGTVT'])];
    expect(await failed(...records)).toEqual([]);
    expect(queued()).toEqual([2, 3]);
  });

  it.each([
    ['a message that nobody drafted', {}, 1],
    ['a message with a service', { serviceCode: { S: 'noise' } }, 0],
    ['a message with a class', { class: { S: 'field_report' } }, 0],
    ['a message with a proposal', { proposed: { M: { model: { S: 'm' } } } }, 0],
    ['a call', { channel: { S: 'phone' } }, 0],
  ])('leaves %s to the machine: %o', async (_what, differing, count) => {
    const { failed, intakeQueue } = setup();
    const body = { M: { ...logged, ...differing } };
    expect(await failed(aRecord(1, [], { body }))).toEqual([]);
    expect(intakeQueue.queued).toEqual(
      Array.from({ length: count }, () => ({ jurisdictionId, caseId, version: 1 })),
    );
  });

  it('passes over what is no new event, with or without a filter before it', async () => {
    const { failed, queued } = setup();
    const head = aRecord(1, ['SGTVT'], {});
    const records: DynamoDBRecord[] = [
      { ...head, dynamodb: { ...head.dynamodb, Keys: { sk: { S: 'state#head' } } } },
      { ...head, eventName: 'MODIFY' },
      { eventName: 'REMOVE', dynamodb: { Keys: { sk: { S: 'attempts' } } } },
      {},
    ];
    expect(await failed(...records)).toEqual([]);
    expect(queued()).toEqual([]);
  });

  it('stops at the first event that was not queued and asks for it and the rest again', async () => {
    const { failed, queued } = setup(({ version }) => version === 3);
    const records = [2, 3, 4].map((version) => aRecord(version, ['SGTVT']));
    expect(await failed(...records)).toEqual(['003']);
    expect(queued()).toEqual([2]);
  });

  it('queues what was not queued, once, when it is given again', async () => {
    let isDown = true;
    const { failed, queued } = setup(({ version }) => isDown && version === 3);
    const records = [2, 3, 4].map((version) => aRecord(version, ['SGTVT']));
    await failed(...records);
    isDown = false;
    expect(await failed(...records)).toEqual([]);
    expect(queued()).toEqual([2, 3, 4]);
  });

  it.each([
    ['an unknown type', { body: { M: { type: { S: 'CaseLost' } } } }],
    ['no type', { body: { M: {} } }],
    ['a department that is none', { participants: { L: [{ S: 'not a code' }] } }],
    ['a key that is none', { pk: { S: 'somewhere' } }],
  ])('queues what comes before an item with %s and stops at it', async (_fault, differing) => {
    const { failed, queued } = setup();
    const records = [aRecord(2, ['SGTVT']), aRecord(3, ['SGTVT'], differing), aRecord(4, ['TDM'])];
    expect(await failed(...records)).toEqual(['003']);
    expect(queued()).toEqual([2]);
  });
});
