import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { bundleFunctions } from '../infra/bundle.ts';
import { stageOf } from '../infra/stages.ts';
import { buildWeb } from '../local/build.ts';
import { invalidationOf, uploadsOf } from './deploy/web-upload.ts';

/**
 * `npm run deploy -- --stage dev [more arguments of cdk deploy]`: bundles, ships every stack of the stage with the pinned
 * CDK, then the files of the web app with the AWS command line. Needs AWS credentials; docs/deployment.md says what comes
 * before and after.
 */
const { values, positionals } = parseArgs({
  options: { stage: { type: 'string' } },
  allowPositionals: true,
  strict: false,
});
const { stage } = values;

if (stage !== 'dev' && stage !== 'prod') {
  console.error('npm run deploy -- --stage dev|prod');
  process.exitCode = 2;
} else {
  await bundleFunctions();
  buildWeb();
  const folder = mkdtempSync(join(tmpdir(), '1022-deploy-'));
  try {
    deploy(stage, join(folder, 'outputs.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function deploy(id: 'dev' | 'prod', outputs: string): void {
  run('npx', ['cdk', 'deploy', '--all', '--outputs-file', outputs, ...positionals], { STAGE: id });
  const Outputs = z.record(z.string(), z.record(z.string(), z.string()));
  const all = Outputs.parse(JSON.parse(readFileSync(outputs, 'utf8')));
  const web = all[`${stageOf(id).title}-Web`] ?? {};
  for (const args of uploadsOf(web)) run('aws', args);
  run('aws', invalidationOf(web));
}

/** Ends the whole deployment when a step of it fails. */
function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void {
  const { status, error } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status === 0) return;
  if (error !== undefined) console.error(`${program}: ${error.message}`);
  process.exit(status ?? 1);
}
