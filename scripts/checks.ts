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
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const RESULTS = join(tmpdir(), `1022-vitest-${process.pid}.json`);
const node = process.execPath;
const bin = (name: string): string => join('node_modules', '.bin', name);
const vitest = (...projects: readonly string[]): readonly string[] => [
  bin('vitest'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${RESULTS}`,
  ...projects.map((name) => `--project=${name}`),
];

const TYPES = { name: 'types', command: [node, 'node_modules/ts7/bin/tsc', '-p', '.'] };
const lint = (...options: readonly string[]): Check => ({
  name: 'lint',
  command: [bin('eslint'), '.', '--max-warnings=0', ...options],
});
/**
 * The quick check looks only at files that changed since it last ran: rules that know types take a minute and a half
 * over all of them. What a change means for files that it does not touch is seen by the compiler, and by `npm test`.
 */
const LINT_CHANGED = lint(
  '--cache',
  '--cache-strategy=content',
  '--cache-location=node_modules/.cache/eslint/',
);
const BOUNDARIES = { name: 'boundaries', command: [node, 'scripts/boundaries.ts'] };
const DATA = { name: 'jurisdictions', command: [node, 'scripts/check-jurisdictions.ts'] };

const quick: readonly Check[] = [
  TYPES,
  BOUNDARIES,
  DATA,
  { name: 'unit', command: vitest('unit') },
];

const slow: readonly Check[] = [
  { name: 'format', command: [bin('prettier'), '--check', '--log-level=warn', '.'] },
  { name: 'unused code', command: [bin('knip')] },
  { name: 'openapi', command: [node, 'scripts/openapi.ts', '--check'] },
  { name: 'openapi lint', command: [bin('redocly'), 'lint', 'docs/openapi.json'] },
  { name: 'lifecycle document', command: [node, 'scripts/lifecycle-doc.ts', '--check'] },
  { name: 'clocks document', command: [node, 'scripts/clocks-doc.ts', '--check'] },
  { name: 'bundles', command: [node, 'infra/bundle.ts'] },
  { name: 'synth and nag', command: [node, 'infra/app.ts'] },
  { name: 'calendar oracle', command: vitest('oracle') },
  { name: 'contract', command: vitest('contract') },
  { name: 'simulation', command: vitest('simulation') },
  { name: 'infra', command: vitest('infra') },
  { name: 'local host', command: vitest('local') },
  { name: 'acceptance', command: vitest('acceptance') },
];

const isQuick = process.argv.includes('--quick');
const wanted = isQuick ? quick : [...quick, ...slow];
const outcomes: Outcome[] = [];
// The linter is the longest of the quick ones and needs one core only.
const linted = run(isQuick ? LINT_CHANGED : lint());
for (const check of wanted) outcomes.push(await run(check));
outcomes.push(await linted);

const sum = (key: keyof Outcome): number => outcomes.reduce((n, outcome) => n + outcome[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
if (sum('failed') > 0) process.exitCode = 1;

async function run({ name, command }: Check): Promise<Outcome> {
  const started = performance.now();
  const [file = '', ...args] = command;
  const { code, output } = await execute(file, args);
  const outcome = countOf(command, code);
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
function countOf(command: readonly string[], code: number): Outcome {
  const ran = command.includes('run') && command.some((word) => word.endsWith('vitest'));
  if (!ran) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  try {
    const Counts = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });
    const counts = Counts.parse(JSON.parse(readFileSync(RESULTS, 'utf8')));
    rmSync(RESULTS);
    const failed = counts.numFailedTests === 0 && code !== 0 ? 1 : counts.numFailedTests;
    return { passed: counts.numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
