import type { Instant } from '../domain/case.ts';
import type { CellValue } from '../domain/export/case-cells.ts';
import type { CaseExport, ExportMessage, ExportRef } from '../domain/export/case-export.ts';
import type { ColumnType } from '../domain/export/columns.ts';
import type { Result } from '../domain/result.ts';

export interface HeldExport {
  readonly export: CaseExport;
  /** Names the version that was read. */
  readonly tag: string;
}

export interface ExportMoved {
  readonly code: 'EXPORT_MOVED';
}

/** How far each export is. Sees every step taken before. */
export interface ExportStore {
  find(ref: ExportRef): Promise<HeldExport | undefined>;
  /** Of one person, in no particular order. */
  list(owner: Omit<ExportRef, 'exportId'>): Promise<readonly CaseExport[]>;
  /** Gives the new tag. Refused when it is no longer the version that was read; null: when there is one already. */
  save(held: {
    readonly export: CaseExport;
    readonly tag: string | null;
  }): Promise<Result<string, ExportMoved>>;
}

/** A file that grows part by part. Nobody sees anything of it before it is complete. */
export interface ExportFiles {
  /** What every part but the last must have. */
  readonly leastPartBytes: number;
  /** Names the upload. */
  begin(of: CaseExport): Promise<string>;
  /** Gives its tag; the same part once more takes its place. */
  part(
    of: CaseExport,
    part: { readonly uploadId: string; readonly number: number; readonly bytes: Uint8Array },
  ): Promise<string>;
  /** Makes the file of its parts; once more changes nothing. */
  complete(
    of: CaseExport,
    upload: { readonly uploadId: string; readonly tags: readonly string[] },
  ): Promise<void>;
  /** Throws the parts away; of an upload that is no more, nothing. */
  abort(of: CaseExport, uploadId: string): Promise<void>;
}

/** Addresses from which a file can be fetched without signing in, for a while. */
export interface ExportLinks {
  link(of: CaseExport): Promise<{ readonly url: string; readonly expiresAt: Instant }>;
}

/** Work that waits. Messages of one export are given out one after the other; any may come twice. */
export interface ExportQueue {
  queue(message: ExportMessage): Promise<void>;
}

export interface TableColumn {
  /** Of the column in files for machines. */
  readonly key: string;
  /** Of the column in files for people. */
  readonly heading: string;
  readonly type: ColumnType;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** What a clock on the wall showed at an instant: `2020-03-05 08:01:22`. */
  readonly wallClock: (instant: Instant) => string;
}

/** A stretch of a file, and what has to be kept so that another process can write the next one. */
export interface Stretch {
  readonly bytes: Uint8Array;
  /** Plain JSON. */
  readonly state: unknown;
}

/** Writes a table stretch by stretch; all of them together are the file. */
export interface TableFormat {
  readonly contentType: string;
  begin(table: Table): Stretch;
  rows(table: Table, rows: readonly (readonly CellValue[])[], state: unknown): Stretch;
  end(table: Table, state: unknown): Uint8Array;
}
