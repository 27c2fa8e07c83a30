import { cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { functionCatalogue, type FunctionId, functionIds } from './functions.ts';

const ROOT = join(import.meta.dirname, '..');
const OUTPUT = join(ROOT, 'dist/functions');

/** Folder of a function's code, as it is zipped for Lambda. */
export const bundleOf = (id: FunctionId): string => join(OUTPUT, id);

/** What a function reads beside its code: file in the repository → name in its `assets/`. */
const assets: Partial<Record<FunctionId, Readonly<Record<string, string>>>> = {
  reference: {
    'node_modules/swagger-ui-dist/swagger-ui-bundle.js': 'swagger-ui-bundle.js',
    'node_modules/swagger-ui-dist/swagger-ui.css': 'swagger-ui.css',
    'node_modules/swagger-ui-dist/oauth2-redirect.html': 'oauth2-redirect.html',
    'node_modules/swagger-ui-dist/oauth2-redirect.js': 'oauth2-redirect.js',
    'docs/openapi.json': 'openapi.json',
  },
};

/**
 * Builds every function of the catalogue (or those named) with one esbuild call: ten calls took ten times as long.
 * CommonJS, minified and from the ES modules of the libraries is what starts soonest.
 * @throws naming the files that are missing.
 */
export async function bundleFunctions(ids: readonly FunctionId[] = functionIds): Promise<void> {
  assertPresent(ids);
  for (const id of ids) rmSync(bundleOf(id), { recursive: true, force: true });
  await build({
    absWorkingDir: ROOT,
    entryPoints: ids.map((id) => ({ in: functionCatalogue[id].entry, out: `${id}/index` })),
    outdir: OUTPUT,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    loader: { '.json': 'json' },
    logLevel: 'warning',
  });
  for (const id of ids) copyAssets(id);
}

function assertPresent(ids: readonly FunctionId[]): void {
  const wanted = ids.flatMap((id) => [
    functionCatalogue[id].entry as string,
    ...Object.keys(assets[id] ?? {}),
  ]);
  const missing = wanted.filter((file) => !existsSync(join(ROOT, file)));
  if (missing.length > 0) throw new Error(`Cannot bundle without ${missing.join(', ')}`);
}

function copyAssets(id: FunctionId): void {
  for (const [from, name] of Object.entries(assets[id] ?? {})) {
    mkdirSync(join(bundleOf(id), 'assets'), { recursive: true });
    cpSync(join(ROOT, from), join(bundleOf(id), 'assets', name));
  }
}

if (import.meta.main) {
  // `node infra/bundle.ts desk citizen` builds only those.
  const named = functionIds.filter((id) => process.argv.includes(id));
  const ids = named.length > 0 ? named : functionIds;
  await bundleFunctions(ids);
  for (const id of ids) {
    const kilobytes = Math.round(statSync(join(bundleOf(id), 'index.js')).size / 1_024);
    console.log(`${String(kilobytes).padStart(5)} kB  ${id}`);
  }
}
