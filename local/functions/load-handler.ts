import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction, constants } from 'node:vm';

export type Handler = (event: unknown, context: unknown) => unknown;

/** Finds `file.export` in the folder as Lambda's Node runtime does; throws with the runtime's error names. */
export async function loadHandler(folder: string, handler: string): Promise<Handler> {
  const [stem = '', name = ''] = handler.split('.');
  const file = ['.js', '.mjs', '.cjs']
    .map((extension) => join(folder, stem + extension))
    .find((path) => existsSync(path));
  if (file === undefined)
    throw named('Runtime.ImportModuleError', `Cannot find module '${stem}' in ${folder}`);
  const exported = await load(file, folder);
  const found = exported[name];
  if (typeof found !== 'function')
    throw named('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  return found as Handler; // Checked to be callable; a handler may ignore its arguments.
}

async function load(file: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  return isModule(file, folder)
    ? ((await import(pathToFileURL(file).href)) as Record<string, unknown>)
    : loadCommonJs(file);
}

/** In Lambda no package.json lies above the bundle, so that the one of this project must not count here either. */
function isModule(file: string, folder: string): boolean {
  if (!file.endsWith('.js')) return file.endsWith('.mjs');
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return false;
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { type?: unknown }).type === 'module';
}

function loadCommonJs(file: string): Readonly<Record<string, unknown>> {
  const module = { exports: {} as Record<string, unknown> };
  const run = compileFunction(
    readFileSync(file, 'utf8'),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename: file, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  ) as (...scope: unknown[]) => void; // compileFunction's type is only `Function`.
  run(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
