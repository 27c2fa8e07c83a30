import type { Case } from '../domain/case.ts';
import type { CellValue } from '../domain/export/case-cells.ts';
import type { CaseExport, Checkpoint } from '../domain/export/case-export.ts';
import type { Line } from '../domain/statistics-drill-down.ts';
import type { Table, TableFormat } from '../ports/exports.ts';
import { receivedPage, type ReceivedCasesPorts, type ReceivedPlace } from './received-cases.ts';

/** Rows that are written together, and all that are in memory: a row group of Parquet, some 5 MB of CSV. */
const CHUNK_ROWS = 10_000;

export interface PartOfExport {
  readonly table: Table;
  readonly format: TableFormat;
  readonly within: readonly Line[];
  readonly cellsOf: (current: Case) => readonly CellValue[];
}

/** As far as a checkpoint can be told before the part is stored. */
export type NextCheckpoint = Omit<Checkpoint, 'uploadId' | 'parts'>;

interface Working {
  readonly leastBytes: number;
  readonly reading: PartOfExport;
  readonly cases: ReceivedCasesPorts;
}

/** The next part of the file: as many rows as make one that S3 takes, or all that are left and the end. */
export async function partOf(
  current: CaseExport,
  checkpoint: Checkpoint,
  { leastBytes, reading, cases }: Working,
): Promise<{ readonly bytes: Uint8Array; readonly next: NextCheckpoint }> {
  const { table, format } = reading;
  const pieces: Uint8Array[] = checkpoint.parts.length === 0 ? [format.begin(table).bytes] : [];
  let { looked, rows, state }: { looked: number; rows: number; state: unknown } = checkpoint;
  let place: ReceivedPlace | undefined = checkpoint;
  while (place !== undefined && lengthOf(pieces) < leastBytes) {
    const chunk = await chunkOf(current, place, { reading, cases });
    const stretch = format.rows(table, chunk.rows, state);
    pieces.push(stretch.bytes);
    state = stretch.state;
    looked += chunk.looked;
    rows += chunk.rows.length;
    place = chunk.next;
  }
  if (place === undefined) pieces.push(format.end(table, state));
  return {
    bytes: Buffer.concat(pieces),
    next: {
      ...(place ?? { month: checkpoint.month, after: checkpoint.after }),
      looked,
      rows,
      // Formats keep plain JSON.
      state: state as Checkpoint['state'],
      isWhole: place === undefined,
    },
  };
}

const lengthOf = (pieces: readonly Uint8Array[]): number =>
  pieces.reduce((sum, { length }) => sum + length, 0);

interface Chunk {
  readonly rows: readonly (readonly CellValue[])[];
  readonly looked: number;
  readonly next: ReceivedPlace | undefined;
}

async function chunkOf(
  { jurisdictionId, question: { from, to }, requestedAt }: CaseExport,
  start: ReceivedPlace,
  { reading: { within, cellsOf }, cases }: Omit<Working, 'leastBytes'>,
): Promise<Chunk> {
  const question = { jurisdictionId, period: { from, to }, within, until: requestedAt };
  const rows: (readonly CellValue[])[] = [];
  let looked = 0;
  let place: ReceivedPlace | undefined = start;
  while (place !== undefined && rows.length < CHUNK_ROWS) {
    const page = await receivedPage(question, place, cases);
    for (const one of page.cases) rows.push(cellsOf(one));
    looked += page.looked;
    place = page.next;
  }
  return { rows, looked, next: place };
}
