import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { functionCatalogue, type FunctionId, functionIds } from './functions.ts';

const ROOT = join(import.meta.dirname, '..');
const PROVINCES = join('shared', 'jurisdictions');
const OUTPUT = join(ROOT, 'dist/functions');

/** Folder of a function's code, as it is zipped for Lambda. */
export const bundleOf = (id: FunctionId): string => join(OUTPUT, id);

/** A file of every province that has it, by the province: a province is a folder, here too. */
const ofProvinces = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    globSync(`${PROVINCES}/*/${file}`, { cwd: ROOT }).map((path) => [
      path,
      join(relative(PROVINCES, path).split(sep)[0] ?? '', basename(file)),
    ]),
  );

/** By which texts and places are understood. */
const understanding = {
  ...ofProvinces('classifier/model.bin'),
  ...ofProvinces('landmarks.json'),
  ...ofProvinces('polygons.bin'),
};

/** What a function reads beside its code: file in the repository → name in its `assets/`. */
const assets: Partial<Record<FunctionId, Readonly<Record<string, string>>>> = {
  drafts: understanding,
  'propose-intake': understanding,
  // What the bundled model was made of, laid out as in the province's folder.
  'retrain-classifier': Object.fromEntries(
    globSync(`${PROVINCES}/*/{services.json,texts,classifier/model.bin}`, { cwd: ROOT }).map(
      (path) => [path, relative(PROVINCES, path)],
    ),
  ),
  reports: Object.fromEntries(
    [
      ['400Regular', 'regular.ttf'],
      ['400Regular_Italic', 'italic.ttf'],
      ['700Bold', 'bold.ttf'],
      ['700Bold_Italic', 'bold-italic.ttf'],
    ].map(([face = '', name = '']) => [
      `node_modules/@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`,
      name,
    ]),
  ),
  reference: {
    'node_modules/swagger-ui-dist/swagger-ui-bundle.js': 'swagger-ui-bundle.js',
    'node_modules/swagger-ui-dist/swagger-ui.css': 'swagger-ui.css',
    'node_modules/swagger-ui-dist/oauth2-redirect.html': 'oauth2-redirect.html',
    'node_modules/swagger-ui-dist/oauth2-redirect.js': 'oauth2-redirect.js',
    'docs/openapi.json': 'openapi.json',
  },
};

const EVENT_STREAMS = '@smithy/core/event-streams';

/**
 * Loaded by the SDK only when asked for, and never asked for here. Left out, because esbuild wraps everything that such
 * a part touches in functions of its own, most of the SDK: a fifth of the instructions of a start.
 * - No service that a function calls streams events, but for the one whose client takes no other form.
 * - Lambda gives a function its credentials in the environment, where the default chain looks first. Profiles, single
 *   sign-on, web identity and metadata services come after that. Only with SnapStart, which no function has, would
 *   Lambda give them through a metadata service.
 */
const NEVER_LOADED = [
  EVENT_STREAMS,
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
];

/** The client of Amazon Bedrock loads them with everything else. It answers no request, so its start may take longer. */
const STREAMING: readonly FunctionId[] = ['propose-intake'];

/** What stands in for a module in the bundles: the same to whoever imports it, at less cost to the start. */
const STAND_INS = { 'node:stream/web': join(ROOT, 'infra/bundle-stream-web.ts') };

/** CommonJS, minified and from the ES modules of the libraries is what starts soonest. */
export const plainSettings = {
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Libraries that a function loads when it first needs them, each in a file of its own beside it: as a part of the function they
 * would be read at every start. The table of the world's phone numbers is longer than all that `desk` does, and what writes
 * PDFs twice as long as the rest of `reports`. Each with what is taken of it.
 */
const LOADED_LATER: Readonly<Record<string, string>> = {
  'libphonenumber-js/min': `export * from 'libphonenumber-js/min'`,
  // Its CommonJS form by its file: the other one asks import.meta where it lies, which a bundle cannot tell.
  pdfkit: `export { PDFDocument } from './node_modules/pdfkit/js/pdfkit.js'`,
};
const LATER = Object.keys(LOADED_LATER);

/** A province's tables as text that is parsed as JSON: two thirds of the instructions of the same text as code. */
const tablesAsText: Plugin = {
  name: 'tables-as-text',
  setup: (building) => {
    building.onLoad({ filter: /\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)})`, loader: 'js' };
    });
  },
};

/** With what a start in Lambda never needs left out. */
export const functionSettings = {
  ...plainSettings,
  external: [...NEVER_LOADED, ...LATER],
  alias: STAND_INS,
  plugins: [tablesAsText],
} satisfies BuildOptions;

/**
 * Builds every function of the catalogue (or those named) with one esbuild call for all that share their settings: ten calls took
 * ten times as long.
 * @throws naming the files that are missing.
 */
export async function bundleFunctions(ids: readonly FunctionId[] = functionIds): Promise<void> {
  assertPresent(ids);
  for (const id of ids) rmSync(bundleOf(id), { recursive: true, force: true });
  const streaming = ids.filter((id) => STREAMING.includes(id));
  await bundleAlike(
    ids.filter((id) => !streaming.includes(id)),
    NEVER_LOADED,
  );
  await bundleAlike(
    streaming,
    NEVER_LOADED.filter((path) => path !== EVENT_STREAMS),
  );
  for (const id of ids) copyAssets(id);
}

async function bundleAlike(ids: readonly FunctionId[], external: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { metafile } = await build({
    ...functionSettings,
    external: [...external, ...LATER],
    metafile: true,
    absWorkingDir: ROOT,
    entryPoints: ids.map((id) => ({ in: functionCatalogue[id].entry, out: `${id}/index` })),
    outdir: OUTPUT,
  });
  assertLoadable(metafile);
  await addLoadedLater(metafile);
}

/** Where `import()` finds them from the function's own file. */
async function addLoadedLater({ outputs }: Metafile): Promise<void> {
  for (const [file, { imports }] of Object.entries(outputs))
    for (const { path } of imports.filter(({ path }) => LATER.includes(path))) {
      const [name = '', part] = path.split('/');
      const folder = join(ROOT, dirname(file), 'node_modules', name);
      const stdin = { contents: LOADED_LATER[path] ?? '', resolveDir: ROOT };
      await build({ ...plainSettings, stdin, outfile: join(folder, 'index.js') });
      const manifest = {
        name,
        exports: { [part === undefined ? '.' : `./${part}`]: './index.js' },
      };
      writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    }
}

const UNREAD: ReadonlySet<string> = new Set([...NEVER_LOADED, ...LATER]);

/** A release of the SDK that loads such a part at once must fail here, not at the start of a function. */
function assertLoadable({ outputs }: Metafile): void {
  const loaded = Object.values(outputs).flatMap(({ imports }) =>
    imports.filter(({ path, kind }) => UNREAD.has(path) && kind !== 'dynamic-import'),
  );
  if (loaded.length > 0) throw new Error(`Left out, yet loaded: ${loaded[0]?.path ?? ''}`);
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
    const to = join(bundleOf(id), 'assets', name);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(ROOT, from), to, { recursive: true });
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
