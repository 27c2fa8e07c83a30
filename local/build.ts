import { spawnSync } from 'node:child_process';
import { bundleFunctions } from '../infra/bundle.ts';
import { DEFAULT_CDK_OUT } from './host.ts';

/** Bundles the functions and synthesises the stage `local`: what a deployment would ship. */
export async function build(): Promise<void> {
  await bundleFunctions();
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    encoding: 'utf8',
    env: { ...process.env, STAGE: 'local', CDK_OUTDIR: DEFAULT_CDK_OUT },
  });
  if (status !== 0) throw new Error(`The templates cannot be synthesised:\n${stderr}`);
}
