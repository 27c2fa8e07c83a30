import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { cacheControlOf, contentTypeOf, WEB_FILES } from '../../infra/web-files.ts';
import { type Answer, message } from '../http-api/answer.ts';
import { urlOf } from '../http-api/request-event.ts';
import type { Resources } from '../types.ts';
import { readEdge } from './edge.ts';

/** Nothing when the request is the API's. */
export type WebServer = (request: IncomingMessage) => Promise<Answer> | undefined;

/** The web app as CloudFront delivers it: the same headers, the same way from a path to a file, files from `folder`. */
export function createWebServer(resources: Resources, folder = WEB_FILES): WebServer {
  const edge = readEdge(resources);
  return (request) => {
    const path = pathOf(request);
    if (edge === undefined || path === undefined || edge.isForApi(path)) return undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return Promise.resolve(message(403, 'Forbidden'));
    return answer(join(folder, edge.fileOf(path)), edge.headers, folder);
  };
}

/** Undefined when it cannot be read: API Gateway says what is wrong with it. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    // A URL has no `..` left in it; one that is written as %2e%2e or with %2f is no file's name.
    const path = decodeURIComponent(urlOf(request).pathname);
    return path.includes('..') || path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

async function answer(
  file: string,
  headers: Readonly<Record<string, string>>,
  folder: string,
): Promise<Answer> {
  try {
    const body = await readFile(file);
    const kept = cacheControlOf(file.slice(join(folder, '/').length));
    return {
      status: 200,
      headers: { 'content-type': contentTypeOf(file), 'cache-control': kept, ...headers },
      body,
    };
  } catch (error) {
    if (!isMissing(error)) throw error;
    // S3 tells nobody whether a file is there unless they may list the bucket; here the reader is told what to do.
    return message(404, `There is no ${file}. The web app is built by "npm run build:web".`);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR'].includes(String(error.code));
