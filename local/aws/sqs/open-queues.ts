import { join } from 'node:path';
import type { HostClock } from '../../types.ts';
import { inTransaction, openQueueDatabase } from './database.ts';
import { deduplicationStore } from './deduplication.ts';
import { messageStore } from './message-store.ts';
import type { Queue } from './queue.ts';
import type { QueueParts, Queues } from './queues.ts';
import { receiver } from './receive.ts';
import { receipts } from './receipts.ts';
import { sender } from './send.ts';
import { wakeUps } from './wake-ups.ts';

export interface QueuesOptions {
  readonly definitions: ReadonlyMap<string, Queue>;
  readonly dir: string;
  readonly clock: HostClock;
}

/** Longest visibility time-out that SQS knows. */
const LONGEST_HIDING_MS = 12 * 3_600_000;
const SWEEP_MS = 60_000;

/** Opens the queues of the templates; their messages lie in `dir`. */
export function openQueues({ definitions, dir, clock }: QueuesOptions): Queues {
  const database = openQueueDatabase(join(dir, 'queues.sqlite'));
  const messages = messageStore(database);
  const nextVisibleAt = (name: string) => messages.nextVisibleAt(name, clock.now());
  const wakeUp = wakeUps({ clock, nextVisibleAt });
  const parts: QueueParts = {
    definitions,
    clock,
    messages,
    deduplication: deduplicationStore(database),
    transaction: (work) => inTransaction(database, work),
    announce: wakeUp.announce,
    watch: wakeUp.watch,
  };
  const stopUpkeep = keepUp(parts);
  return {
    definitions,
    ...sender(parts),
    ...receiver(parts),
    ...receipts(parts),
    counts: ({ name }) => messages.counts(name, clock.now()),
    onActivity: wakeUp.onActivity,
    close: () => {
      stopUpkeep();
      wakeUp.stop();
      database.close();
    },
  };
}

/** Follows a clock that is moved, and forgets what has expired. */
function keepUp({ clock, messages, deduplication, definitions, announce }: QueueParts) {
  const sweep = () => {
    messages.expire(Date.now());
    deduplication.forget(clock.now());
  };
  let offset = clock.now() - Date.now();
  const stopFollowing = clock.onMove(() => {
    const moved = clock.now() - Date.now() - offset;
    offset += moved;
    if (moved < 0) {
      messages.shift(moved, clock.now());
      deduplication.shift(moved);
    }
    for (const name of definitions.keys()) announce(name);
  });
  messages.clamp(clock.now() + LONGEST_HIDING_MS);
  sweep();
  const timer = setInterval(sweep, SWEEP_MS).unref();
  return () => {
    stopFollowing();
    clearInterval(timer);
  };
}
