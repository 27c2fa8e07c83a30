import { type ExportRef, isFinished } from '../domain/export/case-export.ts';
import type { ExportFiles, ExportStore } from '../ports/exports.ts';
import type { Clock } from '../ports/system.ts';

/** After the last try: whoever waits is told, and nothing stays of the file. */
export type GiveUpExport = (ref: ExportRef) => Promise<void>;

export interface GiveUpExportPorts {
  readonly exports: Pick<ExportStore, 'find' | 'save'>;
  readonly files: Pick<ExportFiles, 'abort'>;
  readonly clock: Clock;
}

export const createGiveUpExport =
  ({ exports, files, clock }: GiveUpExportPorts): GiveUpExport =>
  async (ref) => {
    const held = await exports.find(ref);
    if (held === undefined || isFinished(held.export)) return;
    const finishedAt = clock.now().toISOString();
    const failed = { ...held.export, status: 'failed' as const, finishedAt, checkpoint: null };
    const saved = await exports.save({ export: failed, tag: held.tag });
    // Told first: no run completes what is told to have failed. Parts that stay are the bucket's life cycle's to forget.
    const uploadId = held.export.checkpoint?.uploadId;
    if (saved.ok && uploadId !== undefined) await files.abort(failed, uploadId);
  };
