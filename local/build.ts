import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions } from '../infra/bundle.ts';
import { DEFAULT_CDK_OUT } from './host.ts';

/** Everything that bundles and templates are made of. */
const SOURCES = [
  'events',
  'functions',
  'infra',
  'shared',
  'docs/openapi.json',
  'package-lock.json',
];

/**
 * Bundles the functions and synthesises the stage `local`, as a deployment would do it, unless nothing that they are
 * made of has changed since the last time.
 */
export async function build(): Promise<void> {
  if (isBuilt()) return;
  await bundleFunctions();
  const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
    encoding: 'utf8',
    // The rules were checked by `npm test`; without them a start takes seconds less.
    env: { ...process.env, STAGE: 'local', CDK_OUTDIR: DEFAULT_CDK_OUT, CDK_VALIDATION: 'false' },
  });
  if (status !== 0) throw new Error(`The templates cannot be synthesised:\n${stderr}`);
}

function isBuilt(): boolean {
  const manifest = join(DEFAULT_CDK_OUT, 'manifest.json');
  if (!existsSync(manifest) || !readFileSync(manifest, 'utf8').includes('"Local-Api"'))
    return false;
  return statSync(manifest).mtimeMs > Math.max(...SOURCES.map(changedAt));
}

/** A file that was taken away shows in the time of its folder. */
function changedAt(path: string): number {
  if (!existsSync(path)) return Number.POSITIVE_INFINITY;
  const own = statSync(path);
  const inside = own.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(own.mtimeMs, ...inside.map((name) => statSync(join(path, name)).mtimeMs));
}
