import { performance } from 'node:perf_hooks';
import { tableFormats } from '../../shared/adapters/files/table-formats.ts';
import { InMemoryExportStore } from '../../shared/adapters/memory/in-memory-exports.ts';
import { ExportFormat } from '../../shared/domain/export/case-export.ts';
import { CASE_COLUMN_NAMES } from '../../shared/domain/export/columns.ts';
import { createAdvanceExport } from '../../shared/usecases/advance-export.ts';
import { aQuestion, exporting } from '../../test/support/exporting.ts';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { GeneratedCases } from '../../test/support/generated-cases.ts';

/** As S3 wants them. */
const LEAST_PART_BYTES = 5 * 1024 * 1024;
const DAYS = 180;

/** `node bench/exports/one.ts <format> <rows>`: one export in a process of its own, through all that a function does but the network. */
const [, , format, rows] = process.argv;
const cases = new GeneratedCases(Number(rows), DAYS);
const exports = new InMemoryExportStore();
let bytes = 0;
let keptBytes = 0;
/** Takes parts as S3 does and keeps none. */
const files = {
  leastPartBytes: LEAST_PART_BYTES,
  begin: () => Promise.resolve('upload'),
  part: (_of: unknown, part: { readonly number: number; readonly bytes: Uint8Array }) => {
    bytes += part.bytes.length;
    // What is left when all that nobody holds is gone: what grows here grows without end.
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    keptBytes = Math.max(keptBytes, heapUsed + external);
    return Promise.resolve(`part ${part.number}`);
  },
  complete: () => Promise.resolve(),
};
const question = aQuestion({
  to: '2020-06-30',
  columns: [...CASE_COLUMN_NAMES],
  format: ExportFormat.parse(format),
});
const one = await exporting({ cases }).started(question);
await exports.save({ export: one, tag: null });
const clock = { now: () => new Date() };
const ports = { counted: cases, heads: cases, formats: tableFormats, clock, jurisdiction };
const advance = createAdvanceExport({ ...ports, exports, files });
const started = performance.now();
const { rows: written } = await advance(one, () => true);
const seconds = (performance.now() - started) / 1_000;
const peakMb = process.resourceUsage().maxRSS / 1_024;
console.log(JSON.stringify({ rows: written, bytes, seconds, peakMb, keptMb: keptBytes / 2 ** 20 }));
