import { join } from 'node:path';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { build } from '../build.ts';
import { Session } from '../client/session.ts';
import { isUnreachable } from '../client/unreachable.ts';
import { prepare } from '../demo/prepare.ts';
import { startHost } from '../host.ts';
import { holderOf } from '../host/lock.ts';
import { accuracyOf, accuracyTable } from './accuracy.ts';
import { keptProgress, type Progress } from './checkpoint.ts';
import { hostGone, stopped, whatItPlays } from './messages.ts';
import { readOptions, type ReplayOptions } from './options.ts';
import { play } from './play.ts';
import { progressBar } from './progress-bar.ts';
import { compare, expectedOf, isWhole, measure, table } from './report.ts';
import { PUBLISHED } from './published.ts';
import { reconcile } from './settle.ts';

/**
 * `npm run replay`: drives a running host, or one of its own, through the eight published months, and prints the
 * published figures beside the measured ones. Exit code 1 on any difference, and when it could not come to its end:
 * then the same command goes on where it was.
 */
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
  // The second time, the signal ends the process at once.
  process.once(signal, () => stopping.abort());
}
// The channel to the starter must not keep this process alive by itself.
process.channel?.unref();

let driven: Driven | undefined;
try {
  const options = readOptions(process.argv.slice(2));
  driven = await runningHost(options);
  if (!(await tellStory(driven, options))) process.exitCode = 1;
} catch (error) {
  console.error(`\n${farewell(error)}`);
  process.exitCode = 1;
} finally {
  await driven?.close();
}

interface Driven {
  readonly host: { readonly url: string; readonly issuer: string };
  readonly progress: Progress;
  close(): Promise<void>;
}

/** The host of this folder when one is running, else one of the replay's own, with a store for each seed. */
async function runningHost(options: ReplayOptions): Promise<Driven> {
  const url = holderOf(options.dir)?.url;
  if (url !== undefined) {
    const host = { url, issuer: `${url}/oidc` };
    return { host, progress: keptProgress(options.dir, options), close: () => Promise.resolve() };
  }
  await build();
  const dir = join(options.dir, 'replay', String(options.seed));
  const host = await startHost({ dir, quiet: true, port: 0 });
  await prepare(host, new Session(host));
  return { host, progress: keptProgress(dir, options), close: () => host.close() };
}

/** False when a figure differs. */
async function tellStory({ host, progress }: Driven, options: ReplayOptions): Promise<boolean> {
  const session = new Session(host);
  console.error(whatItPlays(host.url, options, progress.lastDay()));
  const played = await play({
    session,
    jurisdiction: loadJurisdiction('binh-duong').jurisdiction,
    options,
    progress,
    moveClock: (now) => moveClock(host.url, { now: now.toISOString() }),
    report: progressBar(),
    signal: stopping.signal,
  });
  const drift = await reconcile(host.url);
  const expected = isWhole(options) ? PUBLISHED : expectedOf(played);
  const lines = compare(expected, await measure(session, options));
  // Not before its end: the hourly rule would close, years late, what the next days still judge.
  await moveClock(host.url, { reset: true });
  console.log(table(lines, isWhole(options) ? 'published' : 'planned'));
  console.log(`\n${accuracyTable(await accuracyOf(session, options))}`);
  console.log(`\nDrift of the counters against a recount: ${drift}`);
  return drift === 0 && lines.every((line) => line.expected === line.measured);
}

async function moveClock(url: string, change: object): Promise<void> {
  const response = await fetch(new URL('/local/clock', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
  if (!response.ok) throw new Error(`The clock does not move: ${await response.text()}`);
}

/** What to tell the person at the keyboard, who can always start the replay again. */
function farewell(error: unknown): string {
  if (driven === undefined) return error instanceof Error ? error.message : String(error);
  const lastDay = driven.progress.lastDay();
  if (stopping.signal.aborted) return stopped(lastDay);
  if (isUnreachable(error)) return hostGone(driven.host.url, lastDay);
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\n${stopped(lastDay)}`;
}
