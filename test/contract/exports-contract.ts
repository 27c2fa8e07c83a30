import { describe, expect, it } from 'vitest';
import { CaseExport } from '../../shared/domain/export/case-export.ts';
import type { ExportFiles, ExportLinks, ExportStore } from '../../shared/ports/exports.ts';
import { jurisdictionId } from '../support/case-builder.ts';
import { aQuestion, MANAGER } from '../support/exporting.ts';

export interface ExportPorts {
  readonly exports: ExportStore;
  readonly files: ExportFiles;
  readonly links: ExportLinks;
  /** What is behind a link; undefined where there is nothing. */
  readonly fetched: (url: string) => Promise<Buffer | undefined>;
}

const anExport = (differing: Partial<Record<keyof CaseExport, unknown>> = {}): CaseExport =>
  CaseExport.parse({
    jurisdictionId,
    owner: 'o'.repeat(22),
    exportId: 'e'.repeat(22),
    by: MANAGER,
    question: aQuestion(),
    requestedAt: '2020-07-01T12:00:00.000Z',
    ...{ status: 'queued', total: 3, looked: 0, rows: 0, bytes: 0 },
    ...{ finishedAt: null, checkpoint: null },
    ...differing,
  });

/** What every store of exports and of their files must do. */
export function exportsContract(where: string, setup: () => Promise<ExportPorts>): void {
  describe(`exports ${where}`, () => {
    it('are found by whose they are', async () => {
      const { exports } = await setup();
      const one = anExport();
      const other = anExport({ owner: 'p'.repeat(22) });
      await exports.save({ export: one, tag: null });
      await exports.save({ export: other, tag: null });
      expect((await exports.find(one))?.export).toEqual(one);
      expect(
        await exports.find({ ...one, exportId: 'f'.repeat(22) as CaseExport['exportId'] }),
      ).toBeUndefined();
      expect(await exports.list(one)).toEqual([one]);
    });

    it('move on from the version that was read, and from no other', async () => {
      const { exports } = await setup();
      const first = await exports.save({ export: anExport(), tag: null });
      expect(await exports.save({ export: anExport({ rows: 9 }), tag: null })).toMatchObject({
        error: { code: 'EXPORT_MOVED' },
      });
      const tag = first.ok ? first.value : '';
      const second = await exports.save({ export: anExport({ rows: 1 }), tag });
      expect(await exports.save({ export: anExport({ rows: 2 }), tag })).toMatchObject({
        error: { code: 'EXPORT_MOVED' },
      });
      const held = await exports.find(anExport());
      expect(held).toEqual({ export: anExport({ rows: 1 }), tag: second.ok ? second.value : '' });
    });
  });

  describe(`a file ${where}`, () => {
    const one = anExport();

    it('is nowhere before it is complete, then all of its parts', async () => {
      const { files, links, fetched } = await setup();
      const uploadId = await files.begin(one);
      const large = Buffer.alloc(files.leastPartBytes, 'dòng ');
      const tags = [
        await files.part(one, { uploadId, number: 1, bytes: large }),
        await files.part(one, { uploadId, number: 2, bytes: Buffer.from('hết') }),
      ];
      const { url } = await links.link(one);
      expect(await fetched(url)).toBeUndefined();
      await files.complete(one, { uploadId, tags });
      await files.complete(one, { uploadId, tags });
      const whole = await fetched((await links.link(one)).url);
      expect(whole?.equals(Buffer.concat([large, Buffer.from('hết')]))).toBe(true);
    });

    it('that was aborted never comes', async () => {
      const { files, links, fetched } = await setup();
      const uploadId = await files.begin(one);
      await files.part(one, { uploadId, number: 1, bytes: Buffer.from('nửa chừng') });
      await files.abort(one, uploadId);
      await files.abort(one, uploadId);
      expect(await fetched((await links.link(one)).url)).toBeUndefined();
    });
  });
}
