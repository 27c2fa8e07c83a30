/** Where `vite build` puts the web app. */
export const WEB_FILES = 'web/dist';

/** Named after their content by the build: what has such a name never changes. */
export const HASHED = 'assets/';

/** How long browsers and the edge may keep a file of the web app, by its path in the bucket. */
export const cacheControlOf = (path: string): string =>
  path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
};

/** Browsers are told not to guess, so every kind of file that the build writes must be here; throws when one is not. */
export function contentTypeOf(path: string): string {
  const found = CONTENT_TYPES[path.slice(path.lastIndexOf('.') + 1)];
  if (found === undefined) throw new Error(`infra/web-files.ts knows no content type for ${path}`);
  return found;
}
