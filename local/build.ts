import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFunctions } from '../infra/bundle.ts';
import { WEB_FILES } from '../infra/web-files.ts';
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
 * Bundles the functions, synthesises the stage `local` and builds the web app, as a deployment would do it, each unless
 * nothing that it is made of has changed since the last time.
 */
export async function build(): Promise<void> {
  if (!isBuilt()) await buildTemplates();
  buildWeb();
}

async function buildTemplates(): Promise<void> {
  await bundleFunctions();
  run(['infra/app.ts'], {
    what: 'The templates cannot be synthesised',
    // The rules were checked by `npm test`; without them a start takes seconds less.
    env: { STAGE: 'local', CDK_OUTDIR: DEFAULT_CDK_OUT, CDK_VALIDATION: 'false' },
  });
}

/** Builds the web app unless its files are newer than everything that they are made of. */
export function buildWeb(): void {
  const index = join(WEB_FILES, 'index.html');
  const parts = readdirSync('web')
    .map((name) => join('web', name))
    .filter((path) => path !== WEB_FILES);
  const sources = [...parts, 'shared/contracts', 'shared/domain', 'package-lock.json'];
  if (existsSync(index) && isNewer(index, sources)) return;
  run(['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel=warn'], {
    what: 'The web app cannot be built',
    // A process of tests says otherwise, and would get the libraries with their checks for developers, a third larger.
    env: { NODE_ENV: 'production' },
  });
}

function isBuilt(): boolean {
  const manifest = join(DEFAULT_CDK_OUT, 'manifest.json');
  if (!existsSync(manifest) || !readFileSync(manifest, 'utf8').includes('"Local-Api"'))
    return false;
  return isNewer(manifest, SOURCES);
}

const isNewer = (made: string, sources: readonly string[]): boolean =>
  statSync(made).mtimeMs > Math.max(...sources.map(changedAt));

/** A file that was taken away shows in the time of its folder. */
function changedAt(path: string): number {
  if (!existsSync(path)) return Number.POSITIVE_INFINITY;
  const own = statSync(path);
  const inside = own.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : [];
  return Math.max(own.mtimeMs, ...inside.map((name) => statSync(join(path, name)).mtimeMs));
}

function run(
  script: readonly string[],
  { what, env }: { readonly what: string; readonly env: Readonly<Record<string, string>> },
): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${what}:\n${stdout}${stderr}`);
}
