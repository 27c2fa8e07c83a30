import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { aDelivery, movableClock } from '../../test/support/delivery-builder.ts';
import {
  InMemoryDeliveryQueue,
  type ReceivedDelivery,
} from '../../shared/adapters/memory/in-memory-delivery-queue.ts';
import type { DeliveryMessage } from '../../shared/domain/delivery.ts';
import { err, ok } from '../../shared/domain/result.ts';
import type { DeliverToDepartment } from '../../shared/usecases/deliver-to-department.ts';
import { deliverMessages } from './deliver-messages.ts';

const aRecord = (body: string, tries = 1, id = 'message-1'): SQSRecord => ({
  messageId: id,
  receiptHandle: `receipt of ${id}`,
  body,
  attributes: {
    ApproximateReceiveCount: String(tries),
    SentTimestamp: '0',
    SenderId: 'publish',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:ap-southeast-1:000000000000:deliveries.fifo',
  awsRegion: 'ap-southeast-1',
});
const asText = (differing: object = {}) => JSON.stringify(aDelivery({ ...differing }));
const unavailable = err({
  code: 'WEBHOOK_FAILED',
  because: 'STATUS',
  status: 503,
  cause: null,
} as const);

function setup(deliver: DeliverToDepartment) {
  const postponed: [string, number][] = [];
  const postpone = (receipt: string, seconds: number) => {
    postponed.push([receipt, seconds]);
    return Promise.resolve();
  };
  const handler = deliverMessages({ deliver, delays: { postpone }, maxTries: 20, chance: () => 0 });
  const failed = async (...records: readonly SQSRecord[]) => {
    const { batchItemFailures } = await handler({ Records: [...records] });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  };
  return { failed, postponed };
}

describe('a message to a department', () => {
  it('is done when the department was told', async () => {
    const { failed, postponed } = setup(() => Promise.resolve(ok('webhook')));
    expect(await failed(aRecord(asText()))).toEqual([]);
    expect(postponed).toEqual([]);
  });

  it.each([
    [1, 30],
    [2, 60],
    [5, 480],
    [19, 3_600],
  ])('that failed for the %ith time is tried again in %i seconds', async (tries, seconds) => {
    const { failed, postponed } = setup(() => Promise.resolve(unavailable));
    expect(await failed(aRecord(asText(), tries))).toEqual(['message-1']);
    expect(postponed).toEqual([['receipt of message-1', seconds]]);
  });

  it.each([
    [1, 30],
    [19, 3_600],
    // The queue gives it up.
    [20, null],
  ])('is written down at its %ith try with what follows: %s', async (tries, retryInSeconds) => {
    const attempts: unknown[] = [];
    const { failed } = setup((_message, attempt) => {
      attempts.push(attempt);
      return Promise.resolve(unavailable);
    });
    await failed(aRecord(asText(), tries));
    expect(attempts).toEqual([{ tries, retryInSeconds }]);
  });

  it('is tried again when something broke', async () => {
    const { failed, postponed } = setup(() => Promise.reject(new Error('no table')));
    expect(await failed(aRecord(asText()))).toEqual(['message-1']);
    expect(postponed).toEqual([['receipt of message-1', 30]]);
  });

  it('that cannot be read goes to the dead letters without delay', async () => {
    const { failed, postponed } = setup(() => Promise.reject(new Error('never asked')));
    expect(await failed(aRecord('{}', 4))).toEqual(['message-1']);
    expect(postponed).toEqual([['receipt of message-1', 0]]);
  });

  it('waits behind one of its batch that failed', async () => {
    const seen: number[] = [];
    const { failed, postponed } = setup(({ version }) => {
      seen.push(version);
      return Promise.resolve(version === 3 ? unavailable : ok('webhook'));
    });
    const records = [2, 3, 4].map((version) =>
      aRecord(asText({ version }), 1, `message-${version}`),
    );
    expect(await failed(...records)).toEqual(['message-3', 'message-4']);
    expect(seen).toEqual([2, 3]);
    expect(postponed).toEqual([['receipt of message-3', 30]]);
  });
});

describe('a department whose system is down', () => {
  function world() {
    const clock = movableClock();
    const queue = new InMemoryDeliveryQueue(clock);
    const told: string[] = [];
    let isDown = true;
    const deliver: DeliverToDepartment = ({ department, version }) => {
      if (isDown && department === 'SGTVT') return Promise.resolve(unavailable);
      told.push(`${department} ${version}`);
      return Promise.resolve(ok('webhook'));
    };
    const handler = deliverMessages({ deliver, delays: queue, maxTries: 20, chance: () => 0 });
    /** As Lambda does: one at a time, until nothing can be received. */
    const drain = async () => {
      for (let one = queue.receive(); one !== undefined; one = queue.receive()) {
        await give(one);
      }
    };
    const give = async ({ message, tries, receipt }: ReceivedDelivery) => {
      const record = { ...aRecord(JSON.stringify(message), tries), receiptHandle: receipt };
      const { batchItemFailures } = await handler({ Records: [record] });
      if (batchItemFailures.length === 0) queue.done(receipt);
    };
    const mend = () => {
      isDown = false;
    };
    const events = (...versions: readonly number[]): DeliveryMessage[] =>
      versions.flatMap((version) =>
        ['SGTVT', 'TDM'].map((department) => aDelivery({ version, department })),
      );
    return { clock, queue, told, drain, mend, events };
  }

  it('holds up its own messages and no other department’s', async () => {
    const { queue, told, drain, events } = world();
    await queue.queue(events(2, 3, 4));
    await drain();
    expect(told).toEqual(['TDM 2', 'TDM 3', 'TDM 4']);
  });

  it('is told of everything in order when it comes back', async () => {
    const { clock, queue, told, drain, mend, events } = world();
    await queue.queue(events(2, 3));
    await drain();
    clock.advance(29);
    mend();
    await drain();
    expect(told).toEqual(['TDM 2', 'TDM 3']);
    clock.advance(1);
    await queue.queue(events(4));
    await drain();
    const toldOnReturn = told.slice(2).filter((one) => one.startsWith('SGTVT'));
    expect(toldOnReturn).toEqual(['SGTVT 2', 'SGTVT 3', 'SGTVT 4']);
  });
});
