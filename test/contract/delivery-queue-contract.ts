import { describe, expect, it } from 'vitest';
import type { DeliveryMessage } from '../../shared/domain/delivery.ts';
import type {
  DeliveryDelays,
  DeliveryOutbox,
  DeliveryRepeats,
} from '../../shared/ports/deliveries.ts';
import { aDelivery } from '../support/delivery-builder.ts';

export interface Received {
  readonly message: DeliveryMessage;
  readonly receipt: string;
  readonly tries: number;
}

/** A queue with what a consumer of it does, on a clock that the test moves. */
export interface QueueUnderTest extends DeliveryOutbox, DeliveryRepeats, DeliveryDelays {
  receive(): Promise<Received | undefined>;
  done(receipt: string): Promise<void>;
  advance(seconds: number): void;
}

const to = (department: string, version: number) => aDelivery({ department, version });

/** What every delivery queue promises. */
export function deliveryQueueContract(name: string, open: () => Promise<QueueUnderTest>): void {
  describe(`a delivery queue ${name}`, () => {
    /** Receives and finishes everything there is. */
    const drain = async (queue: QueueUnderTest): Promise<string[]> => {
      const received: string[] = [];
      for (let one = await queue.receive(); one !== undefined; one = await queue.receive()) {
        received.push(`${one.message.department} ${one.message.version}`);
        await queue.done(one.receipt);
      }
      return received;
    };
    const of = (department: string, received: readonly string[]) =>
      received.filter((one) => one.startsWith(`${department} `));

    it('gives back what was queued', async () => {
      const queue = await open();
      expect(await queue.queue([to('SGTVT', 2)])).toEqual({ ok: true, value: null });
      expect(await queue.receive()).toMatchObject({ message: to('SGTVT', 2), tries: 1 });
    });

    it('keeps the order of each department', async () => {
      const queue = await open();
      const codes = ['SGTVT', 'TDM', 'STNMT'];
      const messages = Array.from({ length: 36 }, (_, index) =>
        to(codes[index % codes.length] ?? '', index + 1),
      );
      await queue.queue(messages);
      const received = await drain(queue);
      expect(received).toHaveLength(36);
      for (const code of codes) {
        const versions = of(code, received).map((one) => Number(one.split(' ')[1]));
        expect(versions).toEqual(versions.toSorted((a, b) => a - b));
      }
    });

    it('takes nothing when there is nothing to queue', async () => {
      const queue = await open();
      expect(await queue.queue([])).toEqual({ ok: true, value: null });
      expect(await queue.receive()).toBeUndefined();
    });

    it('lets a message that was queued twice leave once', async () => {
      const queue = await open();
      await queue.queue([to('SGTVT', 2)]);
      await queue.queue([to('SGTVT', 2), to('SGTVT', 3)]);
      expect(await drain(queue)).toEqual(['SGTVT 2', 'SGTVT 3']);
      queue.advance(240);
      await queue.queue([to('SGTVT', 3)]);
      expect(await drain(queue)).toEqual([]);
    });

    it('sends once more what left a moment ago, and once only', async () => {
      const queue = await open();
      await queue.queue([to('SGTVT', 2), to('SGTVT', 3)]);
      expect(await queue.repeat(to('SGTVT', 2))).toEqual({ ok: true, value: null });
      await queue.repeat(to('SGTVT', 2));
      expect(await drain(queue)).toEqual(['SGTVT 2', 'SGTVT 3', 'SGTVT 2']);
      queue.advance(301);
      await queue.repeat(to('SGTVT', 2));
      expect(await drain(queue)).toEqual(['SGTVT 2']);
    });

    it('tells the same event to two departments', async () => {
      const queue = await open();
      await queue.queue([to('SGTVT', 2), to('TDM', 2)]);
      expect((await drain(queue)).toSorted()).toEqual(['SGTVT 2', 'TDM 2']);
    });

    it('gives nothing of a department while a message of it is out', async () => {
      const queue = await open();
      await queue.queue([to('SGTVT', 2), to('SGTVT', 3), to('TDM', 2)]);
      const first = await queue.receive();
      const second = await queue.receive();
      expect([first, second].map((one) => one?.message)).toEqual([to('SGTVT', 2), to('TDM', 2)]);
      expect(await queue.receive()).toBeUndefined();
      await queue.done(first?.receipt ?? '');
      expect((await queue.receive())?.message).toEqual(to('SGTVT', 3));
    });

    it('keeps a postponed message back with the rest of its department, and no other', async () => {
      const queue = await open();
      await queue.queue([to('SGTVT', 2), to('SGTVT', 3), to('TDM', 2)]);
      const first = await queue.receive();
      await queue.postpone(first?.receipt ?? '', 900);
      expect(await drain(queue)).toEqual(['TDM 2']);
      queue.advance(899);
      expect(await queue.receive()).toBeUndefined();
      queue.advance(1);
      const again = await queue.receive();
      expect(again).toMatchObject({ message: to('SGTVT', 2), tries: 2 });
      await queue.done(again?.receipt ?? '');
      expect(await drain(queue)).toEqual(['SGTVT 3']);
    });

    it('does not postpone a message that it does not know', async () => {
      const queue = await open();
      await expect(queue.postpone('no receipt', 30)).rejects.toThrow();
    });
  });
}
