import { CaseExport, type ExportRef } from '../../domain/export/case-export.ts';
import { err, ok } from '../../domain/result.ts';
import type { ExportStore, HeldExport } from '../../ports/exports.ts';
import { stateKeyOf, statePrefixOf } from './export-keys.ts';
import { bytesOfJson, fromJson } from './json-object.ts';
import type { S3Objects } from './s3-objects.ts';

/** An export an object under its owner; the bucket's life cycle forgets it with its file. */
export class S3ExportStore implements ExportStore {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async find(ref: ExportRef): Promise<HeldExport | undefined> {
    const found = await this.#objects.get(stateKeyOf(ref));
    return found && { export: fromJson(CaseExport, found.bytes), tag: found.tag };
  }

  async list(owner: Omit<ExportRef, 'exportId'>): Promise<readonly CaseExport[]> {
    const keys = await this.#objects.list(statePrefixOf(owner));
    const read = await Promise.all(keys.map((key) => this.#objects.get(key)));
    // One that is missing was forgotten between the list and the read.
    return read.flatMap((found) =>
      found === undefined ? [] : [fromJson(CaseExport, found.bytes)],
    );
  }

  async save({ export: next, tag }: Parameters<ExportStore['save']>[0]) {
    const stored = await this.#objects.put(stateKeyOf(next), bytesOfJson(next), { tag });
    return stored === undefined ? err({ code: 'EXPORT_MOVED' } as const) : ok(stored);
  }
}
