import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleOf } from './bundle.ts';
import { functionIds } from './functions.ts';
import { createHotlineApp } from './hotline-app.ts';
import { stageOf } from './stages.ts';

/**
 * Writes the templates of one stage: `node infra/app.ts`, or through the CDK's own command line. The stage comes from
 * `--context stage=dev` or `STAGE`, the folder from `CDK_OUTDIR`. Ends with 1 when a check finds something.
 */
function synthesise(): void {
  const given: unknown = new App({ autoSynth: false }).node.tryGetContext('stage');
  const stageId = typeof given === 'string' ? given : (process.env['STAGE'] ?? 'local');
  const stage = stageOf(stageId, process.env);

  const unbuilt = functionIds.filter((id) => !existsSync(join(bundleOf(id), 'index.js')));
  if (unbuilt.length > 0)
    throw new Error(`Run "node infra/bundle.ts" first: not built are ${unbuilt.join(', ')}`);

  createHotlineApp({
    stage,
    codeOf: (id) => Code.fromAsset(bundleOf(id)),
    outdir: process.env['CDK_OUTDIR'] ?? 'cdk.out',
    checked: true,
  }).app.synth();
}

try {
  synthesise();
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 1;
}
