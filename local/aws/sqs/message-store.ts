import type { DatabaseSync } from 'node:sqlite';
import type { MessageRow } from './database.ts';

export type NewRow = Omit<
  MessageRow,
  'id' | 'first_received_at' | 'receive_count' | 'held' | 'receipt'
>;

export interface Delivery {
  readonly id: number;
  readonly receipt: string;
  readonly visibleAt: number;
  readonly held: 0 | 1;
  readonly now: number;
}

/** The statements on the table of messages. */
export type MessageStore = ReturnType<typeof messageStore>;

/** Neither in flight nor delayed. */
const visible = 'm.held = 0 AND m.visible_at <= :now';
/** Of a FIFO group nothing is given out while one of its messages is in flight, or an earlier one is delayed. */
const groupIsFree = `NOT EXISTS (
  SELECT 1 FROM messages e WHERE e.queue = m.queue AND e.group_id = m.group_id
  AND (e.held = 1 OR e.visible_at > :now) AND (e.receive_count > 0 OR e.id < m.id))`;

export function messageStore(database: DatabaseSync) {
  const receivable = {
    standard: database.prepare(
      `SELECT * FROM messages m WHERE queue = :queue AND ${visible} ORDER BY id LIMIT :max`,
    ),
    fifo: database.prepare(
      `SELECT * FROM messages m WHERE queue = :queue AND ${visible} AND ${groupIsFree} ORDER BY id LIMIT :max`,
    ),
  };
  const byId = database.prepare('SELECT * FROM messages WHERE id = ?');
  return {
    ...writes(database),
    receivable: (queue: { name: string; fifo: boolean }, now: number, max: number) =>
      rows(receivable[queue.fifo ? 'fifo' : 'standard'].all({ queue: queue.name, now, max })),
    byId: (id: number) => rows([byId.get(id)])[0],
    ...figures(database),
  };
}

function writes(database: DatabaseSync) {
  const insert = database.prepare(`
    INSERT INTO messages (queue, message_id, body, attributes, trace_header, group_id, deduplication_id,
      sender_id, dead_letter_source, sent_at, visible_at, expires_at)
    VALUES (:queue, :message_id, :body, :attributes, :trace_header, :group_id, :deduplication_id,
      :sender_id, :dead_letter_source, :sent_at, :visible_at, :expires_at)`);
  const give = database.prepare(`
    UPDATE messages SET receive_count = receive_count + 1, first_received_at = coalesce(first_received_at, :now),
      receipt = :receipt, visible_at = :visibleAt, held = :held WHERE id = :id RETURNING *`);
  const remove = database.prepare('DELETE FROM messages WHERE id = ?');
  const setVisible = database.prepare('UPDATE messages SET visible_at = ? WHERE id = ?');
  const release = database.prepare('UPDATE messages SET held = 0 WHERE id = ?');
  const purge = database.prepare('DELETE FROM messages WHERE queue = ?');
  const expire = database.prepare('DELETE FROM messages WHERE expires_at <= ?');
  const shift = database.prepare(
    'UPDATE messages SET visible_at = visible_at + :delta WHERE visible_at > :now',
  );
  const clamp = database.prepare('UPDATE messages SET visible_at = 0 WHERE visible_at > ?');
  return {
    insert: (row: NewRow) => Number(insert.run({ ...row }).lastInsertRowid),
    give: (delivery: Delivery) => rows([give.get({ ...delivery })])[0],
    remove: (id: number) => remove.run(id),
    setVisible: (id: number, at: number) => setVisible.run(at, id),
    release: (id: number) => release.run(id),
    purge: (queue: string) => purge.run(queue),
    expire: (realNow: number) => expire.run(realNow),
    /** Takes hidden messages along with a clock that was moved back to `now`, or they would stay hidden as much longer. */
    shift: (delta: number, now: number) => shift.run({ delta, now }),
    /** Shows what is hidden beyond every time-out there is: the clock stood elsewhere when the host last ran. */
    clamp: (latest: number) => clamp.run(latest),
  };
}

export interface QueueCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

function figures(database: DatabaseSync) {
  const counts = database.prepare(`
    SELECT coalesce(sum(held = 0 AND visible_at <= :now), 0) AS visible,
      coalesce(sum(held = 1 OR (visible_at > :now AND receive_count > 0)), 0) AS inFlight,
      coalesce(sum(held = 0 AND visible_at > :now AND receive_count = 0), 0) AS delayed
    FROM messages WHERE queue = :queue`);
  const next = database.prepare(
    'SELECT min(visible_at) AS at FROM messages WHERE queue = :queue AND visible_at > :now AND held = 0',
  );
  return {
    counts: (queue: string, now: number) =>
      ({ ...counts.get({ queue, now }) }) as unknown as QueueCounts,
    nextVisibleAt: (queue: string, now: number) =>
      (next.get({ queue, now }) as { at: number | null } | undefined)?.at ?? undefined,
  };
}

/** The table is STRICT and written above only, so its rows are what the type says. */
const rows = (found: readonly unknown[]) =>
  found.filter((row) => row !== undefined) as unknown as readonly MessageRow[];
