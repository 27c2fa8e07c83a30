import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoredUploads, type Uploads, uploadsSchema } from './uploads.ts';

/** What is known of an object beside its bytes. */
export interface ObjectHead {
  readonly key: string;
  /** In quotation marks, as HTTP wants it. */
  readonly etag: string;
  readonly size: number;
  /** Epoch ms of the host's clock. */
  readonly modifiedAt: number;
  /** Headers that were sent with it and are given back: content type, own metadata, checksum. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: number;
}

export interface ListQuestion {
  readonly bucket: string;
  readonly prefix: string;
  /** Keys behind this one. */
  readonly after: string;
  readonly limit: number;
}

/** An object whose bytes lie in a file of the store already. */
export interface NewFile extends Omit<NewObject, 'bytes'> {
  readonly file: string;
  readonly etag: string;
  readonly size: number;
}

/** Objects by bucket and key. Buckets are those of the templates; the latest version of each object is kept. */
export interface ObjectStore {
  head(bucket: string, key: string): ObjectHead | undefined;
  read(bucket: string, key: string): Buffer | undefined;
  put(object: NewObject): ObjectHead;
  remove(bucket: string, key: string): void;
  readonly uploads: Uploads;
  /** In the order of their keys. */
  list(question: ListQuestion): readonly ObjectHead[];
  close(): void;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    etag TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    headers TEXT NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (bucket, key)
  ) STRICT;
`;

interface Row {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  readonly modified_at: number;
  readonly headers: string;
  readonly file: string;
}

/**
 * Bytes in files, everything else in SQLite. A file is written whole before its row names it and goes when no row does, so
 * that a host that stops in between leaves the object before.
 */
export function openObjectStore(dir: string): ObjectStore {
  const folder = join(dir, 's3');
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(dir, 's3.sqlite'));
  database.exec(schema);
  database.exec(uploadsSchema);
  removeOrphans(database, folder);
  const one = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const insert = database.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  const list = database.prepare(
    'SELECT * FROM objects WHERE bucket = ? AND key > ? AND substr(key, 1, length(?)) = ? ORDER BY key LIMIT ?',
  );
  const find = (bucket: string, key: string) => one.get(bucket, key) as Row | undefined;
  const drop = (row: Row | undefined) => {
    if (row !== undefined) rmSync(join(folder, row.file), { force: true });
  };
  const keep = ({ bucket, key, file, etag, size, headers, at }: NewFile): ObjectHead => {
    const before = find(bucket, key);
    insert.run(bucket, key, etag, size, at, JSON.stringify(headers), file);
    drop(before);
    return { key, etag, size, modifiedAt: at, headers };
  };
  return {
    uploads: new StoredUploads(database, folder, keep),
    head: (bucket, key) => headOf(find(bucket, key)),
    read: (bucket, key) => {
      const row = find(bucket, key);
      return row === undefined ? undefined : readFileSync(join(folder, row.file));
    },
    put: ({ bytes, ...object }) => {
      const file = randomUUID();
      writeFileSync(join(folder, file), bytes);
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
      return keep({ ...object, file, etag, size: bytes.length });
    },
    remove: (bucket, key) => {
      const before = find(bucket, key);
      remove.run(bucket, key);
      drop(before);
    },
    list: ({ bucket, prefix, after, limit }) =>
      (list.all(bucket, after, prefix, prefix, limit) as unknown as Row[]).flatMap(
        (row) => headOf(row) ?? [],
      ),
    close: () => database.close(),
  };
}

function removeOrphans(database: DatabaseSync, folder: string): void {
  const known = new Set(
    (
      database.prepare('SELECT file FROM objects UNION SELECT file FROM parts').all() as {
        file: string;
      }[]
    ).map(({ file }) => file),
  );
  for (const file of readdirSync(folder)) if (!known.has(file)) rmSync(join(folder, file));
}

const headOf = (row: Row | undefined): ObjectHead | undefined =>
  row && {
    key: row.key,
    etag: row.etag,
    size: row.size,
    modifiedAt: row.modified_at,
    headers: JSON.parse(row.headers) as Record<string, string>,
  };
