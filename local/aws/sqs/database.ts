import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A stored message. Instants are epoch ms of the host's clock, except `expires_at`. */
export interface MessageRow {
  /** Order of arrival; also the sequence number of a FIFO message. */
  readonly id: number;
  readonly queue: string;
  readonly message_id: string;
  readonly body: string;
  /** JSON of the message attributes. */
  readonly attributes: string;
  readonly trace_header: string | null;
  readonly group_id: string | null;
  readonly deduplication_id: string | null;
  readonly sender_id: string;
  /** Name of the queue it was moved from, when it lies in a dead-letter queue. */
  readonly dead_letter_source: string | null;
  readonly sent_at: number;
  readonly first_received_at: number | null;
  readonly receive_count: number;
  /** 0: at once. */
  readonly visible_at: number;
  /** 1 while a function of this host works on it: hidden however the clock is moved. */
  readonly held: 0 | 1;
  readonly receipt: string | null;
  /** Real time: moving the clock does not throw messages away. */
  readonly expires_at: number;
}

const schema = `
  PRAGMA journal_mode = WAL;
  -- A killed process loses nothing; only a machine that loses power may lose its last moments.
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL,
    message_id TEXT NOT NULL,
    body TEXT NOT NULL,
    attributes TEXT NOT NULL,
    trace_header TEXT,
    group_id TEXT,
    deduplication_id TEXT,
    sender_id TEXT NOT NULL,
    dead_letter_source TEXT,
    sent_at INTEGER NOT NULL,
    first_received_at INTEGER,
    receive_count INTEGER NOT NULL DEFAULT 0,
    visible_at INTEGER NOT NULL,
    held INTEGER NOT NULL DEFAULT 0,
    receipt TEXT,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS messages_by_arrival ON messages (queue, id);
  CREATE INDEX IF NOT EXISTS messages_by_group ON messages (queue, group_id, id);
  CREATE INDEX IF NOT EXISTS messages_by_time ON messages (queue, visible_at);
  CREATE TABLE IF NOT EXISTS deduplication (
    queue TEXT NOT NULL,
    scope TEXT NOT NULL,
    deduplication_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    PRIMARY KEY (queue, scope, deduplication_id)
  ) STRICT;
`;

/** Opens the store of all queues; messages that a killed host was working on can be received again. */
export function openQueueDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path);
  database.exec(schema);
  database.exec('UPDATE messages SET held = 0, visible_at = 0 WHERE held = 1');
  return database;
}

/** Runs the work in one transaction; an error leaves the database as it was. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
