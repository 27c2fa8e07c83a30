import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { build } from '../local/build.ts';
import { Session } from '../local/client/session.ts';
import { prepare } from '../local/demo/prepare.ts';
import { DEFAULT_DIR, type Host, startHost } from '../local/host.ts';
import { PUBLISHED } from '../local/replay/published.ts';
import { compare, measure } from '../local/replay/report.ts';
import { REPORT_FORMATS } from '../shared/domain/report/report-format.ts';
import { askEightMonths, fetchReport } from './replay-report/ask.ts';
import { chartsOf } from './replay-report/charts.ts';
import { pageOf } from './replay-report/page.ts';
import { svgChart } from './replay-report/svg-chart.ts';

/**
 * `npm run replay:report`: runs a host on a copy of the store that `npm run replay` has filled, and writes what it answers: the
 * published figures with charts (`docs/binh-duong-2020.md`) and the official report of a month (`docs/reports`). `--dir` and
 * `--seed` as the replay was given them.
 */
const { values } = parseArgs({
  options: {
    dir: { type: 'string', default: DEFAULT_DIR },
    seed: { type: 'string', default: '1022' },
    month: { type: 'string', default: PUBLISHED.to.slice(0, 7) },
  },
});

/** A fortnight after the eight months, when an office would write of them. The replay's last judgements were given before. */
const READ_AT = '2020-07-15T01:00:00.000Z';
const DOCS = join(import.meta.dirname, '../docs');

const played = join(values.dir, 'replay', values.seed);
if (!existsSync(join(played, 'replay.json')))
  throw new Error(`Nothing was played into ${played}: run npm run replay first`);
const dir = mkdtempSync(join(tmpdir(), '1022-replay-'));
try {
  cpSync(played, dir, { recursive: true });
  // A host whose clock was moved goes on at that time, and its schedules find nothing to be years late.
  writeFileSync(join(dir, 'clock.json'), JSON.stringify({ now: READ_AT }));
  await build();
  const host = await startHost({ dir, port: 0, quiet: true });
  try {
    await writeDocs(await signedIn(host), values.month);
  } finally {
    await host.close();
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function signedIn(host: Host): Promise<Session> {
  const session = new Session(host);
  await prepare(host, session);
  return session;
}

async function writeDocs(session: Session, month: string): Promise<void> {
  const lines = compare(PUBLISHED, await measure(session, PUBLISHED));
  const other = lines.filter(({ expected, measured }) => expected !== measured);
  if (other.length > 0) throw new Error(`Not what was published: ${JSON.stringify(other)}`);
  const months = await askEightMonths(session);
  const charts = chartsOf(months);
  for (const folder of ['binh-duong-2020', 'reports'])
    mkdirSync(join(DOCS, folder), { recursive: true });
  const page = await format(pageOf({ months, charts, month }), {
    parser: 'markdown',
    printWidth: 100,
  });
  writeFileSync(join(DOCS, 'binh-duong-2020.md'), page);
  for (const chart of charts)
    writeFileSync(join(DOCS, 'binh-duong-2020', `${chart.chartId}.svg`), svgChart(chart));
  for (const kind of REPORT_FORMATS) {
    const file = await fetchReport(session, `month=${month}&format=${kind}`);
    writeFileSync(join(DOCS, 'reports', `bao-cao-1022-${month}.${kind}`), file);
  }
  console.log('docs/binh-duong-2020.md, docs/binh-duong-2020/*.svg, docs/reports/*');
}
