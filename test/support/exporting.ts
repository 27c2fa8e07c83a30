import { tableFormats } from '../../shared/adapters/files/table-formats.ts';
import {
  InMemoryExportFiles,
  InMemoryExportQueue,
  InMemoryExportStore,
} from '../../shared/adapters/memory/in-memory-exports.ts';
import { InMemoryAuditLog } from '../../shared/adapters/memory/in-memory-audit-log.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { ExportQuestion, ExportRef } from '../../shared/domain/export/case-export.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import type { CaseHeads } from '../../shared/ports/case-heads.ts';
import type { CountedCases, StatisticsReader } from '../../shared/ports/statistics.ts';
import { createAdvanceExport } from '../../shared/usecases/advance-export.ts';
import { createGiveUpExport } from '../../shared/usecases/give-up-export.ts';
import { createListExports, createReadExport } from '../../shared/usecases/read-exports.ts';
import { createStartExport } from '../../shared/usecases/start-export.ts';
import { anActor, jurisdiction, jurisdictionId } from './case-builder.ts';

export const MANAGER = anActor('manager');

/** A list of a quarter with a few columns; a test says what matters to it. */
export const aQuestion = (differing: Partial<ExportQuestion> = {}): ExportQuestion => ({
  from: '2020-01-01',
  to: '2020-03-31',
  within: {},
  columns: ['trackingCode', 'service', 'receivedAt', 'returns'],
  format: 'csv',
  language: 'vi',
  ...differing,
});

export interface Exported {
  readonly cases: CountedCases & CaseHeads;
  readonly sums?: StatisticsReader;
  readonly leastPartBytes?: number;
  readonly now?: string;
}

/** Exports of these cases, everything in memory. It is noon of the first of July 2020 in Greenwich. */
export function exporting({
  cases,
  sums,
  leastPartBytes,
  now = '2020-07-01T12:00:00.000Z',
}: Exported) {
  const exports = new InMemoryExportStore();
  const files = new InMemoryExportFiles(leastPartBytes);
  const queue = new InMemoryExportQueue();
  const audit = new InMemoryAuditLog();
  const ports = {
    ...{ exports, files, queue, audit, links: files, formats: tableFormats },
    ...{ counted: cases, heads: cases, statistics: sums ?? { sums: () => Promise.resolve([]) } },
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    clock: { now: () => new Date(now) },
    ...{ jurisdiction, context: statisticsContext(jurisdiction) },
  };
  const start = createStartExport(ports);
  const advance = createAdvanceExport(ports);
  const started = async (question: ExportQuestion, key = 'key', by: Actor = MANAGER) => {
    const answer = await start({ jurisdictionId, by, question, idempotencyKey: key });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const textOf = (ref: ExportRef) => Buffer.from(files.file(ref) ?? []).toString();
  return {
    ...{ ports, exports, files, queue, audit, start, advance, started, textOf },
    read: createReadExport(ports),
    list: createListExports(ports),
    giveUp: createGiveUpExport(ports),
    /** Rows of the finished file, the head left out. */
    whole: async (question: ExportQuestion) => {
      const one = await started(question);
      await advance(one, () => true);
      return textOf(one).split('\r\n').slice(1, -1);
    },
  };
}
