import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * `npm test` runs every check, `npm run check` those that end in seconds. Each prints one line, and its output when
 * it fails; the last line counts.
 */
interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** Where a run of tests writes what it found. */
  readonly results?: string;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const CACHE = join('node_modules', '.cache');
const isQuick = process.argv.includes('--quick');
const node = process.execPath;
const bin = (name: string): string => join('node_modules', '.bin', name);
/** Options of the quick check alone: `npm test` looks at everything anew. */
const quickly = (...options: readonly string[]): readonly string[] => (isQuick ? options : []);
const resultsOf = (project: string): string =>
  join(tmpdir(), `1022-vitest-${process.pid}-${project}.json`);
const tests = (project: string, name = project): Check => ({
  name,
  command: [
    ...[bin('vitest'), 'run', `--project=${project}`],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${resultsOf(project)}`],
  ],
  results: resultsOf(project),
});
const script = (name: string, file: string, ...options: readonly string[]): Check => ({
  name,
  command: [node, file, ...options],
});

const TYPES = script(
  'types',
  'node_modules/ts7/bin/tsc',
  ...['-p', '.'],
  ...quickly('--incremental', '--tsBuildInfoFile', join(CACHE, 'types.tsbuildinfo')),
);
const WEB_TYPES = script(
  'types of the web app',
  'node_modules/ts7/bin/tsc',
  ...['-p', 'web'],
  ...quickly('--incremental', '--tsBuildInfoFile', join(CACHE, 'web-types.tsbuildinfo')),
);
/**
 * The quick check looks only at files that changed since it last ran: rules that know types take a minute and a half
 * over all of them. What a change means for files that it does not touch is seen by the compiler, and by `npm test`.
 */
const LINT: Check = {
  name: 'lint',
  command: [
    ...[bin('eslint'), '.', '--max-warnings=0'],
    ...quickly('--cache', '--cache-strategy=content', `--cache-location=${CACHE}/eslint/`),
  ],
};
const BOUNDARIES = script('boundaries', 'scripts/boundaries.ts', ...quickly('--cached'));
const UNUSED: Check = {
  name: 'unused code',
  command: [bin('knip'), ...quickly('--cache', `--cache-location=${CACHE}/knip`)],
};
const DATA = script('jurisdictions', 'scripts/check-jurisdictions.ts');

/** A stage begins when the one before it has ended. Its lists run side by side, each from top to bottom. */
type Stage = readonly (readonly Check[])[];

/** Two lists a stage, for the two cores of a small machine. */
const quick: readonly Stage[] = [
  [[tests('unit')], [DATA, TYPES, WEB_TYPES, BOUNDARIES, UNUSED, LINT]],
];

const all: readonly Stage[] = [
  [
    [
      TYPES,
      WEB_TYPES,
      tests('unit'),
      tests('commands'),
      script('bundles', 'infra/bundle.ts'),
      script('synth and nag', 'infra/app.ts'),
      script('web app', 'scripts/build-web.ts'),
      script('size of the web app', 'scripts/web-size.ts'),
      tests('contract'),
      tests('infra'),
    ],
    [
      DATA,
      BOUNDARIES,
      UNUSED,
      script('openapi', 'scripts/openapi.ts', '--check'),
      { name: 'openapi lint', command: [bin('redocly'), 'lint', 'docs/openapi.json'] },
      script('lifecycle document', 'scripts/lifecycle-doc.ts', '--check'),
      script('clocks document', 'scripts/clocks-doc.ts', '--check'),
      script('classifier made from its texts', 'scripts/train.ts', '--check'),
      script('classifier evaluation', 'scripts/evaluate.ts', '--check'),
      { name: 'format', command: [bin('prettier'), '--check', '--log-level=warn', '.'] },
      LINT,
      tests('oracle', 'calendar oracle'),
    ],
  ],
  // With the bundles, the templates and the web app of the first.
  [
    [tests('acceptance')],
    [tests('local', 'local host'), tests('simulation'), tests('e2e', 'browser')],
  ],
];

const outcomes: Outcome[] = [];
for (const stage of isQuick ? quick : all)
  outcomes.push(...(await Promise.all(stage.map(inTurn))).flat());
const sum = (key: keyof Outcome): number => outcomes.reduce((n, outcome) => n + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
if (sum('failed') > 0) process.exitCode = 1;

async function inTurn(checks: readonly Check[]): Promise<readonly Outcome[]> {
  const done: Outcome[] = [];
  for (const check of checks) done.push(await run(check));
  return done;
}

async function run({ name, command, results }: Check): Promise<Outcome> {
  const started = performance.now();
  const [file = '', ...args] = command;
  const { code, output } = await execute(file, args);
  const outcome = countOf(results, code);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${outcome.failed === 0 ? '✓' : '✗'} ${name} (${outcome.passed} passed, ${seconds} s)`,
  );
  if (outcome.failed > 0) console.log(output);
  return outcome;
}

function execute(file: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { env: { ...process.env, FORCE_COLOR: '0' } });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      resolve({ code: 1, output: error.message });
    });
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** A check counts as one test; a test run counts its tests, and a run that broke off counts as a failure. */
function countOf(results: string | undefined, code: number): Outcome {
  if (results === undefined)
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const Counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
    const counts = Counts.parse(JSON.parse(readFileSync(results, 'utf8')));
    rmSync(results);
    const failed = counts.numFailedTests === 0 && code !== 0 ? 1 : counts.numFailedTests;
    return { passed: counts.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
