import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { WEB_FILES } from '../infra/web-files.ts';

/** What a first visit of the desk loads. A page of 250 kB is there in 2 s on the 1 Mbit/s of a slow office line. */
const SCRIPT_LIMIT_BYTES = 250_000;
const STYLE_LIMIT_BYTES = 50_000;

const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);
const manifest = Manifest.parse(
  JSON.parse(readFileSync(join(WEB_FILES, '.vite', 'manifest.json'), 'utf8')),
);

const needed = new Set<string>();
for (const entry of ['index.html', 'desk/desk-page.tsx']) need(entry);
const parts = [...needed].map(part);
const scripts = parts.map(({ file }) => file).filter((file) => file.endsWith('.js'));
const styles = new Set(parts.flatMap(({ css }) => css));

check('script', scripts, SCRIPT_LIMIT_BYTES);
check('style', [...styles], STYLE_LIMIT_BYTES);

function need(key: string): void {
  if (needed.has(key)) return;
  needed.add(key);
  part(key).imports.forEach(need);
}

function part(key: string): z.infer<typeof Manifest>[string] {
  const found = manifest[key];
  if (found === undefined) throw new Error(`The build has no ${key}`);
  return found;
}

function check(what: string, files: readonly string[], limit: number): void {
  const bytes = files
    .map((file) => gzipSync(readFileSync(join(WEB_FILES, file))).length)
    .reduce((sum, size) => sum + size, 0);
  console.log(`${what} of the desk, gzipped: ${bytes} of ${limit} bytes, ${files.length} files`);
  if (bytes <= limit && files.length > 0) return;
  console.error(`A first visit of the desk would load too much ${what}`);
  process.exitCode = 1;
}
