import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { NewFile, NewObject, ObjectHead } from './store.ts';

export interface NamedPart {
  readonly number: number;
  readonly etag: string;
}

export interface KeptPart extends NamedPart {
  readonly size: number;
}

type Upload = Pick<NewObject, 'bucket' | 'key' | 'headers'>;

/** Objects that come in parts. They are in no list and cannot be read before they are complete. */
export interface Uploads {
  begin(upload: Upload): string;
  /** Undefined where there is no such upload of that object. */
  find(uploadId: string, of: Pick<Upload, 'bucket' | 'key'>): readonly KeptPart[] | undefined;
  /** Gives the tag of the part, which takes the place of an earlier one of its number. */
  putPart(uploadId: string, number: number, bytes: Buffer): string;
  /** Makes the object of these of its parts. */
  complete(uploadId: string, numbers: readonly number[], at: number): ObjectHead;
  remove(uploadId: string): void;
}

export const uploadsSchema = `
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    headers TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS parts (
    upload TEXT NOT NULL,
    number INTEGER NOT NULL,
    etag TEXT NOT NULL,
    size INTEGER NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (upload, number)
  ) STRICT;
`;

interface UploadRow {
  readonly bucket: string;
  readonly key: string;
  readonly headers: string;
}

interface PartRow extends KeptPart {
  readonly file: string;
}

const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');

/** Parts in files beside those of the objects. */
export class StoredUploads implements Uploads {
  readonly #database: DatabaseSync;
  readonly #folder: string;
  readonly #keep: (file: NewFile) => ObjectHead;

  /** `keep` makes an object of a file. */
  constructor(database: DatabaseSync, folder: string, keep: (file: NewFile) => ObjectHead) {
    this.#database = database;
    this.#folder = folder;
    this.#keep = keep;
  }

  begin({ bucket, key, headers }: Upload): string {
    const id = randomUUID();
    const insert = this.#database.prepare('INSERT INTO uploads VALUES (?, ?, ?, ?)');
    insert.run(id, bucket, key, JSON.stringify(headers));
    return id;
  }

  find(uploadId: string, of: Pick<Upload, 'bucket' | 'key'>): readonly KeptPart[] | undefined {
    const found = this.#upload(uploadId);
    return found?.bucket === of.bucket && found.key === of.key ? this.#parts(uploadId) : undefined;
  }

  putPart(uploadId: string, number: number, bytes: Buffer): string {
    const before = this.#parts(uploadId).find((part) => part.number === number);
    const file = randomUUID();
    writeFileSync(join(this.#folder, file), bytes);
    const etag = `"${md5(bytes)}"`;
    const insert = this.#database.prepare('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?)');
    insert.run(uploadId, number, etag, bytes.length, file);
    if (before !== undefined) rmSync(join(this.#folder, before.file), { force: true });
    return etag;
  }

  complete(uploadId: string, numbers: readonly number[], at: number): ObjectHead {
    const row = this.#upload(uploadId);
    if (row === undefined) throw new Error(`There is no upload ${uploadId}`);
    const parts = this.#parts(uploadId).filter(({ number }) => numbers.includes(number));
    const file = randomUUID();
    const path = join(this.#folder, file);
    writeFileSync(path, '');
    for (const part of parts) appendFileSync(path, readFileSync(join(this.#folder, part.file)));
    // S3 names it by the sums of its parts.
    const sums = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag.slice(1, -1), 'hex')));
    const etag = `"${md5(sums)}-${parts.length}"`;
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    const headers = JSON.parse(row.headers) as Record<string, string>;
    const made = this.#keep({ bucket: row.bucket, key: row.key, headers, file, etag, size, at });
    this.remove(uploadId);
    return made;
  }

  remove(uploadId: string): void {
    const files = this.#parts(uploadId).map(({ file }) => file);
    this.#database.prepare('DELETE FROM parts WHERE upload = ?').run(uploadId);
    this.#database.prepare('DELETE FROM uploads WHERE id = ?').run(uploadId);
    for (const file of files) rmSync(join(this.#folder, file), { force: true });
  }

  #upload(id: string): UploadRow | undefined {
    return this.#database.prepare('SELECT * FROM uploads WHERE id = ?').get(id) as
      UploadRow | undefined;
  }

  #parts(id: string): PartRow[] {
    const all = this.#database.prepare('SELECT * FROM parts WHERE upload = ? ORDER BY number');
    return all.all(id) as unknown as PartRow[];
  }
}
