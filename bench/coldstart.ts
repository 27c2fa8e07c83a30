import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { bundleFunctions, bundleOf, functionSettings, plainSettings } from '../infra/bundle.ts';

/** Loading a bundle may cost this many times what the bare DynamoDB document client costs. */
const BUDGET = 1.35;
const API_FUNCTIONS = [
  'desk',
  'drafts',
  'rules',
  'department',
  'connection',
  'citizen',
  'statistics',
  'exports',
  'reports',
  'directory',
  'open-data',
  'reference',
] as const;

/** Enough for every container to find its configuration; nothing is called. */
const ENVIRONMENT = {
  JURISDICTION_ID: 'binh-duong',
  CASES_TABLE_NAME: 'cases',
  DIRECTORY_TABLE_NAME: 'directory',
  STATISTICS_TABLE_NAME: 'statistics',
  DATA_KEY_ID: 'key',
  PEPPER_SECRET_ID: 'pepper',
  LEARNING_BUCKET_NAME: 'learning',
  FILES_BUCKET_NAME: 'files',
  EXPORTS_QUEUE_URL: 'https://sqs.example/1/exports.fifo',
  WEBHOOK_SECRET_PREFIX: 'webhook/',
  DELIVERIES_QUEUE_URL: 'https://sqs.example/1/deliveries.fifo',
  ISSUER_URL: 'https://issuer.example',
  DOCS_CLIENT_ID: 'docs',
  WEB_CLIENT_ID: 'web',
  SIGN_OUT_URL: 'https://issuer.example/logout',
  TIME_ZONE: 'Asia/Ho_Chi_Minh',
  AWS_REGION: 'ap-southeast-1',
  AWS_ACCESS_KEY_ID: 'x',
  AWS_SECRET_ACCESS_KEY: 'x',
};

/**
 * What a cold start costs: instructions of loading each API bundle in a new process, counted by callgrind (the same to
 * a tenth of a percent on any machine), or the least wall time of several loads where valgrind is absent.
 */
export async function coldstart(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), '1022-coldstart-'));
  try {
    await bundleFunctions();
    const measure = hasValgrind() ? instructions(dir) : wallTime(dir);
    const yardstick = await bundleBare(dir, plainSettings);
    const bare = measure.of(yardstick);
    console.log(`${measure.unit} of loading a bundle in a new process; budget ${BUDGET}`);
    console.log(rowOf('bare document client', 1, yardstick));
    const report = (name: string, file: string, budget: number): void => {
      const ratio = measure.of(file) / bare;
      console.log(rowOf(name, ratio, file) + (ratio > budget ? '  over the budget' : ''));
      if (ratio > budget) process.exitCode = 1;
    };
    // No budget: what the settings of the functions take off the client itself.
    report('the same, trimmed', await bundleBare(dir, functionSettings), Infinity);
    for (const name of API_FUNCTIONS) {
      // In its own folder, as Lambda unpacks it: here the project's package.json would make it an ES module.
      const file = join(dir, `${name}.cjs`);
      copyFileSync(join(bundleOf(name), 'index.js'), file);
      report(name, file, BUDGET);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const BARE = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = () => [client, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand];`;

/** With plain settings it is the yardstick: what the client costs a project that leaves nothing out. */
async function bundleBare(dir: string, settings: BuildOptions): Promise<string> {
  const outfile = join(dir, 'bare.cjs');
  const stdin = { contents: BARE, resolveDir: process.cwd(), loader: 'ts' } as const;
  await build({ ...settings, stdin, outfile });
  return outfile;
}

const rowOf = (name: string, ratio: number, file: string): string => {
  const kilobytes = Math.round(statSync(file).size / 1000);
  return `${name.padEnd(20)} ${ratio.toFixed(2)}  ${String(kilobytes).padStart(5)} kB`;
};

interface Measure {
  readonly unit: string;
  of(file: string): number;
}

const hasValgrind = (): boolean => spawnSync('valgrind', ['--version']).status === 0;

const loader = (dir: string): string => {
  const file = join(dir, 'loader.cjs');
  writeFileSync(file, 'require(process.argv[2]);');
  return file;
};

const REPEATABLE = ['--single-threaded', '--predictable', '--random-seed=1', '--hash-seed=1'];

const instructions = (dir: string): Measure => ({
  unit: 'Instructions (callgrind)',
  of: (file) => {
    const out = join(dir, 'callgrind.out');
    const tool = ['--tool=callgrind', '--smc-check=all-non-file', `--callgrind-out-file=${out}`];
    run('valgrind', [...tool, process.execPath, ...REPEATABLE, loader(dir), file]);
    const total = /^(?:totals|summary): (\d+)/m.exec(readFileSync(out, 'utf8'))?.[1];
    if (total === undefined) throw new Error('callgrind wrote no total');
    return Number(total);
  },
});

/** The least of several: what else the machine does only adds. */
const LOADS = 15;

const wallTime = (dir: string): Measure => ({
  unit: 'Wall time',
  of: (file) =>
    Math.min(
      ...Array.from({ length: LOADS }, () => {
        const started = performance.now();
        run(process.execPath, [loader(dir), file]);
        return performance.now() - started;
      }),
    ),
});

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...ENVIRONMENT },
  });
  if (status !== 0) throw new Error(stderr);
}
