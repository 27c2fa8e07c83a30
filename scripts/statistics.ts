import { parseArgs } from 'node:util';
import * as z from 'zod';
import { reconcileContainer } from '../functions/clock/reconcile-container.ts';
import { DEFAULT_DIR } from '../local/host.ts';
import { holderOf } from '../local/host/lock.ts';
import { STATISTICS_JOBS, type StatisticsJobKind } from '../shared/domain/statistics-job.ts';
import type { InvocationResult } from '../local/types.ts';

/**
 * Recounts all cases and shows counters that are wrong, or makes the counters anew while everything goes on. It is done by the
 * function of the host that runs here or, where tables are named, in this process with the operator's own AWS credentials, and
 * goes on where a run before was cut off. Exit code 1 when a counter is wrong.
 */
const USAGE =
  'npm run statistics -- reconcile|rebuild [--dir .local]\n' +
  'npm run statistics -- reconcile|rebuild --cases <table> --directory <table> --statistics <table> [--jurisdiction binh-duong]';

const Report = z.looseObject({
  kind: z.enum(STATISTICS_JOBS),
  isFinished: z.boolean(),
  cases: z.number(),
  drift: z.number(),
});
type Report = z.infer<typeof Report>;

const { values, positionals } = parseArgs({
  options: {
    dir: { type: 'string', default: DEFAULT_DIR },
    cases: { type: 'string' },
    directory: { type: 'string' },
    statistics: { type: 'string' },
    jurisdiction: { type: 'string', default: 'binh-duong' },
  },
  allowPositionals: true,
});
const [command] = positionals;

try {
  if (command !== 'reconcile' && command !== 'rebuild') throw new Error(USAGE);
  const { cases, directory, statistics } = values;
  const named = [cases, directory, statistics].filter((table) => table !== undefined);
  // Whoever names a table means no host of this machine.
  if (named.length > 0 && named.length < 3) throw new Error(USAGE);
  const report =
    cases === undefined || directory === undefined || statistics === undefined
      ? await askHost(command)
      : await runHere(command, { cases, directory, statistics });
  console.log(JSON.stringify(report, null, 2));
  if (report.drift > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** Asks again until it is done: one run of the function takes as long as Lambda allows. */
async function askHost(name: StatisticsJobKind): Promise<Report> {
  let report = Report.parse(await invoke(name));
  while (!report.isFinished) {
    showProgress(report.cases);
    report = Report.parse(await invoke(name));
  }
  return report;
}

async function invoke(name: StatisticsJobKind): Promise<unknown> {
  const url = holderOf(values.dir)?.url;
  if (url === undefined) throw new Error(`No host runs on ${values.dir}: npm start\n\n${USAGE}`);
  const response = await fetch(new URL('/local/invoke', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ functionName: 'reconcile-statistics', event: { command: name } }),
  });
  const { ok, payload } = (await response.json()) as InvocationResult;
  if (!response.ok || !ok) throw new Error(JSON.stringify(payload));
  return payload;
}

async function runHere(
  kind: StatisticsJobKind,
  tables: { readonly cases: string; readonly directory: string; readonly statistics: string },
): Promise<Report> {
  const { jurisdictionId, runJob } = reconcileContainer({
    JURISDICTION_ID: values.jurisdiction,
    CASES_TABLE_NAME: tables.cases,
    DIRECTORY_TABLE_NAME: tables.directory,
    STATISTICS_TABLE_NAME: tables.statistics,
  });
  const job = await runJob({
    jurisdictionId,
    kind,
    isScheduled: false,
    mayGoOn: () => true,
    onProgress: ({ cases }) => showProgress(cases),
  });
  if (job.failure !== null) throw new Error(job.failure);
  return { ...job, isFinished: job.finishedAt !== null };
}

function showProgress(cases: number): void {
  process.stderr.write(`\r${cases} cases `);
}
