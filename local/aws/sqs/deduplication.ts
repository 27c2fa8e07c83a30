import type { DatabaseSync } from 'node:sqlite';
import type { Queue } from './queue.ts';

/** A FIFO queue takes a deduplication id once in this time. */
const WINDOW_MS = 5 * 60_000;

export interface Remembered {
  readonly message_id: string;
  readonly sequence: number;
}

export interface DeduplicationKey {
  readonly queue: Queue;
  readonly groupId: string;
  readonly deduplicationId: string;
}

export type DeduplicationStore = ReturnType<typeof deduplicationStore>;

/** Remembers what FIFO queues have taken lately. */
export function deduplicationStore(database: DatabaseSync) {
  const find = database.prepare(`
    SELECT message_id, sequence FROM deduplication
    WHERE queue = :queue AND scope = :scope AND deduplication_id = :id AND sent_at > :from AND sent_at <= :now`);
  const keep = database.prepare(`
    INSERT OR REPLACE INTO deduplication (queue, scope, deduplication_id, message_id, sequence, sent_at)
    VALUES (:queue, :scope, :id, :messageId, :sequence, :now)`);
  const forget = database.prepare('DELETE FROM deduplication WHERE sent_at <= ?');
  const shift = database.prepare('UPDATE deduplication SET sent_at = sent_at + ?');
  const columns = ({ queue, groupId, deduplicationId }: DeduplicationKey) => ({
    queue: queue.name,
    scope: queue.deduplicatesByGroup ? groupId : '',
    id: deduplicationId,
  });
  return {
    find: (key: DeduplicationKey, now: number) =>
      find.get({ ...columns(key), from: now - WINDOW_MS, now }) as unknown as
        Remembered | undefined,
    keep: (key: DeduplicationKey, kept: { messageId: string; sequence: number; now: number }) =>
      keep.run({ ...columns(key), ...kept }),
    forget: (now: number) => forget.run(now - WINDOW_MS),
    /** Keeps the window's true length when the clock is moved back. */
    shift: (delta: number) => shift.run(delta),
  };
}
