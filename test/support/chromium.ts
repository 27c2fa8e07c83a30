import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Where the browser of the browser tests is; throws, saying what to install, when there is none. */
export function chromiumPath(): string {
  const { CHROMIUM_PATH: given, PATH = '' } = process.env;
  if (given !== undefined) {
    if (existsSync(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, and there is no such file`);
  }
  const found = PATH.split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium: "apt-get install chromium", or CHROMIUM_PATH=<its program>',
  );
}
