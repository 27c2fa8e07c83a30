import { randomUUID } from 'node:crypto';
import type { MessageRow } from './database.ts';
import { receiptOf } from './message.ts';
import type { Queue } from './queue.ts';
import type { QueueParts, Queues, ReceiveOptions } from './queues.ts';

export function receiver(parts: QueueParts): Pick<Queues, 'receive' | 'release'> {
  return {
    receive: (queue, options) => {
      const { given, buried } = parts.transaction(() => {
        const dead = bury(parts, queue, options.max);
        return { given: give(parts, queue, options), buried: dead };
      });
      if (given.length > 0) parts.watch(queue.name);
      if (buried && queue.redrive !== null) parts.announce(queue.redrive.deadLetterQueue);
      return given;
    },
    release: (queue, held) => {
      parts.transaction(() => {
        for (const { id } of held) parts.messages.release(id);
      });
      parts.announce(queue.name);
    },
  };
}

function give({ messages, clock }: QueueParts, queue: Queue, options: ReceiveOptions) {
  const now = clock.now();
  const seconds = options.visibilitySeconds ?? queue.visibilityTimeoutSeconds;
  return messages.receivable(queue, now, options.max).flatMap((row) => {
    const given = messages.give({
      id: row.id,
      receipt: receiptOf(row.id, randomUUID()),
      visibleAt: now + seconds * 1000,
      held: options.held === true ? 1 : 0,
      now,
    });
    return given === undefined ? [] : [given];
  });
}

/**
 * Moves what has been received as often as the queue allows to the dead-letter queue, keeping group and body. Looks
 * again after each round, since a message that leaves may free the next of its group.
 */
function bury({ messages, clock, definitions }: QueueParts, queue: Queue, max: number): boolean {
  const { redrive } = queue;
  if (redrive === null) return false;
  const target = definitions.get(redrive.deadLetterQueue);
  if (target === undefined) throw new Error(`no queue is named ${redrive.deadLetterQueue}`);
  for (let buried = false; ; buried = true) {
    const dead = messages
      .receivable(queue, clock.now(), max)
      .filter((row) => row.receive_count >= redrive.maxReceiveCount);
    if (dead.length === 0) return buried;
    for (const row of dead) {
      messages.remove(row.id);
      messages.insert(deadLetter(row, target));
    }
  }
}

const deadLetter = (row: MessageRow, target: Queue) => ({
  queue: target.name,
  message_id: row.message_id,
  body: row.body,
  attributes: row.attributes,
  trace_header: row.trace_header,
  group_id: row.group_id,
  deduplication_id: row.deduplication_id,
  sender_id: row.sender_id,
  dead_letter_source: row.queue,
  sent_at: row.sent_at,
  visible_at: 0,
  expires_at: Date.now() + target.retentionSeconds * 1000,
});
