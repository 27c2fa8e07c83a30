import type { Actor } from '../domain/actor.ts';
import type { Instant, JurisdictionId } from '../domain/case.ts';
import type { CaseExport, ExportId } from '../domain/export/case-export.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ExportLinks, ExportStore } from '../ports/exports.ts';
import type { Fingerprints } from '../ports/keys.ts';
import { ownerOf } from './start-export.ts';

export interface ExportReader {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
}

export interface FoundExport {
  readonly export: CaseExport;
  /** Null until the file is whole. */
  readonly download: { readonly url: string; readonly expiresAt: Instant } | null;
}

/** Whoever asks is shown their own exports only: another's is not there. */
export type ReadExport = (
  input: ExportReader & { readonly exportId: ExportId },
) => Promise<Result<FoundExport, { readonly code: 'EXPORT_NOT_FOUND' }>>;

/** Latest first. */
export type ListExports = (input: ExportReader) => Promise<readonly CaseExport[]>;

export interface ReadExportsPorts {
  readonly exports: Pick<ExportStore, 'find' | 'list'>;
  readonly links: ExportLinks;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
}

export const createReadExport =
  ({ exports, links, fingerprints }: ReadExportsPorts): ReadExport =>
  async ({ jurisdictionId, by, exportId }) => {
    const owner = await ownerOf({ jurisdictionId, by }, fingerprints);
    const held = await exports.find({ jurisdictionId, owner, exportId });
    if (held === undefined) return err({ code: 'EXPORT_NOT_FOUND' });
    const found = held.export;
    return ok({
      export: found,
      download: found.status === 'done' ? await links.link(found) : null,
    });
  };

export const createListExports =
  ({ exports, fingerprints }: ReadExportsPorts): ListExports =>
  async ({ jurisdictionId, by }) => {
    const owner = await ownerOf({ jurisdictionId, by }, fingerprints);
    const all = await exports.list({ jurisdictionId, owner });
    return all.toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : -1));
  };
