import { parseArgs } from 'node:util';
import { reconcileContainer } from '../functions/clock/reconcile-container.ts';
import { DEFAULT_DIR } from '../local/host.ts';
import { holderOf } from '../local/host/lock.ts';
import type { InvocationResult } from '../local/types.ts';

/**
 * Recounts all cases and shows every counter that is wrong, or makes the counters anew while everything goes on: with
 * the function of the host that runs here, or, where tables are named, in this process with the operator's own AWS
 * credentials. Exit code 1 when a counter is wrong.
 */
const USAGE =
  'npm run statistics -- reconcile|rebuild [--dir .local]\n' +
  'npm run statistics -- reconcile|rebuild --cases <table> --directory <table> --statistics <table> [--jurisdiction binh-duong]';

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
  if (report.drift !== undefined && report.drift > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

interface Report {
  readonly cases: number;
  readonly drift?: number;
}

async function askHost(name: string): Promise<Report> {
  const url = holderOf(values.dir)?.url;
  if (url === undefined) throw new Error(`No host runs on ${values.dir}: npm start\n\n${USAGE}`);
  const response = await fetch(new URL('/local/invoke', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ functionName: 'reconcile-statistics', event: { command: name } }),
  });
  const { ok, payload } = (await response.json()) as InvocationResult;
  if (!response.ok || !ok) throw new Error(JSON.stringify(payload));
  return payload as Report;
}

async function runHere(
  name: 'reconcile' | 'rebuild',
  tables: { readonly cases: string; readonly directory: string; readonly statistics: string },
): Promise<Report> {
  const { jurisdictionId, reconcileStatistics, rebuildStatistics } = reconcileContainer({
    JURISDICTION_ID: values.jurisdiction,
    CASES_TABLE_NAME: tables.cases,
    DIRECTORY_TABLE_NAME: tables.directory,
    STATISTICS_TABLE_NAME: tables.statistics,
  });
  const showProgress = (cases: number) => process.stderr.write(`\r${cases} cases `);
  if (name === 'rebuild') {
    const rebuilt = await rebuildStatistics(jurisdictionId, showProgress);
    if (!rebuilt.ok) throw new Error(rebuilt.error.code);
    return rebuilt.value;
  }
  const { drift, ...counts } = await reconcileStatistics(jurisdictionId, showProgress);
  for (const place of drift) console.error(JSON.stringify(place));
  return { ...counts, drift: drift.length };
}
