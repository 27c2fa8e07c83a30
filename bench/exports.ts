import { spawnSync } from 'node:child_process';
import { EXPORT_FORMATS, type ExportFormat } from '../shared/domain/export/case-export.ts';

const FEW = 10_000;
const MANY = 1_000_000;
/**
 * What is held while a part is sent may be so many times as much at a hundred times the rows: ten thousand rows are one part of less than
 * 5 MB, later ones are of up to twice that, each held twice while it is put together; and a Parquet file has its directory.
 */
const MOST_KEPT = 1.8;
/** Of the process, with all that the collector leaves lying: half of what a function has. */
const MOST_PEAK_MB = 512;

interface Measured {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Of the process. */
  readonly peakMb: number;
  /** The most that was held while a part was sent, collected before. */
  readonly keptMb: number;
}

/**
 * Exports of cases: rows a second and memory, at ten thousand and a million rows with every column, through the
 * real writers. The second must not grow with the rows.
 */
export function exports(): Promise<void> {
  console.log('format   rows       MB of file   rows/s   peak MB   held MB   ÷ 10,000 rows');
  for (const format of EXPORT_FORMATS) {
    const few = measured(format, FEW);
    const many = measured(format, MANY);
    const ratio = many.keptMb / few.keptMb;
    console.log(lineOf(format, few, '1.00'));
    console.log(lineOf(format, many, ratio.toFixed(2)));
    if (many.rows !== MANY || few.rows !== FEW) fail('rows are missing');
    if (ratio > MOST_KEPT) fail(`more than ${MOST_KEPT} times the memory is held`);
    if (many.peakMb > MOST_PEAK_MB) fail(`more than ${MOST_PEAK_MB} MB`);
  }
  return Promise.resolve();
}

function fail(because: string): void {
  console.log(`  ${because}`);
  process.exitCode = 1;
}

/** In a process of its own: what another export left behind would be measured with it. */
function measured(format: ExportFormat, rows: number): Measured {
  const program = new URL('exports/one.ts', import.meta.url).pathname;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--expose-gc', program, format, String(rows)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  // Written by the program above.
  return JSON.parse(stdout) as Measured;
}

const lineOf = (
  format: string,
  { rows, bytes, seconds, peakMb, keptMb }: Measured,
  ratio: string,
) =>
  [
    format.padEnd(8),
    rows.toLocaleString('en').padEnd(10),
    (bytes / 1e6).toFixed(1).padStart(10),
    Math.round(rows / seconds)
      .toLocaleString('en')
      .padStart(8),
    peakMb.toFixed(0).padStart(9),
    keptMb.toFixed(0).padStart(9),
    ratio.padStart(15),
  ].join(' ');
