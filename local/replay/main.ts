import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { build } from '../build.ts';
import { Session } from '../client/session.ts';
import { prepare } from '../demo/prepare.ts';
import { DEFAULT_DIR, startHost } from '../host.ts';
import { holderOf } from '../host/lock.ts';
import { keptProgress } from './checkpoint.ts';
import { readOptions } from './options.ts';
import { play } from './play.ts';
import { progressBar } from './progress-bar.ts';
import { compare, expectedOf, isWhole, measure, table } from './report.ts';
import { PUBLISHED } from './published.ts';
import { reconcile } from './settle.ts';

/** Where the replay's own store lies when no host is running. */
const OWN_DIR = '.local/replay';

/**
 * `npm run replay`: drives a running host, or one of its own, through the eight published months, and prints the
 * published figures beside the measured ones. Exit code 1 on any difference.
 */
const options = readOptions(process.argv.slice(2));
const { host, dir, close } = await runningHost();
const session = new Session(host);
const { jurisdiction } = loadJurisdiction('binh-duong');
console.error(`Playing ${options.from} to ${options.to} at ${host.url}, seed ${options.seed}`);

try {
  const played = await play({
    session,
    jurisdiction,
    options,
    progress: keptProgress(dir, options),
    moveClock: (now) => clock({ now: now.toISOString() }),
    report: progressBar(),
  });
  const drift = await reconcile(host.url);
  const expected = isWhole(options) ? PUBLISHED : expectedOf(played);
  const lines = compare(expected, await measure(session, options));
  console.log(table(lines, isWhole(options) ? 'published' : 'planned'));
  console.log(`\nDrift of the counters against a recount: ${drift}`);
  if (drift !== 0 || lines.some((line) => line.expected !== line.measured)) process.exitCode = 1;
} finally {
  await clock({ reset: true });
  await close();
}

async function clock(change: object): Promise<void> {
  const response = await fetch(new URL('/local/clock', host.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  });
  if (!response.ok) throw new Error(`The clock does not move: ${await response.text()}`);
}

/** The host of this folder when one is running, else one of the replay's own. */
async function runningHost() {
  const url = holderOf(DEFAULT_DIR)?.url;
  if (url !== undefined) {
    const known = { url, issuer: `${url}/oidc` };
    return { host: known, dir: DEFAULT_DIR, close: () => Promise.resolve() };
  }
  await build();
  const own = await startHost({ dir: OWN_DIR, quiet: true, port: 0 });
  await prepare(own, new Session(own));
  return { host: own, dir: OWN_DIR, close: () => own.close() };
}
