import { createHash } from 'node:crypto';
import type { JurisdictionId } from '../../domain/case.ts';
import { OpenIndex } from '../../domain/open-data/open-issue.ts';
import { OpenWork } from '../../domain/open-data/open-work.ts';
import { err, ok } from '../../domain/result.ts';
import type {
  HeldOpenIndex,
  OpenDataFiles,
  OpenDataIndex,
  OpenDataWork,
  OpenFileRef,
} from '../../ports/open-data.ts';
import { bytesOfJson, fromJson } from './json-object.ts';
import { indexKey, openFileKey, workKey } from './open-data-keys.ts';
import type { S3Objects } from './s3-objects.ts';
import { LEAST_PART_BYTES, type S3Uploads } from './s3-uploads.ts';

export class S3OpenDataIndex implements OpenDataIndex {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async find(jurisdictionId: JurisdictionId): Promise<HeldOpenIndex> {
    const found = await this.#objects.get(indexKey(jurisdictionId));
    return found === undefined
      ? { index: { issues: [] }, tag: null }
      : { index: fromJson(OpenIndex, found.bytes), tag: found.tag };
  }

  async save(jurisdictionId: JurisdictionId, { index, tag }: HeldOpenIndex) {
    const stored = await this.#objects.put(indexKey(jurisdictionId), bytesOfJson(index), { tag });
    return stored === undefined ? err({ code: 'OPEN_INDEX_MOVED' } as const) : ok(null);
  }
}

/** One object, which holds nothing where nothing is under way. */
export class S3OpenDataWork implements OpenDataWork {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async find(jurisdictionId: JurisdictionId): Promise<OpenWork | undefined> {
    const found = await this.#objects.get(workKey(jurisdictionId));
    return found && (fromJson(OpenWork.nullable(), found.bytes) ?? undefined);
  }

  async save(jurisdictionId: JurisdictionId, work: OpenWork | null): Promise<void> {
    await this.#objects.put(workKey(jurisdictionId), bytesOfJson(work));
  }
}

/** Uploads in parts: S3 makes the file in one step, when all of it is there. */
export class S3OpenDataFiles implements OpenDataFiles {
  readonly #uploads: S3Uploads;

  constructor(uploads: S3Uploads) {
    this.#uploads = uploads;
  }

  async write(jurisdictionId: JurisdictionId, ref: OpenFileRef, stretches: Iterable<string>) {
    const key = openFileKey(jurisdictionId, ref);
    const contentType = contentTypes[ref.format];
    const upload = { key, uploadId: await this.#uploads.begin({ key, contentType }) };
    const hash = createHash('sha256');
    const tags: string[] = [];
    let bytes = 0;
    for (const part of partsOf(stretches)) {
      hash.update(part);
      bytes += part.length;
      tags.push(await this.#uploads.part(upload, tags.length + 1, part));
    }
    await this.#uploads.complete(upload, tags);
    return { bytes, sha256: hash.digest('hex') };
  }
}

const contentTypes: Readonly<Record<OpenFileRef['format'], string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** At least as large as S3 takes them, but for the last; there is always one. */
function* partsOf(stretches: Iterable<string>): Generator<Buffer> {
  let pieces: Buffer[] = [];
  let length = 0;
  for (const stretch of stretches) {
    const piece = Buffer.from(stretch);
    pieces.push(piece);
    length += piece.length;
    if (length < LEAST_PART_BYTES) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    length = 0;
  }
  yield Buffer.concat(pieces);
}
