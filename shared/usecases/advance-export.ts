import { caseCells, inLanguage } from '../domain/export/case-cells.ts';
import {
  type CaseExport,
  type Checkpoint,
  type ExportFormat,
  type ExportRef,
  isFinished,
} from '../domain/export/case-export.ts';
import { CASE_COLUMNS } from '../domain/export/columns.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { wallClockIn } from '../domain/local-time.ts';
import type { ExportFiles, ExportStore, HeldExport, Table, TableFormat } from '../ports/exports.ts';
import type { Clock } from '../ports/system.ts';
import { partOf, type PartOfExport } from './export-part.ts';
import { firstReceived, type ReceivedCasesPorts } from './received-cases.ts';
import { linesOf } from './start-export.ts';

/** MOVED: another run works on it, or did. */
export type ExportOutcome = 'DONE' | 'UNFINISHED' | 'MOVED' | 'GONE';

export interface AdvancedExport {
  readonly outcome: ExportOutcome;
  /** Of the checkpoint from which the next run goes on. */
  readonly step: number;
  readonly rows: number;
}

/** `mayGoOn` is asked before each part, which takes a minute or two. */
export type AdvanceExport = (ref: ExportRef, mayGoOn: () => boolean) => Promise<AdvancedExport>;

export interface AdvanceExportPorts extends Omit<ReceivedCasesPorts, 'units'> {
  readonly exports: Pick<ExportStore, 'find' | 'save'>;
  readonly files: Omit<ExportFiles, 'abort'>;
  readonly formats: Readonly<Record<ExportFormat, TableFormat>>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/**
 * Works on an export part by part and keeps its place behind each one, so that whatever ends a run costs one part at most.
 * The file is there when all of it is: S3 makes it of its parts in one step.
 */
export const createAdvanceExport =
  (ports: AdvanceExportPorts): AdvanceExport =>
  async (ref, mayGoOn) => {
    const found = await ports.exports.find(ref);
    if (found === undefined) return { outcome: 'GONE', step: 0, rows: 0 };
    const work = workOn(found.export, ports);
    let held: HeldExport = found;
    while (!isFinished(held.export)) {
      if (held !== found && !mayGoOn()) return told('UNFINISHED', held.export);
      const next = await work(held.export);
      const saved = await ports.exports.save({ export: next, tag: held.tag });
      if (!saved.ok) return told('MOVED', held.export);
      held = { export: next, tag: saved.value };
    }
    return told('DONE', held.export);
  };

const told = (outcome: ExportOutcome, { checkpoint, rows }: CaseExport): AdvancedExport => ({
  outcome,
  step: checkpoint?.parts.length ?? 0,
  rows,
});

/** One step: the upload begins, a part follows, or the file is made. */
function workOn(
  { question }: CaseExport,
  ports: AdvanceExportPorts,
): (current: CaseExport) => Promise<CaseExport> {
  const reading: PartOfExport = {
    table: tableOf(question, ports.jurisdiction),
    format: ports.formats[question.format],
    within: linesOf(question.within),
    cellsOf: (current) =>
      caseCells(current, question.columns, {
        catalogue: ports.jurisdiction,
        language: question.language,
      }),
  };
  const cases = { ...ports, units: ports.jurisdiction };
  return async (current) => {
    const { checkpoint } = current;
    if (checkpoint === null) return begun(current, reading, ports);
    if (checkpoint.isWhole) return completed(current, checkpoint, ports);
    const leastBytes = ports.files.leastPartBytes;
    const { bytes, next } = await partOf(current, checkpoint, { leastBytes, reading, cases });
    const { uploadId, parts } = checkpoint;
    const number = parts.length + 1;
    const tag = await ports.files.part(current, { uploadId, number, bytes });
    const all = [...parts, { tag, bytes: bytes.length }];
    return withCheckpoint(current, { ...next, uploadId, parts: all });
  };
}

function tableOf(
  { columns, language, from, to }: CaseExport['question'],
  { calendarData }: Jurisdiction,
): Table {
  return {
    name: `${from} ${to}`,
    columns: columns.map((key) => ({
      key,
      heading: inLanguage(CASE_COLUMNS[key], language),
      type: CASE_COLUMNS[key].type,
    })),
    wallClock: wallClockIn(calendarData),
  };
}

async function begun(
  current: CaseExport,
  { table, format }: PartOfExport,
  { files }: AdvanceExportPorts,
): Promise<CaseExport> {
  const uploadId = await files.begin(current);
  // What stands before the first row is written with the first part: it would be too small for one of its own.
  const { state } = format.begin(table);
  const first = firstReceived(current.question);
  const zero = { parts: [], looked: 0, rows: 0, isWhole: false };
  return withCheckpoint(current, { ...zero, ...first, uploadId, state: jsonOf(state) });
}

const jsonOf = (state: unknown): Checkpoint['state'] =>
  // Formats keep plain JSON.
  state as Checkpoint['state'];

const withCheckpoint = (current: CaseExport, checkpoint: Checkpoint): CaseExport => ({
  ...current,
  status: 'running',
  looked: checkpoint.looked,
  rows: checkpoint.rows,
  bytes: checkpoint.parts.reduce((sum, { bytes }) => sum + bytes, 0),
  checkpoint,
});

async function completed(
  current: CaseExport,
  { uploadId, parts }: Checkpoint,
  { files, clock }: AdvanceExportPorts,
): Promise<CaseExport> {
  await files.complete(current, { uploadId, tags: parts.map(({ tag }) => tag) });
  return {
    ...current,
    status: 'done',
    finishedAt: clock.now().toISOString(),
    // What a later run would need is of no use to a file that is whole.
    checkpoint: null,
  };
}
