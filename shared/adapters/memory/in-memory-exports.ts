import type { CaseExport, ExportMessage, ExportRef } from '../../domain/export/case-export.ts';
import { err, ok } from '../../domain/result.ts';
import {
  type ExportFiles,
  type ExportLinks,
  type ExportQueue,
  type ExportStore,
  type HeldExport,
} from '../../ports/exports.ts';

const nameOf = ({ jurisdictionId, owner, exportId }: ExportRef): string =>
  [jurisdictionId, owner, exportId].join('/');

export class InMemoryExportStore implements ExportStore {
  readonly #held = new Map<string, HeldExport>();

  find(ref: ExportRef): Promise<HeldExport | undefined> {
    return Promise.resolve(this.#held.get(nameOf(ref)));
  }

  list({ jurisdictionId, owner }: Omit<ExportRef, 'exportId'>): Promise<readonly CaseExport[]> {
    const all = [...this.#held.values()].map((held) => held.export);
    return Promise.resolve(
      all.filter((one) => one.jurisdictionId === jurisdictionId && one.owner === owner),
    );
  }

  save({ export: next, tag }: Parameters<ExportStore['save']>[0]) {
    const before = this.#held.get(nameOf(next))?.tag ?? null;
    if (before !== tag) return Promise.resolve(err({ code: 'EXPORT_MOVED' } as const));
    const after = String(Number(before ?? 0) + 1);
    this.#held.set(nameOf(next), { export: next, tag: after });
    return Promise.resolve(ok(after));
  }
}

/** Files, and parts of those that are not whole. */
export class InMemoryExportFiles implements ExportFiles, ExportLinks {
  readonly leastPartBytes: number;
  readonly #files = new Map<string, Uint8Array>();
  readonly #uploads = new Map<string, Map<number, Uint8Array>>();

  constructor(leastPartBytes = 1) {
    this.leastPartBytes = leastPartBytes;
  }

  begin(of: CaseExport): Promise<string> {
    const uploadId = `${nameOf(of)}?${this.#uploads.size}`;
    this.#uploads.set(uploadId, new Map());
    return Promise.resolve(uploadId);
  }

  part(_of: CaseExport, { uploadId, number, bytes }: Parameters<ExportFiles['part']>[1]) {
    this.#uploads.get(uploadId)?.set(number, Uint8Array.from(bytes));
    return Promise.resolve(`part ${number}`);
  }

  complete(of: CaseExport, { uploadId, tags }: Parameters<ExportFiles['complete']>[1]) {
    const parts = this.#uploads.get(uploadId);
    if (parts !== undefined) {
      const all = tags.map((_tag, index) => parts.get(index + 1) ?? new Uint8Array());
      if (all.slice(0, -1).some(({ length }) => length < this.leastPartBytes))
        throw new Error('A part is too small');
      this.#files.set(nameOf(of), Buffer.concat(all));
      this.#uploads.delete(uploadId);
    }
    return Promise.resolve();
  }

  abort(_of: CaseExport, uploadId: string): Promise<void> {
    this.#uploads.delete(uploadId);
    return Promise.resolve();
  }

  link(of: CaseExport) {
    return Promise.resolve({ url: `memory:${nameOf(of)}`, expiresAt: of.requestedAt });
  }

  file(ref: ExportRef): Uint8Array | undefined {
    return this.#files.get(nameOf(ref));
  }

  /** Of files that nobody sees yet. */
  get unfinished(): number {
    return this.#uploads.size;
  }
}

export class InMemoryExportQueue implements ExportQueue {
  readonly messages: ExportMessage[] = [];

  queue(message: ExportMessage): Promise<void> {
    this.messages.push(message);
    return Promise.resolve();
  }
}
